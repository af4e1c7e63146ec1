import { sql } from 'drizzle-orm'
import type { Queries } from '../../server/db/queries.ts'
import type { Part } from './statements.ts'

/** Each measure with each of its breakdowns, of every council or of some measures. */
export async function readParts(queries: Queries, kpis: readonly string[] | null = null): Promise<Part[]> {
  const parts = await queries
    .select({ kpi: sql<string>`kpi`, dimension: sql<string>`dimension` })
    .from(sql`(select distinct kpi, dimension from exact_series order by kpi, dimension) as part`)
  return kpis ? parts.filter(({ kpi }) => kpis.includes(kpi)) : parts
}

/** The measures of each council. */
export async function readCouncils(queries: Queries): Promise<string[][]> {
  const councils = await queries
    .select({ kpis: sql<string[]>`array_agg(distinct kpi)` })
    .from(sql`exact_series`)
    .groupBy(sql`substring(kpi from '^c\\d+\\.')`)
  return councils.map(({ kpis }) => kpis)
}

/** One after another, as far apart as a reader's are from another's; the same in every run. */
export function draw<Item>(items: readonly Item[]): () => Item {
  let place = 0
  return () => {
    place = (place + 7919) % items.length
    const item = items[place]
    if (item === undefined) throw new RangeError('There is nothing to draw from.')
    return item
  }
}
