import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { ExhibitColumn, ExhibitTable } from '../exhibits/exhibit.ts'
import type { Change } from '../figures/change.ts'
import { formatTarget } from '../measures/format.ts'
import { toWorkingPrecision } from '../measures/working-precision.ts'
import { periodEnd } from '../periods/period.ts'
import { shorthandOf, statusOf } from './point-words.ts'
import type { TrendPoint } from './points.ts'
import { judgementInWords } from './signal-words.ts'
import type { TrendModel } from './trend.ts'

/** The figures of a trend with everything they are held against, oldest first; forecasts in a table of their own. */
export function trendTables(kpi: DescribedKpi, model: Pick<TrendModel, 'points' | 'fan'>): ExhibitTable[] {
  const { decimals } = kpi
  const figures: ExhibitTable = {
    title: 'Figures',
    columns: columnsOfFigures(decimals),
    rows: model.points.map((point) => cellsOf(kpi, point)),
  }
  if (model.fan.points.length === 0) return [figures]
  const heads = ['Most likely', 'Lower 80%', 'Upper 80%', 'Lower 95%', 'Upper 95%']
  const forecast: ExhibitTable = {
    title: 'Forecast if nothing changes',
    columns: [...periodColumns, ...heads.map((head): ExhibitColumn => ({ head, kind: 'number', decimals }))],
    rows: model.fan.points.map(({ period, median, lower80, upper80, lower95, upper95 }) => [
      period,
      periodEnd(period),
      ...[median, lower80, upper80, lower95, upper95].map((value) => rounded(kpi, value)),
    ]),
  }
  return [figures, forecast]
}

const periodColumns: readonly ExhibitColumn[] = [
  { head: 'Period', kind: 'text' },
  { head: 'Period ends', kind: 'date' },
]

/** Heads and cells of a point's figures, without its period's: breakdowns set a member before them. */
export function columnsOfFigures(decimals: number): ExhibitColumn[] {
  const number = (head: string): ExhibitColumn => ({ head, kind: 'number', decimals })
  const text = (head: string): ExhibitColumn => ({ head, kind: 'text' })
  const whole = (head: string): ExhibitColumn => ({ head, kind: 'number', decimals: 0 })
  return [
    ...periodColumns,
    number('Value'),
    text('Shorthand'),
    text('Status'),
    number('Change on period before'),
    number('Change on year before'),
    number('Planned'),
    number('Gap to plan'),
    text('Target'),
    number('Lower limit'),
    number('Mean'),
    number('Upper limit'),
    text('Real change'),
    whole('Numerator'),
    whole('Denominator'),
    whole('Cases (n)'),
  ]
}

export function cellsOf(kpi: DescribedKpi, point: TrendPoint): (string | number | null)[] {
  const { value, planned, target, judgement } = point
  return [
    point.period,
    periodEnd(point.period),
    value,
    shorthandOf(point).join(' ') || null,
    statusOf(point),
    rounded(kpi, differenceOf(point.onPeriod)),
    rounded(kpi, differenceOf(point.onYear)),
    rounded(kpi, planned),
    rounded(kpi, planned === null || value === null ? null : value - planned),
    target ? (target.value ?? formatTarget(kpi, target)) : null,
    rounded(kpi, judgement?.limits.lower ?? null),
    rounded(kpi, judgement?.limits.mean ?? null),
    rounded(kpi, judgement?.limits.upper ?? null),
    judgement && value !== null ? judgementInWords(judgement) : null,
    point.numerator,
    point.denominator,
    point.n,
  ]
}

/** Two decimals more than are shown: enough to calculate on, no false exactness. */
function rounded(kpi: DescribedKpi, value: number | null): number | null {
  return value === null ? null : toWorkingPrecision(kpi, value)
}

function differenceOf(change: Change): number | null {
  return change.kind === 'change' ? change.by : null
}
