import type { DescribedKpi } from '../domain/editions/describe-kpi.ts'
import type { Series } from '../domain/figures/figure.ts'
import { addPeriods, periodStart, periodsInMonths } from '../domain/periods/period.ts'
import { buildScorecard, type Scorecard } from '../domain/scorecard/scorecard.ts'
import { scorecardMonths } from '../domain/scorecard/scorecard-months.ts'
import type { EditionReader } from './store.ts'

/** The scorecard of an edition as its reader's audience may see it, from one query of figures. */
export async function readScorecard(reader: EditionReader, asOf: string): Promise<Scorecard> {
  const [kpis, plan] = [await reader.readKpis(), await reader.readPlan()]
  const ofCategories = kpis.filter((kpi) => kpi.aggregation === 'X').map(({ id }) => id)
  const ofBorough = kpis.filter((kpi) => kpi.aggregation !== 'X').map(({ id }) => id)
  const series = await reader.readHeadlines({ ofBorough, ofCategories }, earliestStart(kpis))
  const seriesOf = Map.groupBy(series, ({ kpi }: Series) => kpi)
  const analyses = await reader.readRowAnalyses()
  return buildScorecard(kpis, (kpi) => seriesOf.get(kpi.id) ?? [], plan, asOf, analyses)
}

/** The first day that any measure's row reaches back to; null where no measure holds anything. */
function earliestStart(kpis: readonly DescribedKpi[]): string | null {
  const starts = kpis.flatMap(({ latestPeriod, frequency }) =>
    latestPeriod === null
      ? []
      : [periodStart(addPeriods(latestPeriod, 1 - periodsInMonths(frequency, scorecardMonths)))],
  )
  return starts.reduce<string | null>(
    (first, start) => (first === null || start < first ? start : first),
    null,
  )
}
