import type { LoadComparison } from '../../../api/loads.ts'

type History = LoadComparison['restated'][number]['history']

export const pictureSize = { width: 176, height: 48 } as const
const inset = { x: 5, y: 6 } as const

export interface OldAndNewLines {
  /** unbroken runs; a figure that is not given is a gap */
  before: string[]
  after: string[]
  /** the restated figure, as it stands and as it would be */
  was: { x: number; y: number } | null
  is: { x: number; y: number } | null
}

/** A series as it stands and as it would be, in 176 × 48 px, both on the scale of both. */
export function layOutOldAndNew(history: History, period: string): OldAndNewLines {
  const values = history.flatMap(({ before, after }) => [before, after]).filter((value) => value !== null)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const step = (pictureSize.width - 2 * inset.x) / Math.max(1, history.length - 1)
  const placeOf = (index: number, value: number) => ({
    x: round(inset.x + index * step),
    y:
      high === low
        ? pictureSize.height / 2
        : round(
            pictureSize.height -
              inset.y -
              ((value - low) / (high - low)) * (pictureSize.height - 2 * inset.y),
          ),
  })
  const runsOf = (side: 'before' | 'after') => {
    const runs: string[] = []
    let isOpen = false
    for (const [index, point] of history.entries()) {
      const value = point[side]
      if (value !== null) {
        const { x, y } = placeOf(index, value)
        const run = isOpen ? runs.pop() : undefined
        runs.push(run === undefined ? `M${x} ${y}` : `${run}L${x} ${y}`)
      }
      isOpen = value !== null
    }
    return runs
  }
  const index = history.findIndex((point) => point.period === period)
  const markOf = (side: 'before' | 'after') => {
    const value = history[index]?.[side] ?? null
    return value === null ? null : placeOf(index, value)
  }
  return { before: runsOf('before'), after: runsOf('after'), was: markOf('before'), is: markOf('after') }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
