/**
 * Records an action under the key that KEY names, and is killed at one of two moments: `MOMENT=before`, as the answer is
 * about to be kept with it; `after`, when both stand and nobody has been told yet.
 */
import { buildApplication } from '../../../server/app.ts'
import { openEmbeddedDatabase, openPostgres } from '../../../server/db/database.ts'
import { newestEdition } from '../../../server/db/editions.ts'
import { setOrganisation } from '../../../server/db/organisation.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import { aFigure } from '../../support/a-figure.ts'
import { keepsAnAnswer, recordUnder } from './a-keyed-action.ts'
import { aDefinition, aPublication, testOrganisation } from './a-publication.ts'

const { DATABASE_URL, FOLDER, MOMENT, KEY = '' } = process.env
const kill = () => process.kill(process.pid, 'SIGKILL')
const logger = {
  logQuery(statement: string) {
    if (MOMENT === 'before' && keepsAnAnswer.test(statement)) kill()
  },
}
const database = DATABASE_URL
  ? await openPostgres(DATABASE_URL, { logger })
  : await openEmbeddedDatabase({ logger, ...(FOLDER ? { folder: FOLDER } : {}) })
if ((await newestEdition(database.queries)) === 0) {
  await setOrganisation(database.queries, testOrganisation)
  await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
}
const app = await buildApplication({ database, auth: 'demo', loadToken: 'key-of-the-loader' })
app.addHook('onSend', async () => {
  kill()
})
await app.inject(recordUnder(KEY))
