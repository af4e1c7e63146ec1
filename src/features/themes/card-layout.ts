import type { CardPoint, ThemeCard } from './theme-cards.ts'

export const cardSize = { width: 240, height: 104, left: 34, right: 10, top: 10, bottom: 22 }

export interface CardLayout {
  base: number
  right: number
  xOf: (row: number) => number
  yOf: (value: number) => number
  /** the usual range of each stretch that limits suit */
  ranges: { key: string; x: number; width: number; upper: number; lower: number; mean: number }[]
  lines: string[]
  /** figures between two gaps, which no line reaches */
  lone: { x: number; y: number }[]
  /** diamonds on what is not common cause; the latest figure's is its mark, and larger */
  special: { key: string; path: string; isProvisional: boolean }[]
  /** a dot for the latest figure; null where it is missing, or has a diamond */
  last: { x: number; y: number; isProvisional: boolean } | null
}

/** Where everything of one picture stands; every period has the same width. */
export function layOutCard(
  { points, segments, special }: Pick<ThemeCard, 'points' | 'segments' | 'special'>,
  upper: number,
): CardLayout {
  const { width, height, left, right, top, bottom } = cardSize
  const base = height - bottom
  const step = (width - left - right) / Math.max(1, points.length - 1)
  const xOf = (row: number) => round(left + row * step)
  const yOf = (value: number) => round(base - ((base - top) * value) / (upper || 1))
  const runs = runsOf(points).map((run) => run.map(({ row, value }) => ({ x: xOf(row), y: yOf(value) })))
  const last = points.at(-1)
  const standsOut = ({ period }: CardPoint) =>
    special.some((one) => one.period === period && one.type !== 'common_cause')
  const rowOf = new Map(points.map(({ period }, row) => [period, row]))
  return {
    base,
    right: width - right,
    xOf,
    yOf,
    ranges: segments.flatMap((segment) => {
      const inside = points.flatMap(({ period }, row) =>
        period >= segment.from && period <= segment.to ? [row] : [],
      )
      const first = inside[0]
      const end = inside.at(-1)
      if (first === undefined || end === undefined) return []
      return [
        {
          key: segment.from,
          x: xOf(first),
          width: round(xOf(end) - xOf(first)),
          upper: yOf(segment.upper),
          // a count is never below zero, whatever its limits
          lower: yOf(Math.max(0, segment.lower)),
          mean: yOf(segment.mean),
        },
      ]
    }),
    lines: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`),
    lone: runs.filter((run) => run.length === 1).flat(),
    special: special.flatMap(({ period, type }) => {
      const row = rowOf.get(period)
      const point = row === undefined ? undefined : points[row]
      if (row === undefined || !point || point.value === null || type === 'common_cause') return []
      const size = point === last ? 4.5 : 3
      const path = diamond(xOf(row), yOf(point.value), size)
      return [{ key: period, path, isProvisional: point.provisional }]
    }),
    last:
      last && last.value !== null && !standsOut(last)
        ? { x: xOf(points.length - 1), y: yOf(last.value), isProvisional: last.provisional }
        : null,
  }
}

function diamond(x: number, y: number, size: number): string {
  return `M${x} ${round(y - size)}L${round(x + size)} ${y}L${x} ${round(y + size)}L${round(x - size)} ${y}Z`
}

/** Stretches without a gap, and within one definition. */
export function runsOf(
  points: readonly Pick<CardPoint, 'value' | 'startsAnew'>[],
): { row: number; value: number }[][] {
  const runs: { row: number; value: number }[][] = [[]]
  for (const [row, { value, startsAnew }] of points.entries()) {
    if (value === null || startsAnew) runs.push([])
    if (value === null) continue
    runs.at(-1)?.push({ row, value })
  }
  return runs.filter(({ length }) => length > 0)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
