import type { FlaggedChange } from '../../domain/analysis/edition-analysis.ts'

export const lineSize = { width: 176, height: 48 } as const
const inset = { x: 3, y: 5 } as const

export interface HistoryLine {
  /** one path for each unbroken run of months; a missing month is a gap */
  paths: string[]
  /** figures that stand alone between two gaps */
  dots: { x: number; y: number }[]
  /** left edge of the months in which the change shows */
  sinceX: number | null
  /** the mean before, where the change is one of level and no trend went before */
  beforeY: number | null
  last: { x: number; y: number } | null
}

/**
 * The tested months of a series in 176 × 48 px, scaled to their own figures: nothing is drawn but what was tested.
 *
 * @example 36 months, a step in the last six → one path, a band from the 31st month on, the mean before as a line
 */
export function layOutHistory({ history, since, before, expected, kind }: FlaggedChange): HistoryLine {
  const beforeMean =
    expected === null && (kind === 'step' || kind === 'spike' || kind === 'drift') ? before : null
  const values = history.flatMap(({ value }) => (value === null ? [] : [value]))
  const low = Math.min(...values, ...(beforeMean === null ? [] : [beforeMean]))
  const high = Math.max(...values, ...(beforeMean === null ? [] : [beforeMean]))
  const { width, height } = lineSize
  const step = (width - 2 * inset.x) / Math.max(1, history.length - 1)
  const xOf = (row: number) => round(inset.x + row * step)
  const yOf = (value: number) =>
    high === low
      ? height / 2
      : round(height - inset.y - ((value - low) / (high - low)) * (height - 2 * inset.y))
  const runs = unbrokenRuns(history).map((run) =>
    run.map(({ row, value }) => ({ x: xOf(row), y: yOf(value) })),
  )
  const sinceRow = history.findIndex(({ period }) => period >= since)
  return {
    paths: runs
      .filter((run) => run.length > 1)
      .map((run) => `M${run.map(({ x, y }) => `${x} ${y}`).join('L')}`),
    dots: runs.filter((run) => run.length === 1).flat(),
    sinceX: sinceRow < 0 ? null : round(Math.max(0, xOf(sinceRow) - step / 2)),
    beforeY: beforeMean === null || !values.length ? null : yOf(beforeMean),
    last: runs.at(-1)?.at(-1) ?? null,
  }
}

function unbrokenRuns(history: FlaggedChange['history']): { row: number; value: number }[][] {
  const runs: { row: number; value: number }[][] = []
  let isOpen = false
  for (const [row, { value }] of history.entries()) {
    const run = runs.at(-1)
    if (value === null) isOpen = false
    else if (isOpen && run) run.push({ row, value })
    else {
      runs.push([{ row, value }])
      isOpen = true
    }
  }
  return runs
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
