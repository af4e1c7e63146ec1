import { type SQL, sql } from 'drizzle-orm'

export interface Part {
  kpi: string
  dimension: string
}

/** Three years before the last month, as the overview has them. */
export const overviewFrom = '2022-10-31'

const columns = sql.raw(`member, period, value, numerator, denominator, n, availability, provisional, revised,
  previous_value, as_at`)

const stands = (edition: number) =>
  sql`first_edition <= ${edition} and (last_edition is null or last_edition >= ${edition})`

/** What one would write by hand to read the exact figures of a breakdown as an edition has them. */
export function bareSeries({ kpi, dimension }: Part, edition: number): SQL {
  return sql`
    select ${columns} from exact_series join exact_figure on exact_figure.series = exact_series.id
    where kpi = ${kpi} and dimension = ${dimension} and ${stands(edition)}
    order by exact_series.id, period_end`
}

/** And of the whole of each measure since a day, as the overview draws them. */
export function bareOverview(kpis: readonly string[], from: string, edition: number): SQL {
  const ids = sql.join(
    kpis.map((kpi) => sql`${kpi}`),
    sql`, `,
  )
  return sql`
    select kpi, ${columns} from exact_series join exact_figure on exact_figure.series = exact_series.id
    where kpi in (${ids}) and dimension = 'borough' and period_end >= ${from} and ${stands(edition)}
    order by exact_series.id, period_end`
}
