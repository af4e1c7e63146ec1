import type { Brag, Milestone } from './plan.ts'
import { workingDaysBetween } from './working-days.ts'

/** Delivery as shown: a word, whatever was reported. */
export const deliveryStatuses = ['complete', 'on-track', 'at-risk', 'late', 'not-started'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

export interface MilestoneJudgement {
  /** what is shown */
  brag: Brag
  delivery: DeliveryStatus
  /** working days from the date first promised to completion, to today if overdue, or to the current due date */
  slipWorkingDays: number
  isOverdue: boolean
  /** what was reported, where the computed status differs; null where they agree */
  reportedDiffers: Brag | null
  /** the rule that set the status, in words */
  rule: string
}

/** A slip over this many working days is red; anything from one day is amber at best. */
const redSlipWorkingDays = 20
/** This many moves of the date is red. */
const redMoves = 3

/** Done by a day: what is recorded for a later day is not yet known on it. */
export function isMilestoneComplete(milestone: Pick<Milestone, 'completed'>, asOf: string): boolean {
  return milestone.completed !== null && milestone.completed <= asOf
}

export function isMilestoneOverdue(
  milestone: Pick<Milestone, 'completed' | 'currentDue'>,
  asOf: string,
): boolean {
  return !isMilestoneComplete(milestone, asOf) && milestone.currentDue < asOf
}

/**
 * Delivery status of a milestone as of a day.
 *
 * Red: overdue, slipped by more than 20 working days, or moved a third time. Amber at best: slipped by 1 to 20
 * working days. Blue: complete, and reported as accepted, whatever its slip; what is complete and not yet accepted
 * keeps the colour of its slip. Otherwise as reported; an overdue milestone is never green.
 *
 * Red and not complete is `late`, told as off track: late would be untrue of what has only moved three times.
 *
 * @example first promised for 30 Sep 2025, open on 6 Oct 2025 → red, late, 4 working days
 */
export function judgeMilestone(milestone: Milestone, asOf: string): MilestoneJudgement {
  const isComplete = isMilestoneComplete(milestone, asOf)
  const isOverdue = isMilestoneOverdue(milestone, asOf)
  const end = isComplete ? (milestone.completed ?? asOf) : isOverdue ? asOf : milestone.currentDue
  const slipWorkingDays = workingDaysBetween(milestone.baselineDue, end)
  const moves = milestone.moves.filter((move) => move.movedOn <= asOf).length
  const { brag, rule } = isComplete
    ? completed(milestone.status, slipWorkingDays, moves)
    : open(milestone.status, isOverdue, slipWorkingDays, moves)
  return {
    brag,
    delivery: deliveryOf(brag, isComplete),
    slipWorkingDays,
    isOverdue,
    reportedDiffers: milestone.status === brag ? null : milestone.status,
    rule,
  }
}

function completed(reported: Brag, slip: number, moves: number): { brag: Brag; rule: string } {
  if (reported === 'blue')
    return { brag: 'blue', rule: 'Complete, and the evidence was accepted by the board.' }
  const notAccepted = 'the board has not yet accepted the evidence'
  if (moves >= redMoves) {
    return { brag: 'red', rule: `Complete, after its date had moved ${moves} times; ${notAccepted}.` }
  }
  if (slip > redSlipWorkingDays) {
    return {
      brag: 'red',
      rule: `Complete, more than ${redSlipWorkingDays} working days after the date first promised; ${notAccepted}.`,
    }
  }
  if (slip > 0) {
    return {
      brag: 'amber',
      rule: `Complete, up to ${redSlipWorkingDays} working days after the date first promised; ${notAccepted}.`,
    }
  }
  return { brag: 'green', rule: `Complete; ${notAccepted}.` }
}

function open(reported: Brag, isOverdue: boolean, slip: number, moves: number): { brag: Brag; rule: string } {
  if (isOverdue) return { brag: 'red', rule: 'Overdue on the day of this edition.' }
  if (moves >= redMoves) return { brag: 'red', rule: `Its date has moved ${moves} times.` }
  if (slip > redSlipWorkingDays) {
    return { brag: 'red', rule: `Its date has slipped by more than ${redSlipWorkingDays} working days.` }
  }
  if (reported === 'red') return { brag: 'red', rule: 'Reported as needing a decision to recover.' }
  if (slip > 0)
    return { brag: 'amber', rule: `Its date has slipped, by up to ${redSlipWorkingDays} working days.` }
  if (reported === 'amber') return { brag: 'amber', rule: 'Reported as recoverable, with a dated plan.' }
  if (reported === 'grey') return { brag: 'grey', rule: 'Not started, not yet due.' }
  return { brag: 'green', rule: 'No issue threatens its date.' }
}

function deliveryOf(brag: Brag, isComplete: boolean): DeliveryStatus {
  if (isComplete) return 'complete'
  switch (brag) {
    case 'blue':
    case 'green':
      return 'on-track'
    case 'amber':
      return 'at-risk'
    case 'red':
      return 'late'
    case 'grey':
      return 'not-started'
  }
}

export const deliveryWords: Record<DeliveryStatus, string> = {
  complete: 'complete',
  'on-track': 'on track',
  'at-risk': 'at risk',
  late: 'off track',
  'not-started': 'not started',
}
