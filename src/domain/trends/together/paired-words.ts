import { formatValue } from '../../measures/format.ts'
import { isSnapshot } from '../../measures/measure.ts'
import { spreadInWords } from '../../measures/spread-in-words.ts'
import { formatObservedAt, formatPeriod } from '../../periods/labels.ts'
import { lastMonthOf } from '../../periods/period.ts'
import { periodIndexAt } from '../../periods/period-at.ts'
import { readPoint, shorthandOf } from '../point-words.ts'
import type { TrendPoint } from '../points.ts'
import { type SignalShape, shapeOf } from '../signal-words.ts'
import type { PairedChart, PairedModel } from './paired-model.ts'

/** The point of a chart in a month; the latest one where no month is chosen, null where it holds none. */
export function pointAt({ points }: Pick<PairedChart, 'points'>, month: string | null): TrendPoint | null {
  if (month === null) return points.at(-1) ?? null
  const periods = points.map(({ period }) => period)
  return points[periodIndexAt(periods, month)] ?? null
}

/** A figure in short with its day. @example '309 [p]', '30 Sep 2025' */
export function readShort(chart: PairedChart, month: string | null): { figure: string; at: string } {
  const point = pointAt(chart, month)
  if (!point) return { figure: '[x]', at: month === null ? '' : dayIn(chart, month) }
  return { figure: cellOf(chart, point), at: point.label }
}

function dayIn({ kpi }: PairedChart, month: string): string {
  return formatObservedAt(month, isSnapshot(kpi.aggregation))
}

function cellOf({ kpi }: PairedChart, point: TrendPoint): string {
  return [...(point.value === null ? [] : [formatValue(kpi, point.value)]), ...shorthandOf(point)].join(' ')
}

/** Every chart in one month, for those who listen. */
export function readMonth({ charts }: Pick<PairedModel, 'charts'>, month: string): string {
  return charts
    .map((chart) => {
      const point = pointAt(chart, month)
      return `${chart.name}, ${point ? readPoint(chart.kpi, { ...point, judgement: null }) : `${formatPeriod(month)}: no figure`}`
    })
    .join('. ')
}

export interface PairedRow {
  month: string
  label: string
  cells: string[]
}

/** The figure of a month, and what it bears: [x] where there is none, [z] where no quarter or year ends in it. */
export function cellIn({ kpi, points }: PairedChart, month: string): { value: number | null; marks: string } {
  const point = points.find(({ period }) => lastMonthOf(period) === month)
  if (point) return { value: point.value, marks: shorthandOf(point).join(' ') }
  return { value: null, marks: kpi.frequency === 'month' ? '[x]' : '[z]' }
}

/**
 * The same figures as rows, newest first: [x] a month without a figure, [z] a month in which a quarter or year does
 * not end.
 */
export function buildPairedTable({ charts, months }: Pick<PairedModel, 'charts' | 'months'>): PairedRow[] {
  return months
    .map((month) => ({
      month,
      label: formatPeriod(month),
      cells: charts.map((chart) => {
        const { value, marks } = cellIn(chart, month)
        return [value === null ? '' : formatValue(chart.kpi, value), marks].filter(Boolean).join(' ')
      }),
    }))
    .reverse()
}

/** One chart in a sentence, for those who do not see it. */
export function describeChart({ name, points }: PairedChart, kpi: PairedChart['kpi']): string {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return name
  const range = values.length
    ? spreadInWords(formatValue(kpi, Math.min(...values)), formatValue(kpi, Math.max(...values)))
    : 'no figures shown'
  return `${name}, ${first.label} to ${last.label}, ${range}; ${readPoint(kpi, { ...last, judgement: null })}`
}

/** What the bands and rules through all charts are; null where there are none. */
export function eventsInWords({
  bands,
  milestones,
}: Pick<PairedModel, 'bands' | 'milestones'>): string | null {
  if (bands.length + milestones.length === 0) return null
  return [
    ...(bands.length > 0
      ? [`Shaded: ${bands.map(({ title, when }) => `${title}, ${when}`).join('; ')}.`]
      : []),
    ...(milestones.length > 0
      ? [
          `Rules, milestones completed: ${milestones
            .map(({ id, title, when }) => `${id} ${title}, ${when}`)
            .join('; ')}.`,
        ]
      : []),
    'What came after one of them need not have come because of it.',
  ].join(' ')
}

/** Of the shapes that are larger than a dot. */
const shapeMeanings: readonly (readonly [shape: SignalShape, words: string])[] = [
  ['disc', 'disc, for the better'],
  ['diamond', 'diamond, for the worse'],
  ['square', 'square, neither'],
]

/**
 * What the marks of the charts mean, those alone that are drawn; null where all are dots.
 * @example 'Ribbon with short dashes: usual range. Larger marks stand out from what is usual: disc, for the better.
 * Hollow: provisional [p]. Cross: no figure [x].'
 */
export function marksInWords({ charts }: Pick<PairedModel, 'charts'>): string | null {
  const points = charts.flatMap((chart) => chart.points)
  const shapes = points.map(({ judgement }) => judgement?.signal && shapeOf(judgement.signal.type))
  const meanings = shapeMeanings.filter(([shape]) => shapes.includes(shape)).map(([, words]) => words)
  const without = points.filter(({ value }) => value === null)
  const words = [
    charts.some(({ limits }) => limits.length > 0) && 'Ribbon with short dashes: usual range.',
    meanings.length > 0 && `Larger marks stand out from what is usual: ${meanings.join('; ')}.`,
    points.some(({ value, provisional }) => value !== null && provisional) && 'Hollow: provisional [p].',
    without.some(({ availability }) => availability !== 'suppressed') && 'Cross: no figure [x].',
    without.some(({ availability }) => availability === 'suppressed') && 'Hatched: withheld [c].',
  ].filter((sentence) => sentence !== false)
  return words.length === 0 ? null : words.join(' ')
}
