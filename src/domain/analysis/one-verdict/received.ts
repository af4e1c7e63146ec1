import type { CoarserSeries } from '../../disclosure/tell-coarser.ts'
import { seriesKey } from '../../editions/holdings.ts'
import type { Series, SeriesKey } from '../../figures/figure.ts'
import type { ChangeAnalysis, EditionAnalysis, SeriesAnalysis, TestedSeries } from '../edition-analysis.ts'

/** An edition as it was received, and what was computed of it. */
export interface Received {
  series: readonly Series[]
  analysis: EditionAnalysis
  /** what is told in quarters of measures whose months are withheld in part */
  coarser: readonly CoarserSeries[]
}

/** The same, to be asked for by series, measure and milestone. */
export interface OpenReceived extends Received {
  seriesOf: (key: SeriesKey) => Series | undefined
  analysisOf: (key: SeriesKey) => SeriesAnalysis | undefined
  testedOf: (key: SeriesKey, tested: TestedSeries['tested']) => TestedSeries | undefined
  changesOf: (kpi: string) => readonly ChangeAnalysis[]
}

export function openReceived(received: Received): OpenReceived {
  const { series, analysis } = received
  const byKey = new Map(series.map((one) => [seriesKey(one), one]))
  const analysed = new Map(
    analysis.kpis.flatMap(({ kpi, series: all }) =>
      all.map((one) => [seriesKey({ kpi, dimension: one.dimension, member: one.member }), one] as const),
    ),
  )
  const tested = new Map(
    analysis.family.signals.map((one) => [`${one.tested} ${seriesKey(one)}`, one] as const),
  )
  const changes = new Map(analysis.kpis.map(({ kpi, changes: all }) => [kpi, all] as const))
  return {
    ...received,
    seriesOf: (key) => byKey.get(seriesKey(key)),
    analysisOf: (key) => analysed.get(seriesKey(key)),
    testedOf: (key, kind) => tested.get(`${kind} ${seriesKey(key)}`),
    changesOf: (kpi) => changes.get(kpi) ?? [],
  }
}
