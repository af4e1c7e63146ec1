/** Publishes one edition, then half of a second one, and waits there to be killed. */
import { openDataDirectory } from '../../../server/db/open-data-directory.ts'
import { setOrganisation } from '../../../server/db/organisation.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import { aFigure } from '../../support/a-figure.ts'
import { aDefinition, aPublication, testOrganisation } from './a-publication.ts'

const database = await openDataDirectory(process.env.DATA_DIR ?? '')
await setOrganisation(database.queries, testOrganisation)
await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure({ value: 312 })] }))

async function* figures() {
  yield aFigure({ value: 290 })
  for (let member = 0; member < 9000; member++) yield aFigure({ dimension: 'list', member: `m${member}` })
  // two batches are written by now
  console.log('half way')
  await new Promise(() => setInterval(() => {}, 1000))
}

await publishEdition(database, { ...aPublication({ label: 'September 2025' }), figures: figures() })
