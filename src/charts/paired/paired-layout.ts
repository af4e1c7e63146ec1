import { formatRound } from '../../domain/trends/axis.ts'
import type { PairedChart, PairedModel } from '../../domain/trends/together/paired-model.ts'
import type { TrendModel } from '../../domain/trends/trend.ts'
import { fontSize, frameFor, type Plot, type Scales, scalesFor } from '../trend/plot.ts'
import { wordsWidth } from '../type/words-width.ts'

export const chartHeight = 152
/** room for the highest and the lowest label */
const edge = 14
/** where every line counts */
const narrowEdge = 9
const labelRow = 20
const clear = 10

/** The plot that all share: as far to the left and right as the page's chart, where the ticks leave room. */
export function plotOf(
  { charts }: Pick<PairedModel, 'charts'>,
  main: Pick<TrendModel, 'axis' | 'measure'>,
  width: number,
): Plot {
  const { margin } = frameFor(main, width)
  const x = Math.max(margin.left, roomForTicks(charts))
  return { x, y: edge, width: width - x - margin.right, height: chartHeight - 2 * edge }
}

/** The plot that all share in a picture that stands alone. */
export function plotIn({ charts }: Pick<PairedModel, 'charts'>, width: number, height: number): Plot {
  const x = roomForTicks(charts)
  return { x, y: narrowEdge, width: width - x - edge, height: height - 2 * narrowEdge }
}

function roomForTicks(charts: PairedModel['charts']): number {
  return (
    clear + Math.ceil(Math.max(...charts.flatMap((chart) => ticksOf(chart).map(({ label }) => label.width))))
  )
}

/** Scales of one chart: its own values on the days that all share. */
export function scalesOf(
  { axis }: Pick<PairedChart, 'axis'>,
  { firstDay, lastDay }: Pick<PairedModel, 'firstDay' | 'lastDay'>,
  plot: Plot,
): Scales {
  return scalesFor({ axis, firstDay, lastDay }, plot)
}

/** Its least and greatest tick, and the middle one where there is one. */
export function ticksOf({ axis, kpi }: Pick<PairedChart, 'axis' | 'kpi'>) {
  const { ticks } = axis
  const middle = ticks.length % 2 === 1 && ticks.length > 2 ? [ticks[(ticks.length - 1) / 2]] : []
  return [...new Set([ticks[0], ...middle, ticks.at(-1)])]
    .filter((value) => value !== undefined)
    .map((value) => {
      const text = formatRound(kpi, value)
      return { value, label: { text, width: wordsWidth(text, 'text', fontSize) } }
    })
}

export interface EventLabel {
  id: string
  text: string
  x: number
  anchor: 'start' | 'middle' | 'end'
  y: number
}

export interface EventLane {
  height: number
  labels: EventLabel[]
}

/**
 * Words over the charts for what the rules and bands through them are: a surge by its name, a milestone by its
 * number. Each stands in the first line that has room for it, so that none covers another.
 */
export function layEvents(
  { bands, milestones }: Pick<PairedModel, 'bands' | 'milestones'>,
  x: (day: number) => number,
  width: number,
): EventLane {
  const wanted = [
    ...bands.map(({ id, title, start, end }) => ({ id, text: title, place: (x(start) + x(end)) / 2 })),
    ...milestones.map(({ id, day }) => ({ id, text: id, place: x(day) })),
  ]
  const taken: { from: number; to: number }[][] = []
  const placed = wanted.map(({ id, text, place }) => {
    const size = wordsWidth(text, 'text', fontSize)
    const from = Math.min(Math.max(place - size / 2, 0), width - size)
    const isFree = (line: { from: number; to: number }[]) =>
      line.every((one) => one.to + clear / 2 < from || from + size + clear / 2 < one.from)
    const found = taken.findIndex(isFree)
    const line = found < 0 ? taken.length : found
    taken[line] = [...(taken[line] ?? []), { from, to: from + size }]
    return { id, text, x: from, anchor: 'start' as const, line }
  })
  const height = taken.length * labelRow
  return {
    height,
    labels: placed.map(({ line, ...label }) => ({ ...label, y: height - line * labelRow - 5 })),
  }
}
