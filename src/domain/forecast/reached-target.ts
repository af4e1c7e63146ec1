import type { Frequency } from '../periods/period.ts'
import { shownPercent } from './chance-words.ts'

/** Periods in a row for which a target must be met to be kept, where its plan does not say: no single month counts. */
export const usualSustain: Record<Frequency, number> = { month: 3, quarter: 2, year: 1 }

/** Months of which it is told whether their figures met the target. */
export const monthsLately = 24

/**
 * A chance at or below this, in percent as it is shown, is told as "not likely", of meeting a target and of keeping it.
 * How often the sentence comes true in each family of series: docs/calculations.md#meeting-a-target.
 */
export const notLikely = { met: 5, kept: 15 } as const

/**
 * What may come of a target, going on as now: three events, each with its own chance. It is met in a period; it is met
 * in any period by a date; it is kept, that is met for `sustain` periods in a row, by a date.
 */
export interface ReachChances {
  kind: 'chances'
  sustain: number
  /** periods in a row that meet it already, up to the latest; fewer than `sustain` */
  run: number
  /** how many figures of the last two years meet it */
  metLately: number
  /** of how many that are held; 0 where how often may not be told; absent in an analysis of before it was asked */
  heldLately?: number | undefined
  /** of meeting it in a period: the mean of the coming year's */
  inOne: number
  /** of meeting it in any period, and of having kept it, by the target's date; null where that cannot be asked */
  everBy: number | null
  keptBy: number | null
  /** the same within the 18 months that anybody can look ahead */
  everWithin: number
  keptWithin: number
  /** periods by whose end it is kept with a chance shown as 10, 50 and 90% or more; null beyond 18 months */
  earliest: string | null
  median: string | null
  latest: string | null
}

/** A target of which nothing is foretold; `rounded`: the figures shown do not bear out what those received say. */
export type NoReach = { kind: 'too-few-points' } | { kind: 'no-question' } | { kind: 'rounded' }

/** What was stored before the three events were told apart: nothing is told of it but that the latest figure met it. */
export type EarlierReach =
  | { kind: 'reaches'; earliest: string; median: string; latest: string | null }
  | { kind: 'met' }
  | { kind: 'not-on-current-trend' }

/** What may come of a target that is kept now, going on as now: whether each period up to one meets it. */
export interface Stays {
  /** of meeting it in every period up to the last */
  chance: number
  /** that of the target's date, or a year ahead where it has none ahead */
  until: string
  /** the last of them is itself more likely to miss it than not: where the forecast leads, and no play of chance */
  isLeading: boolean
}

/** `kept`: met in so many periods in a row up to the latest, `sustain` or more. */
export interface KeptTarget {
  kind: 'kept'
  run: number
  /** null where nothing is foretold; left out in an analysis of before it was told */
  stays?: Stays | null | undefined
}

export type ReachedTarget = ReachChances | KeptTarget | NoReach | EarlierReach

/** What may be said in one word: the first that holds. */
export type Outlook = 'not-met' | 'kept' | 'now-and-then' | 'not-kept' | 'open'

/**
 * What figures of the last two years met, since a re-baseline, is never told as not likely to be met, whatever the
 * forecast says; and what none of them met is not told as met now and then.
 *
 * @example met in some month with chance 0.9, kept with chance 0.05 → 'now-and-then'; 0.04 and 0 → 'not-met'
 */
export function outlookOf({ metLately, everWithin, keptWithin, median }: ReachChances): Outlook {
  if (metLately === 0 && shownPercent(everWithin) <= notLikely.met) return 'not-met'
  if (median !== null) return 'kept'
  if (shownPercent(keptWithin) > notLikely.kept) return 'open'
  return metLately > 0 ? 'now-and-then' : 'not-kept'
}

/** Whether the month that is told for one half is that of nine in ten as well: by then it is likely. */
export function isLikelyBy({ median, latest }: Pick<ReachChances, 'median' | 'latest'>): boolean {
  return median !== null && median === latest
}

/** Null where nothing is foretold. */
export function outlookAhead(reach: ReachedTarget): Outlook | null {
  return reach.kind === 'chances' ? outlookOf(reach) : null
}
