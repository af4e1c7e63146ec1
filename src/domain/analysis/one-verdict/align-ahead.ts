import { leastTold } from '../../forecast/chance-words.ts'
import { oftenMet, tellableInOne } from '../../forecast/odds-words.ts'
import {
  outlookAhead,
  type ReachChances,
  type ReachedTarget,
  type Stays,
} from '../../forecast/reached-target.ts'
import { standingOfRequired } from '../../forecast/required-change.ts'
import type { HiddenByRounding, SeriesAnalysis } from '../edition-analysis.ts'
import type { SeriesAhead } from '../series-ahead.ts'
import type { MetForCertain } from './met-for-certain.ts'

type Ahead = Pick<SeriesAnalysis, 'forecast' | 'reach' | 'required'>

/** Chances are told to five in a hundred: nothing finer is published of the figures received. */
const tellable = 20

/**
 * What lies ahead, as the figures received have it: whether and when a target is kept, and how likely. It is told where
 * the figures published bear it out: where they meet the target now, and have met it, as those received do. The fan is
 * drawn from the figures that are published, and what it would take is reckoned from them.
 *
 * @param received null where the latest figure is withheld: nothing is told of what it would lead to
 * @param placed the same, wherever withheld figures are (withWithheldPlaced): it is told where all lead to what officers
 * read, to the step of each chance
 * @param met how many figures published meet the target whatever they were before they were rounded
 */
export function alignAhead(
  own: SeriesAhead,
  received: Ahead | null,
  hidden: readonly HiddenByRounding[],
  placed: readonly Ahead[] = [],
  met: MetForCertain | null = null,
): SeriesAhead {
  if (received === null) return { ...own, reach: { kind: 'no-question' }, required: null }
  // rounding can make figures look as if they added up through the year, or not
  const forecast = received.forecast.length > 0 ? own.forecast : []
  if (hidden.includes('target')) {
    return {
      ...own,
      forecast,
      reach: isForetold(own.reach) ? { kind: 'rounded' } : own.reach,
      required: null,
    }
  }
  const reaches = placed.map(({ reach }) => reach)
  const isTold = isBeyondWithheld(own.required, received.required, placed)
  return {
    ...own,
    forecast,
    reach: reaches.some((reach) => isApart(reach, received.reach))
      ? { kind: 'rounded' }
      : alignReach(own.reach, withWhatAllSay(received.reach, reaches), met),
    required: isTold ? own.required : null,
  }
}

/**
 * What is told of a target's figures so far rests on those published, and so does whether it is: what may be kept or not
 * by what rounding hides is told as neither.
 *
 * @example kept for 7 months as received; of the figures published the last 2 meet it for certain, and 7 may → met now
 */
export function alignReach(
  own: ReachedTarget,
  received: ReachedTarget,
  met: MetForCertain | null,
): ReachedTarget {
  if (met && isForetold(own) && isForetold(received)) {
    const { sustain, run, lately } = met
    if (run.least < sustain && run.most >= sustain)
      return run.least > 0 ? { kind: 'met' } : { kind: 'rounded' }
    if (lately.least === 0 && lately.most > 0) return { kind: 'rounded' }
    if (received.kind === 'kept' && run.least >= sustain)
      return { kind: 'kept', run: run.least, stays: tellableStays(received.stays) }
    if (own.kind === 'chances' && received.kind === 'chances') return tellableReach(own, received, met)
  }
  if (!isForetold(own)) return own
  return isForetold(received) ? { kind: 'rounded' } : received
}

/** What withheld figures decide is left out: whether a target stays kept, and the chances by its date. */
function withWhatAllSay(received: ReachedTarget, placed: readonly ReachedTarget[]): ReachedTarget {
  const isSaidByAll = placed.every((reach) => partsOf(reach) === partsOf(received))
  if (isSaidByAll) return received
  switch (received.kind) {
    case 'kept':
      return { ...received, stays: null }
    case 'chances':
      return { ...received, everBy: null, keptBy: null }
    default:
      return received
  }
}

/** What can be left out while the rest is told. */
function partsOf(reach: ReachedTarget): string | null {
  if (reach.kind === 'chances') return `${tellableChance(reach.everBy)} ${tellableChance(reach.keptBy)}`
  const { stays } = reach.kind === 'kept' ? reach : {}
  return stays ? `${tellableChance(stays.chance)} ${stays.isLeading} ${stays.until}` : null
}

function tellableStays(stays: Stays | null | undefined): Stays | null {
  return stays ? { ...stays, chance: tellableChance(stays.chance) } : null
}

function isForetold({ kind }: ReachedTarget): boolean {
  return kind === 'kept' || kind === 'chances'
}

/** Whether a reader of one would read of another chance, or another time, than a reader of the other. */
function isApart(one: ReachedTarget, other: ReachedTarget): boolean {
  return isForetold(one) && isForetold(other) && (one.kind !== other.kind || stepsOf(one) !== stepsOf(other))
}

/** The outlook, and every chance and time that its words can hold, as they are told. */
function stepsOf(reach: ReachedTarget): string | null {
  if (reach.kind !== 'chances') return null
  const { inOne, everWithin, keptWithin, earliest, median, latest } = reach
  const chances = [tellableInOne(inOne), tellableChance(everWithin), tellableChance(keptWithin)]
  return [outlookAhead(reach), ...chances, earliest, median, latest].join(' ')
}

function tellableReach(
  own: ReachChances,
  received: ReachChances,
  { run, lately }: MetForCertain,
): ReachChances {
  const { everBy, keptBy, everWithin, keptWithin } = received
  return {
    ...received,
    run: run.least,
    metLately: lately.least,
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

/** What it would take is told where it stands to what was kept up before as it does wherever withheld figures are. */
function isBeyondWithheld(
  own: Ahead['required'],
  received: Ahead['required'],
  placed: readonly Ahead[],
): boolean {
  const standingOf = (required: Ahead['required']) => required && standingOfRequired(required)
  return [received, ...placed.map(({ required }) => required)].every(
    (required) => standingOf(required) === standingOf(own),
  )
}
