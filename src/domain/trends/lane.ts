import { compareNames } from '../measures/compare-names.ts'
import { countOf } from '../measures/format.ts'
import { dayNumber } from '../periods/calendar.ts'
import { formatDate } from '../periods/labels.ts'
import { colourOf } from '../plans/colour-of.ts'
import { type DeliveryStatus, deliveryWords, judgeMilestone } from '../plans/judge-milestone.ts'
import type { Milestone } from '../plans/plan.ts'
import { describeSlip } from '../plans/slip-words.ts'

/** One milestone as the lane, the list and the table show it. */
export interface LaneMilestone {
  id: string
  title: string
  delivery: DeliveryStatus
  /** the status in whose colour it is drawn */
  colour: DeliveryStatus
  /** 'off track' */
  word: string
  /** the date first promised */
  baselineDay: number
  /** completed on, or now due */
  currentDay: number
  isComplete: boolean
  /** '30 working days late'; 'on the day promised' */
  slip: string
  /** 'Promised 30 Jun 2025, now due 31 Oct 2025' */
  dates: string
  /** why it has this status */
  rule: string
  /** where another status was reported */
  reported: string | null
}

const bragWords = { blue: 'blue', green: 'green', amber: 'amber', red: 'red', grey: 'grey' }

/** The milestones of one measure as of a day, by the date at which they stand. */
export function buildLane(milestones: readonly Milestone[], kpi: string, asOf: string): LaneMilestone[] {
  return milestones
    .filter((milestone) => milestone.kpi === kpi)
    .map((milestone) => describeMilestone(milestone, asOf))
    .sort((a, b) => a.currentDay - b.currentDay || compareNames(a.id, b.id))
}

/** How many milestones stand before the days shown, and how many after them. */
export interface MilestonesOutside {
  before: number
  after: number
}

export function countOutside(
  milestones: readonly Pick<LaneMilestone, 'currentDay'>[],
  firstDay: number,
  lastDay: number,
): MilestonesOutside {
  return {
    before: milestones.filter(({ currentDay }) => currentDay < firstDay).length,
    after: milestones.filter(({ currentDay }) => currentDay > lastDay).length,
  }
}

/** @example '8 milestones stand before the range shown and 4 after it'; null where none does */
export function outsideInWords({ before, after }: MilestonesOutside): string | null {
  const stand = (count: number) => `${countOf(count, 'milestone')} ${count === 1 ? 'stands' : 'stand'}`
  if (before > 0 && after > 0) return `${stand(before)} before the range shown and ${after} after it`
  if (before > 0) return `${stand(before)} before the range shown`
  return after > 0 ? `${stand(after)} after the range shown` : null
}

function describeMilestone(milestone: Milestone, asOf: string): LaneMilestone {
  const judged = judgeMilestone(milestone, asOf)
  const isComplete = judged.delivery === 'complete'
  const current = isComplete ? (milestone.completed ?? milestone.currentDue) : milestone.currentDue
  const moves = milestone.moves.filter(({ movedOn }) => movedOn <= asOf).length
  return {
    id: milestone.id,
    title: milestone.title,
    delivery: judged.delivery,
    colour: colourOf(judged.brag),
    word: deliveryWords[judged.delivery],
    baselineDay: dayNumber(milestone.baselineDue),
    currentDay: dayNumber(current),
    isComplete,
    slip: [
      describeSlip(judged.slipWorkingDays, milestone.baselineDue, isComplete ? current : null),
      ...(moves > 0 ? [countOf(moves, 'move')] : []),
    ]
      .filter(Boolean)
      .join(', '),
    dates: `Promised ${formatDate(milestone.baselineDue)}, ${
      isComplete
        ? `completed ${formatDate(current)}`
        : judged.isOverdue
          ? `was due ${formatDate(current)} and is overdue`
          : `now due ${formatDate(current)}`
    }`,
    rule: judged.rule,
    reported:
      judged.reportedDiffers && !isComplete ? `Reported as ${bragWords[judged.reportedDiffers]}` : null,
  }
}
