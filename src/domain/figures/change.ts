import { addPeriods, yearBefore } from '../periods/period.ts'
import type { SeriesPoint } from './figure.ts'

/** A figure against an earlier one of the same series. */
export type Change =
  | { kind: 'change'; by: number; from: string; was: number }
  /** one of the two was missing, withheld or is not held */
  | { kind: 'unknown'; from: string }

/** The change from the period just before. @example Aug 312, Sep 309 → −3 */
export function changeOnPrevious(points: readonly SeriesPoint[], at: SeriesPoint): Change {
  return changeFrom(points, at, addPeriods(at.period, -1))
}

/** The change from the same period a year before. */
export function changeOnYear(points: readonly SeriesPoint[], at: SeriesPoint): Change {
  return changeFrom(points, at, yearBefore(at.period))
}

function changeFrom(points: readonly SeriesPoint[], at: SeriesPoint, from: string): Change {
  const was = points.find((point) => point.period === from)?.value ?? null
  return was === null || at.value === null
    ? { kind: 'unknown', from }
    : { kind: 'change', by: at.value - was, from, was }
}
