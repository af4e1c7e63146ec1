import { addPeriods, yearBefore } from '../periods/period.ts'
import { breakBetween, type DefinitionBreak } from './comparability.ts'

/** A figure against an earlier one of the same series, or why there is no such difference. */
export type Change =
  | { kind: 'change'; by: number; from: string; was: number }
  /** one of the two is missing, withheld or not held; or what is counted changed between them */
  | { kind: 'none'; reason: 'no-figure' | 'not-comparable'; from: string }

interface DatedValue {
  period: string
  value: number | null
}

/**
 * The one comparison of two periods of a series. A difference is taken between the very two that are named, never
 * from a figure before a missing one, and never over a change of definition.
 *
 * @example Aug 312, Sep 309 → −3; with a break on 1 Sep → not comparable; with Aug missing → no figure
 */
export function changeBetween(
  breaks: readonly DefinitionBreak[],
  { period: from, value: was }: DatedValue,
  { period, value }: DatedValue,
): Change {
  if (was === null || value === null) return { kind: 'none', reason: 'no-figure', from }
  if (breakBetween(breaks, from, period)) return { kind: 'none', reason: 'not-comparable', from }
  return { kind: 'change', by: value - was, from, was }
}

/** The change from the period just before. */
export function changeOnPrevious(
  breaks: readonly DefinitionBreak[],
  points: readonly DatedValue[],
  at: DatedValue,
): Change {
  return changeBetween(breaks, heldAt(points, addPeriods(at.period, -1)), at)
}

/** The change from the same period a year before. */
export function changeOnYear(
  breaks: readonly DefinitionBreak[],
  points: readonly DatedValue[],
  at: DatedValue,
): Change {
  return changeBetween(breaks, heldAt(points, yearBefore(at.period)), at)
}

function heldAt(points: readonly DatedValue[], period: string): DatedValue {
  return points.find((point) => point.period === period) ?? { period, value: null }
}
