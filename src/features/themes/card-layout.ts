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
  /** diamonds on what is not common cause */
  special: { key: string; path: string }[]
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
      const value = row === undefined ? null : (points[row]?.value ?? null)
      if (row === undefined || value === null || type === 'common_cause') return []
      return [{ key: period, path: diamond(xOf(row), yOf(value)) }]
    }),
    last:
      last && last.value !== null
        ? { x: xOf(points.length - 1), y: yOf(last.value), isProvisional: last.provisional }
        : null,
  }
}

function diamond(x: number, y: number): string {
  return `M${x} ${round(y - 3)}L${round(x + 3)} ${y}L${x} ${round(y + 3)}L${round(x - 3)} ${y}Z`
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
