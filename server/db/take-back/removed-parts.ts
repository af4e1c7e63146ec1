import { or, type SQL, sql } from 'drizzle-orm'
import { isWholeMeasure, type RemovedPart } from '../../../src/domain/editions/take-back.ts'
import type { Queries } from '../queries.ts'
import { exactTables } from '../schema/exact.ts'
import { TakeBackRefusedError } from './take-back-refused.ts'

/** Whether a row (`ended`, of a series `of_series`) is of one of the parts. */
export function isOfParts(parts: readonly RemovedPart[]): SQL {
  return or(...parts.map(isOfPart)) ?? sql`false`
}

function isOfPart({ kpi, dimension, member, period }: RemovedPart): SQL {
  const asked = [
    sql`of_series.kpi = ${kpi}`,
    ...(dimension === undefined ? [] : [sql`of_series.dimension = ${dimension}`]),
    ...(member === undefined ? [] : [sql`of_series.member = ${member}`]),
    ...(period === undefined ? [] : [sql`ended.period = ${period}`]),
  ]
  return sql`(${sql.join(asked, sql` and `)})`
}

/**
 * Whether each part names something that stands, and something is left. What was asked for may be any text, and is not
 * said again unless it is known.
 *
 * @throws TakeBackRefusedError
 */
export async function requireParts(queries: Queries, parts: readonly RemovedPart[]): Promise<void> {
  const { series, figure } = exactTables
  const standing = sql`${figure} as ended join ${series} as of_series on of_series.id = ended.series
    where ended.last_edition is null`
  const known = new Set(await readDefined(queries))
  for (const [place, part] of parts.entries()) {
    if (!known.has(part.kpi))
      throw new TakeBackRefusedError(`${nameOf(place)} names a measure that does not stand`)
    const isThere = await isAny(queries, sql`select 1 from ${standing} and ${isOfPart(part)} limit 1`)
    if (!isThere && !isWholeMeasure(part)) {
      throw new TakeBackRefusedError(`${nameOf(place)} names no figure of ${part.kpi} that stands`)
    }
  }
  if (!(await isAny(queries, sql`select 1 from ${standing} and not ${isOfParts(parts)} limit 1`))) {
    throw new TakeBackRefusedError('no figure would be left: withdraw the edition instead, or roll back')
  }
}

const nameOf = (place: number) => `part ${place + 1} of what is to be taken out`

async function readDefined(queries: Queries): Promise<string[]> {
  const { record } = exactTables
  const rows = await queries
    .select({ id: record.id })
    .from(record)
    .where(sql`${record.kind} = 'kpi' and ${record.lastEdition} is null`)
  return rows.map(({ id }) => id)
}

async function isAny(queries: Queries, query: SQL): Promise<boolean> {
  const [found] = await queries.select({ is: sql<boolean>`exists (${query})` }).from(sql`(values (1)) as one`)
  return found?.is ?? false
}
