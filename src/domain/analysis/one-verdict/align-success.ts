import type { SuccessState } from '../../plans/judge-success.ts'
import type { DateOutcome, KeptRun } from '../../plans/success-history.ts'

/**
 * What became of a promise, told in published figures where those received tell the same: of their runs one may be cut
 * short by a figure that is withheld, or close to what was promised and rounded. Elsewhere it is unknown, and of the
 * latest figure said what both show.
 *
 * @param period the latest that is published
 * @example received: kept for 3 months; published: for 2, before which one is withheld → unknown
 */
export function alignSuccess(own: SuccessState, received: SuccessState, period: string | null): SuccessState {
  if (!('date' in own) || !('date' in received)) return own
  const date = outcomeOfBoth(own.date, received.date)
  if (isAlike(own, received)) return { ...own, date }
  // what was kept before may be hidden, where what stands now is not
  if (own.kind === 'met' && received.kind === 'met' && isSameOutcome(own.date, received.date))
    return { ...own, date, kept: [] }
  const isOpen = own.kind === 'unknown'
  return {
    kind: 'unknown',
    latestMeets: latestMeets(own) === latestMeets(received) ? latestMeets(own) : null,
    reason: isOpen ? own.reason : 'partly-shown',
    period: isOpen ? own.period : period,
    date: isSameOutcome(own.date, received.date) ? date : { kind: 'none' },
    kept: isSamePast(own.kept, received.kept) ? own.kept : [],
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
    isSamePast(own.kept, received.kept) &&
    (own.kind === 'met' || periodsOf(own) === periodsOf(received))
  )
}

/** What rounding leaves open contradicts nothing; nor does a missed date of which is not told what was kept before. */
function isSameOutcome(own: DateOutcome, received: DateOutcome): boolean {
  const isLess = own.kind === 'missed' && received.kind === 'lost'
  if (own.kind === 'not-kept' && received.kind === 'not-kept')
    return own.periods === received.periods && own.isOver === received.isOver
  return own.kind === 'unjudged' || own.kind === received.kind || isLess
}

/**
 * Of a date that was missed no more than that, where by the figures received another one shows it, or so many met it; nor
 * that it had been kept up before, where it was at another time.
 */
function outcomeOfBoth(own: DateOutcome, received: DateOutcome): DateOutcome {
  if (!isMissed(own) || !isMissed(received)) return own
  const isAsShown = own.figure.period === received.figure.period && own.periods === received.periods
  if (own.kind === 'lost' && !(received.kind === 'lost' && isWithin(own.run, received.run))) {
    const { kind: _, run: _run, ...date } = own
    return { ...date, kind: 'missed', isBare: true }
  }
  return isAsShown ? own : { ...own, isBare: true }
}

type Missed = Extract<DateOutcome, { kind: 'missed' | 'lost' }>

function isMissed(outcome: DateOutcome): outcome is Missed {
  return outcome.kind === 'missed' || outcome.kind === 'lost'
}

function isWithin({ from, until }: KeptRun, whole: KeptRun | undefined): boolean {
  return whole !== undefined && whole.from <= from && until <= whole.until
}

/** Each time that it was kept up is one of those of the figures received, of which the start or end may be hidden. */
function isSamePast(own: readonly KeptRun[], received: readonly KeptRun[]): boolean {
  return own.length === received.length && own.every((run, row) => isWithin(run, received[row]))
}

function periodsOf(state: Judged): number | null {
  return 'periods' in state ? state.periods : null
}
