import { leastTold } from '../../forecast/chance-words.ts'
import { likelihoodName, oddsName, oftenMet, tellableInOne } from '../../forecast/odds-words.ts'
import {
  notLikely,
  outlookAhead,
  type ReachChances,
  type ReachedTarget,
  type Stays,
} from '../../forecast/reached-target.ts'
import { standingOfRequired } from '../../forecast/required-change.ts'
import type { HiddenByRounding, SeriesAnalysis } from '../edition-analysis.ts'
import type { SeriesAhead } from '../series-ahead.ts'

type Ahead = Pick<SeriesAnalysis, 'reach' | 'required'>

/** Chances are told to five in a hundred: nothing finer is published of the figures received. */
const tellable = 20

/**
 * What lies ahead, as the figures received have it: whether and when a target is kept, and how likely. It is told where
 * the figures published bear it out: where they meet the target now, and have met it, as those received do. The fan is
 * drawn from the figures that are published, and what it would take is reckoned from them.
 *
 * @param received null where the latest figure is withheld: nothing is told of what it would lead to
 * @param tellable the same, whatever withheld figures are (withMiddleOfWithheld): it is told, where it leads to the words
 * that officers read
 */
export function alignAhead(
  own: SeriesAhead,
  received: Ahead | null,
  hidden: readonly HiddenByRounding[],
  tellable: Ahead | null = received,
): SeriesAhead {
  if (received === null || tellable === null)
    return { ...own, reach: { kind: 'no-question' }, required: null }
  if (hidden.includes('target') || hidden.includes('target-so-far')) {
    return { ...own, reach: reachWithoutRun(own.reach, hidden), required: null }
  }
  return {
    ...own,
    reach: isApart(tellable.reach, received.reach)
      ? { kind: 'rounded' }
      : alignReach(own.reach, withStaysOfBoth(tellable.reach, received.reach)),
    required: alignRequired(own.required, tellable.required),
  }
}

/** How many figures met it so far would say on which side they lie. */
function reachWithoutRun(own: ReachedTarget, hidden: readonly HiddenByRounding[]): ReachedTarget {
  if (!isForetold(own)) return own
  if (hidden.includes('target')) return { kind: 'rounded' }
  const isMet = own.kind === 'kept' || (own.kind === 'chances' && own.run > 0)
  return { kind: isMet ? 'met' : 'no-question' }
}

/**
 * @example received: kept for 7 months; published: for the last 2, before which a rounded figure misses → hidden
 */
export function alignReach(own: ReachedTarget, received: ReachedTarget): ReachedTarget {
  if (own.kind === 'kept' && received.kind === 'kept') {
    return { kind: 'kept', run: Math.min(own.run, received.run), stays: tellableStays(received.stays) }
  }
  if (own.kind === 'chances' && received.kind === 'chances') {
    return isBorneOut(own, received) ? tellableReach(own, received) : { kind: 'rounded' }
  }
  return isForetold(own) && isForetold(received) ? { kind: 'rounded' } : own
}

/** Whether a target stays kept is told where it leads to the words that officers read, whatever withheld figures are. */
function withStaysOfBoth(tellable: ReachedTarget, received: ReachedTarget): ReachedTarget {
  if (tellable.kind !== 'kept' || received.kind !== 'kept') return tellable
  const isAlike = nameOfStays(tellable.stays) === nameOfStays(received.stays)
  return isAlike ? tellable : { ...tellable, stays: null }
}

function nameOfStays(stays: Stays | null | undefined): string | null {
  return stays ? `${likelihoodName(stays.chance, notLikely.kept)} ${stays.isLeading}` : null
}

function tellableStays(stays: Stays | null | undefined): Stays | null {
  return stays ? { ...stays, chance: tellableChance(stays.chance) } : null
}

function isForetold({ kind }: ReachedTarget): boolean {
  return kind === 'kept' || kind === 'chances'
}

function oddsOf(reach: ReachedTarget): string | null {
  return reach.kind === 'chances' ? oddsName(reach.keptWithin) : null
}

/** Whether a reader of one would expect something else than a reader of the other. */
function isApart(one: ReachedTarget, other: ReachedTarget): boolean {
  return (
    isForetold(one) &&
    isForetold(other) &&
    (one.kind !== other.kind || outlookAhead(one) !== outlookAhead(other) || oddsOf(one) !== oddsOf(other))
  )
}

/** What a reader sees of the figures so far: whether the latest meets the target, and whether any of late has. */
function isBorneOut(own: ReachChances, received: ReachChances): boolean {
  return own.run > 0 === received.run > 0 && own.metLately > 0 === received.metLately > 0
}

function tellableReach(own: ReachChances, received: ReachChances): ReachChances {
  const { everBy, keptBy, everWithin, keptWithin } = received
  return {
    ...received,
    run: Math.min(own.run, received.run),
    metLately: Math.min(own.metLately, received.metLately),
    ...tellableOften(own, received),
    everBy: tellableChance(everBy),
    keptBy: tellableChance(keptBy),
    everWithin: tellableChance(everWithin),
    keptWithin: tellableChance(keptWithin),
  }
}

/** How often officers read that it is met, where the figures published lead to the same; else no number is told. */
function tellableOften(own: ReachChances, received: ReachChances) {
  const { inOne } = received
  const often = tellableInOne(oftenMet(received))
  return often === tellableInOne(oftenMet({ ...own, inOne }))
    ? { inOne: often, heldLately: undefined }
    : { inOne: tellableInOne(inOne), heldLately: 0 }
}

/** The chance as it is put into words: none finer, and what is told alike the same. */
export function tellableChance(chance: number): number
export function tellableChance(chance: number | null): number | null
export function tellableChance(chance: number | null): number | null {
  if (chance === null) return null
  if (chance < leastTold) return 0
  return chance > 1 - leastTold ? 1 : Math.round(chance * tellable) / tellable
}

/** What it would take is told where it stands to what was kept up before as it does in the figures received. */
function alignRequired(own: Ahead['required'], received: Ahead['required']): Ahead['required'] {
  return own && received && standingOfRequired(own) === standingOfRequired(received) ? own : null
}
