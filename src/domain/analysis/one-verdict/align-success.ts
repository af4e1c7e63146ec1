import type { SuccessState } from '../../plans/judge-success.ts'
import type { DateOutcome } from '../../plans/success-history.ts'

/**
 * What became of a promise, told in published figures where those received tell the same: of their runs one may be cut
 * short by a figure that is withheld, or close to what was promised and rounded. Elsewhere it is unknown, and of the
 * latest figure said what both show.
 *
 * @param period the latest that is published
 * @example received: kept for 3 months; published: for 2, before which one is withheld → unknown
 */
export function alignSuccess(own: SuccessState, received: SuccessState, period: string | null): SuccessState {
  if (!('date' in own) || !('date' in received) || isAlike(own, received)) return own
  // what was kept before may be hidden, where what stands now is not
  if (own.kind === 'met' && received.kind === 'met' && isSameOutcome(own.date, received.date))
    return { ...own, kept: [] }
  const isOpen = own.kind === 'unknown'
  return {
    kind: 'unknown',
    latestMeets: latestMeets(own) === latestMeets(received) ? latestMeets(own) : null,
    reason: isOpen ? own.reason : 'partly-shown',
    period: isOpen ? own.period : period,
    date: isSameOutcome(own.date, received.date) ? own.date : { kind: 'none' },
    kept: own.kept.length === received.kept.length ? own.kept : [],
  }
}

/** Of the latest figure alone, whatever came before it. */
function latestMeets(state: Judged): boolean | null {
  switch (state.kind) {
    case 'met':
    case 'met-again':
    case 'not-sustained-yet':
      return true
    case 'missed':
      return state.periods > 0
    case 'lost':
    case 'not-met':
      return false
    case 'unknown':
      return state.latestMeets
    case 'so-far':
      return null
  }
}

type Judged = Extract<SuccessState, { date: DateOutcome }>

function isAlike(own: Judged, received: Judged): boolean {
  return (
    own.kind === received.kind &&
    isSameOutcome(own.date, received.date) &&
    own.kept.length === received.kept.length &&
    (own.kind === 'met' || periodsOf(own) === periodsOf(received))
  )
}

/** What rounding leaves open contradicts nothing; nor does a missed date of which is not told what was kept before. */
function isSameOutcome(own: DateOutcome, received: DateOutcome): boolean {
  const isLess = own.kind === 'missed' && received.kind === 'lost'
  return own.kind === 'unjudged' || own.kind === received.kind || isLess
}

function periodsOf(state: Judged): number | null {
  return 'periods' in state ? state.periods : null
}
