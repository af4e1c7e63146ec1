import type { Series } from '../figures/figure.ts'
import type { FindingState } from '../findings/finding-state.ts'
import { writeFinding } from '../findings/write-finding.ts'
import { borough, isSnapshot } from '../measures/measure.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'
import type { SeriesAnalysis } from './edition-analysis.ts'

export interface SeriesToWord {
  context: MeasureContext
  series: Series
  charted: ChartedSeries
  state: FindingState
}

/** The words of one analysis: the same for the title, the text alternative, the table and the briefing. */
export function writeSeriesWords({
  context: { kpi },
  series,
  charted,
  state,
}: SeriesToWord): Pick<SeriesAnalysis, 'finding' | 'headline' | 'paragraph'> {
  const { grid, target } = charted
  const subject = {
    name: series.dimension === borough.dimension ? kpi.name : `${kpi.name}: ${series.member}`,
    measure: kpi,
    isSnapshot: isSnapshot(kpi.aggregation),
    target,
    isProvisional: series.points.at(-1)?.provisional ?? false,
    periods: grid.periods,
    values: grid.values,
  }
  const finding = writeFinding(subject, state)
  return { finding, headline: finding, paragraph: finding }
}
