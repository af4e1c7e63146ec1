import {
  formatChange,
  formatTarget,
  formatValue,
  type MeasuredInWords,
} from '../../../domain/measures/format.ts'
import type { Frequency } from '../../../domain/periods/period.ts'
import { shorthandOf, statusOf } from './point-words.ts'
import type { Change, TrendPoint } from './points.ts'

export interface TrendTableRow {
  period: string
  label: string
  value: string
  onPeriod: string
  onYear: string
  planned: string
  gap: string
  target: string
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
        ...(point.value === null ? [] : [formatValue(measure, point.value)]),
        ...shorthandOf(point),
      ].join(' '),
      onPeriod: changeCell(measure, point.onPeriod),
      onYear: changeCell(measure, point.onYear),
      planned: point.planned === null ? '[z]' : formatValue(measure, point.planned),
      gap:
        point.planned === null
          ? '[z]'
          : point.value === null
            ? '[x]'
            : formatChange(measure, point.value - point.planned),
      target: point.target ? formatTarget(measure, point.target) : '[z]',
      status: statusOf(point),
    }))
    .reverse()
}

function changeCell(measure: MeasuredInWords, change: Change): string {
  if (change.kind === 'change') return formatChange(measure, change.difference)
  return change.reason === 'not-comparable' ? '[b]' : '[x]'
}
