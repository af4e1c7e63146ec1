import { monthOf } from '../../domain/periods/calendar.ts'
import { addPeriods } from '../../domain/periods/period.ts'
import type { Brag, Milestone, MilestoneMove } from '../../domain/plans/plan.ts'

/** A milestone with its whole history, from which each edition takes what it could know. */
export interface PlannedMilestone extends Omit<Milestone, 'currentDue' | 'status' | 'moves' | 'confidence'> {
  /** each begins where the one before ended; the first at the date first promised */
  moves: readonly Omit<MilestoneMove, 'from'>[]
  /** what was reported of it while open, with the day of the report; on track until then */
  reports: readonly { on: string; status: Brag }[]
}

type Given = Pick<PlannedMilestone, 'id' | 'title' | 'kpi' | 'successMeasure' | 'ownerRole' | 'baselineDue'> &
  Partial<PlannedMilestone>

/** The milestones of one workstream, with what most of them share. */
export function promisesOf(workstream: string, given: readonly Given[]): PlannedMilestone[] {
  return given.map((one) => ({
    workstream,
    completed: null,
    risk: null,
    evidence: null,
    release: 'public',
    moves: [],
    reports: [],
    ...one,
  }))
}

/** Day of the month on which boards meet and accept the evidence of what was completed before. */
const meetingDay = '15'

/** A milestone as it was reported on a day. */
export function milestoneAt(promise: PlannedMilestone, asAt: string): Milestone {
  const { reports, ...rest } = promise
  const moves = movesAt(promise, asAt)
  const completed = promise.completed !== null && promise.completed <= asAt ? promise.completed : null
  const open = reports.findLast((report) => report.on <= asAt)?.status ?? 'green'
  return {
    ...rest,
    currentDue: moves.at(-1)?.to ?? promise.baselineDue,
    completed,
    status: completed === null ? open : isAccepted(completed, asAt) ? 'blue' : 'green',
    evidence: completed === null ? null : promise.evidence,
    confidence: completed === null ? confidenceWords[open] : null,
    moves,
  }
}

function movesAt({ baselineDue, moves }: PlannedMilestone, asAt: string): MilestoneMove[] {
  const known: MilestoneMove[] = []
  for (const move of moves) {
    if (move.movedOn <= asAt) known.push({ from: known.at(-1)?.to ?? baselineDue, ...move })
  }
  return known
}

/** What was completed since the last meeting still waits for acceptance. */
function isAccepted(completed: string, asAt: string): boolean {
  const month = monthOf(asAt)
  const meeting = `${month}-${meetingDay}`
  return completed < (asAt >= meeting ? meeting : `${addPeriods(month, -1)}-${meetingDay}`)
}

const confidenceWords: Record<Brag, string | null> = {
  blue: null,
  green: 'high',
  amber: 'medium',
  red: 'low',
  grey: null,
}
