import { type SQL, sql } from 'drizzle-orm'
import { buildApplication } from '../../server/app.ts'
import type { Database } from '../../server/db/database.ts'
import { KpisReply } from '../../src/contract/kpis.ts'
import { apiBase, paths, type View } from '../../src/contract/paths.ts'
import { type Comparison, compare, millisecondsOf } from '../measure.ts'
import { months } from './generate-figures.ts'
import { draw, readParts } from './parts.ts'
import { bareOverview, bareSeries, overviewFrom } from './statements.ts'

const view: View = { edition: months, audience: 'exact' }
const rowAnalyses = sql`select document from exact_analysis where edition = ${months} and kind = 'row'`

/** /series and /overview of exact figures, which are never kept, against the bare SQL that reads the same. */
export async function serviceAgainstBareSql(database: Database, where: string): Promise<Comparison[]> {
  const app = await buildApplication({ database, auth: 'demo' })
  try {
    const payload = { role: 'analyst' }
    const signedIn = await app.inject({ method: 'POST', url: apiBase + paths.session(), payload })
    const cookies = Object.fromEntries(signedIn.cookies.map(({ name, value }) => [name, value]))
    const ask = async (path: string) => {
      const reply = await app.inject({ url: apiBase + path, cookies })
      if (reply.statusCode !== 200) throw new Error(`${path} answered ${reply.statusCode}`)
      return reply.body
    }
    const execute = (statement: SQL) => millisecondsOf(() => database.queries.execute(statement))
    const kpis = KpisReply.parse(JSON.parse(await ask(paths.kpis(view)))).kpis.map(({ id }) => id)
    const parts = await readParts(database.queries, kpis)
    const [ours, bare] = [draw(parts), draw(parts)]
    return [
      await compare(
        { name: `/series, against the bare SQL, ${where}`, unit: 'ms', goal: 'at most 1.30' },
        () => millisecondsOf(() => ask(paths.series(view, ours()))),
        () => execute(bareSeries(bare(), months)),
        200,
        20,
      ),
      await compare(
        { name: `/overview, against the bare SQL, ${where}`, unit: 'ms', goal: 'to be watched' },
        () => millisecondsOf(() => ask(paths.overview(view))),
        async () => (await execute(bareOverview(kpis, overviewFrom, months))) + (await execute(rowAnalyses)),
        60,
        5,
      ),
    ]
  } finally {
    await app.close()
  }
}
