import type { ImprovementDirection } from '../spc/judgement.ts'
import type { ForecastMonth, ForecastResult } from './forecast.ts'

/** A person would not wait for a chance smaller than this, nor count on one: nine in ten. */
const earliestChance = 0.1
const latestChance = 0.9

/** Months ahead at which a target is reached: 1 is the first month after the last row. */
export type Reach =
  | {
      kind: 'reaches'
      /** one chance in ten of meeting it in that month */
      earliest: number
      /** as likely as not */
      median: number
      /** nine chances in ten; null where that lies beyond the forecast */
      latest: number | null
    }
  | { kind: 'not-on-current-trend' }
  | { kind: 'too-few-points' }
  | { kind: 'no-question' }

/**
 * When a target will be reached, going on as now: the first months in which the chance of meeting it is one
 * in ten, even, and nine in ten. Where it is never even within the forecast, "not on the current trend".
 * Without a target, or where neither way is good, there is no question.
 *
 * @example a fall of 5 a month from 60, target 30 or fewer, little noise → about six months
 */
export function whenReached(
  forecast: ForecastResult,
  target: number | null,
  improvement: ImprovementDirection,
): Reach {
  if (target === null || improvement === 'neutral') return { kind: 'no-question' }
  if (forecast.kind === 'too-few-points') return { kind: 'too-few-points' }
  const chances = forecast.months.map((month) => chanceOfMeeting(month, target, improvement))
  const firstWith = (chance: number) => chances.findIndex((said) => said >= chance) + 1
  const median = firstWith(0.5)
  if (median === 0) return { kind: 'not-on-current-trend' }
  return {
    kind: 'reaches',
    earliest: firstWith(earliestChance),
    median,
    latest: firstWith(latestChance) || null,
  }
}

/** The chance, 0 to 1, that the value of a month meets a target: at or beyond it on the good side. */
export function chanceOfMeeting(
  month: ForecastMonth,
  target: number,
  improvement: Exclude<ImprovementDirection, 'neutral'>,
): number {
  return improvement === 'decrease' ? month.chanceAtOrBelow(target) : month.chanceAtOrAbove(target)
}
