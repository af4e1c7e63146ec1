import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Series } from '../../domain/figures/figure.ts'
import { formatValue, unitPhrase } from '../../domain/measures/format.ts'
import { borough, isSnapshot } from '../../domain/measures/measure.ts'
import { formatObservedAt, formatPeriod } from '../../domain/periods/labels.ts'
import { runsOf } from './card-layout.ts'
import { type RoundScale, roundScale } from './round-scale.ts'
import { type CardPoint, pointsOf, spanOf } from './theme-cards.ts'
import { relatedMeasures } from './theme-measures.ts'

export interface RelatedRow {
  kpi: string
  name: string
  unit: string
  /** '33% [p]' */
  latest: string
  /** '30 Sep 2025' or 'Sep 2025' */
  at: string
  /** ticks with their words, from zero up */
  ticks: { value: number; label: string; bottom: number }[]
  /** on a box of 100 by 100 */
  lines: string[]
  last: { x: number; y: number; isProvisional: boolean } | null
  /** what is read in each period of the model: y is null without a figure */
  readings: { x: number; y: number | null; figure: string; at: string }[]
}

export interface RelatedModel {
  rows: RelatedRow[]
  /** shared by all rows, oldest first */
  periods: string[]
  /** shared by all rows: share of the width, in percent */
  years: { label: string; left: number }[]
  from: string
  to: string
}

/** Measures that belong together, under each other on one time axis; each has a scale of its own, from zero. */
export function buildRelated(kpis: readonly DescribedKpi[], series: readonly Series[]): RelatedModel | null {
  const held = relatedMeasures.flatMap((id) => {
    const kpi = kpis.find((one) => one.id === id)
    const own = series.find((one) => one.kpi === id && one.dimension === borough.dimension)
    return kpi && own && kpi.frequency === 'month' ? [{ kpi, own }] : []
  })
  const periods = spanOf(
    held.map(({ own }) => own),
    'month',
  )
  const from = periods[0]
  const to = periods.at(-1)
  if (from === undefined || to === undefined) return null
  const left = (row: number) => round((100 * row) / Math.max(1, periods.length - 1))
  return {
    rows: held.map(({ kpi, own }) => rowOf(kpi, own, periods, left)),
    periods,
    years: periods.flatMap((period, row) =>
      period.endsWith('-04') ? [{ label: formatPeriod(period), left: left(row) }] : [],
    ),
    from: formatPeriod(from),
    to: formatPeriod(to),
  }
}

function rowOf(
  kpi: DescribedKpi,
  own: Series,
  periods: readonly string[],
  left: (row: number) => number,
): RelatedRow {
  const points = pointsOf(own, periods, kpi.breaks)
  const scale: RoundScale = roundScale(
    Math.max(0, ...points.flatMap(({ value }) => (value === null ? [] : [value]))),
  )
  const share = (value: number) => round((100 * value) / scale.upper)
  const row = points.findLastIndex(({ value }) => value !== null)
  const latest = points[row]
  return {
    kpi: kpi.id,
    name: kpi.name,
    unit: unitPhrase(kpi),
    latest: figureOf(kpi, latest),
    at: latest ? formatObservedAt(latest.period, isSnapshot(kpi.aggregation)) : '',
    ticks: scale.ticks.map((value) => ({
      value,
      label: formatValue({ ...kpi, decimals: 0 }, value),
      bottom: share(value),
    })),
    lines: runsOf(points)
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map((one) => `${left(one.row)} ${round(100 - share(one.value))}`).join('L')}`),
    last:
      latest && latest.value !== null
        ? { x: left(row), y: share(latest.value), isProvisional: latest.provisional }
        : null,
    readings: points.map((point, place) => ({
      x: left(place),
      y: point.value === null ? null : share(point.value),
      figure: figureOf(kpi, point),
      at: formatObservedAt(point.period, isSnapshot(kpi.aggregation)),
    })),
  }
}

/** '33% [p]'; '[c]' withheld; '[x]' not there. */
function figureOf(kpi: DescribedKpi, point: CardPoint | undefined): string {
  if (!point || point.value === null) return point?.availability === 'suppressed' ? '[c]' : '[x]'
  return `${formatValue(kpi, point.value)}${point.provisional ? ' [p]' : ''}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
