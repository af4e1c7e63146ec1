import { buildApplication } from '../server/app.ts'
import { openEmbeddedDatabase } from '../server/db/database.ts'
import { loadDemonstration } from '../server/db/load-demonstration.ts'
import { apiBase, paths } from '../src/contract/paths.ts'
import { type Comparison, compare, millisecondsOf } from './measure.ts'
import { bareSeries } from './scale/statements.ts'

const view = { edition: 5, audience: 'exact' } as const
const selection = { kpi: 'ot-waiting', dimension: 'town' }

/**
 * /series of exact figures (never kept, so worked out each time: parsed, queried, checked against the
 * contract and written) against the bare SQL that reads the same rows.
 */
export async function seriesReply(): Promise<Comparison> {
  const database = await openEmbeddedDatabase()
  await loadDemonstration(database)
  const app = await buildApplication({ database, auth: 'demo' })
  const signedIn = await app.inject({
    method: 'POST',
    url: apiBase + paths.session(),
    payload: { role: 'analyst' },
  })
  const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]))
  const url = apiBase + paths.series(view, selection)
  const bare = bareSeries(selection, view.edition)
  try {
    return await compare(
      { name: '/series, against the bare SQL', unit: 'ms', goal: 'at most 1.30' },
      () =>
        millisecondsOf(async () => {
          const reply = await app.inject({ url, cookies })
          if (reply.statusCode !== 200) throw new Error(`${url} answered ${reply.statusCode}`)
        }),
      () => millisecondsOf(() => database.queries.execute(bare)),
      200,
      20,
    )
  } finally {
    await app.close()
    await database.close()
  }
}
