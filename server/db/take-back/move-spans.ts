import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Queries } from '../queries.ts'
import { exactWithheld } from '../schema/exact.ts'
import type { AudienceTables } from '../schema/versioned.ts'

/** A table whose rows stand from one edition to another, with what they say beside their key. */
interface Spans {
  table: PgTable & Record<'series' | 'period' | 'firstEdition' | 'lastEdition', PgColumn>
  says: readonly string[]
  /** how what they say is compared */
  compared: (row: SQL) => SQL
}

const figureCells = ['value', 'numerator', 'denominator', 'n', 'availability', 'provisional'] as const
const figureRest = ['period_end', 'as_at', 'revised', 'previous_value'] as const

export function spansOf({ figure }: AudienceTables): Spans {
  const cells = [...figureCells, ...figureRest]
  return { table: figure, says: cells, compared: (row) => rowOf(row, cells) }
}

export const withheldSpans: Spans = {
  table: exactWithheld,
  says: ['document'],
  compared: (row) => sql`${row}.document::text`,
}

function rowOf(row: SQL, cells: readonly string[]): SQL {
  return sql`row(${sql.join(
    cells.map((cell) => sql`${row}.${sql.identifier(cell)}`),
    sql`, `,
  )})`
}

/**
 * Has exactly those rows stand from `edition` on that stood in an earlier one. What says the same as then goes on; what
 * is new since ends; what has ended since stands once more, as a new row.
 */
export async function standAgain(
  queries: Queries,
  { table, says, compared }: Spans,
  { to, edition }: { to: number; edition: number },
): Promise<void> {
  const [now, then] = [sql`now_standing`, sql`stood`]
  await queries.execute(sql`
    update ${table} as now_standing set last_edition = ${edition - 1}
    where now_standing.last_edition is null and now_standing.first_edition > ${to} and not exists (
      select 1 from ${table} as stood
      where stood.series = now_standing.series and stood.period = now_standing.period
        and stood.first_edition <= ${to} and stood.last_edition >= ${to}
        and ${compared(then)} is not distinct from ${compared(now)})`)
  const cells = sql.join(
    says.map((cell) => sql.identifier(cell)),
    sql`, `,
  )
  await queries.execute(sql`
    insert into ${table} (series, period, ${cells}, first_edition)
    select series, period, ${cells}, ${edition}::int from ${table} as stood
    where stood.first_edition <= ${to} and stood.last_edition >= ${to} and not exists (
      select 1 from ${table} as now_standing
      where now_standing.series = stood.series and now_standing.period = stood.period
        and now_standing.last_edition is null)`)
}

/** Ends the rows of some figures; `isMeant` is asked of `kpi`, `dimension`, `member` of the series and `period` of the row. */
export async function endSpans(
  queries: Queries,
  { table }: Pick<Spans, 'table'>,
  series: AudienceTables['series'],
  isMeant: SQL,
  edition: number,
): Promise<void> {
  await queries.execute(sql`
    update ${table} as ended set last_edition = ${edition - 1} from ${series} as of_series
    where of_series.id = ended.series and ended.last_edition is null and ${isMeant}`)
}
