import { changeCell } from '../findings/difference-words.ts'
import { decimalsBesideLimits, decimalsOfFigure } from '../findings/tell-apart.ts'
import { apart, besidePlan } from '../measures/apart.ts'
import {
  formatChange,
  formatTarget,
  formatValue,
  type MeasuredInWords,
  workedOut,
} from '../measures/format.ts'
import type { Frequency } from '../periods/period.ts'
import type { ForecastPoint } from './forecast.ts'
import { limitCell } from './limits.ts'
import { measureAt, shorthandOf, statusOf } from './point-words.ts'
import type { TrendPoint } from './points.ts'
import { judgementCell } from './signal-words.ts'

export interface TrendTableRow {
  period: string
  label: string
  value: string
  onPeriod: string
  onYear: string
  planned: string
  gap: string
  target: string
  lower: string
  mean: string
  upper: string
  /** what the limits say */
  change: string
  status: string
}

export const periodNouns: Record<Frequency, string> = { month: 'month', quarter: 'quarter', year: 'year' }

/** The figures of the chart as rows, newest first. [z] where the question does not arise. */
export function buildTrendTable(measure: MeasuredInWords, points: readonly TrendPoint[]): TrendTableRow[] {
  return points
    .map((point) => ({
      period: point.period,
      label: point.label,
      value: [
        ...(point.value === null ? [] : [formatValue(measureAt(measure, point), point.value)]),
        ...shorthandOf(point),
      ].join(' '),
      onPeriod: changeCell(measure, point.onPeriod),
      onYear: changeCell(measure, point.onYear),
      planned: point.planned === null ? '[z]' : formatValue(workedOut(measure), point.planned),
      gap:
        point.planned === null
          ? '[z]'
          : point.value === null
            ? '[x]'
            : gapCell(measure, point.value - point.planned, point.planned),
      target: point.target ? formatTarget(measure, point.target) : '[z]',
      ...limitCells(measure, point),
      status: statusOf(point),
    }))
    .reverse()
}

function gapCell(measure: MeasuredInWords, gap: number, planned: number): string {
  const { by, measure: shown } = besidePlan(measure, gap, planned)
  return formatChange(shown, by)
}

/** Whether a difference stands in the table that nobody finds from the figures as they are written in it. */
export function hasFinerDifferences(measure: MeasuredInWords, points: readonly TrendPoint[]): boolean {
  return points.some(({ value, planned, onPeriod, onYear }) =>
    [
      ...[onPeriod, onYear].flatMap((change) =>
        change.kind === 'change' ? [apart(measure, change.by, change.was)] : [],
      ),
      ...(value === null || planned === null ? [] : [besidePlan(measure, value - planned, planned)]),
    ].some((one) => [one.figure, one.other].some(({ decimals }) => decimals > measure.decimals)),
  )
}

/** A figure outside limits is seen to be: these with as many decimals as show it, and the figure itself where it must. */
function limitCells(
  measure: MeasuredInWords,
  { judgement, value }: TrendPoint,
): Pick<TrendTableRow, 'lower' | 'mean' | 'upper' | 'change'> {
  if (!judgement) return { lower: '[z]', mean: '[z]', upper: '[z]', change: '[z]' }
  const { limits } = judgement
  const cells = (shown: MeasuredInWords) => ({
    lower: limitCell(shown, limits, limits.lower),
    mean: formatValue(workedOut(shown), limits.mean),
    upper: limitCell(shown, limits, limits.upper),
  })
  if (value === null) return { ...cells(measure), change: '[x]' }
  const decimals = decimalsBesideLimits(measure.decimals, value, limits)
  const own = decimalsOfFigure(measure.decimals, decimals, value)
  const finer = own === measure.decimals ? '' : ` (${formatValue({ ...measure, decimals: own }, value)})`
  return { ...cells({ ...measure, decimals }), change: `${judgementCell(judgement)}${finer}` }
}

export interface ForecastRow {
  period: string
  label: string
  median: string
  within80: string
  within95: string
}

/** The periods ahead as rows, the furthest first, as the figures stand. */
export function buildForecastRows(measure: MeasuredInWords, points: readonly ForecastPoint[]): ForecastRow[] {
  const shown = (value: number) => formatValue(workedOut(measure), value)
  return points
    .map((point) => ({
      period: point.period,
      label: point.label,
      median: shown(point.median),
      within80: `${shown(point.lower80)} to ${shown(point.upper80)}`,
      within95: `${shown(point.lower95)} to ${shown(point.upper95)}`,
    }))
    .reverse()
}
