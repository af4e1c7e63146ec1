import { isMilestoneComplete, judgeMilestone } from '../plans/judge-milestone.ts'
import type { Brag, Milestone, MilestoneMove } from '../plans/plan.ts'

export const milestoneChangeKinds = [
  'added',
  'moved',
  'completed',
  'reopened',
  'overdue',
  'status',
  'withdrawn',
] as const
type MilestoneChangeKind = (typeof milestoneChangeKinds)[number]

interface MilestoneState {
  currentDue: string
  completed: string | null
  brag: Brag
  delivery: ReturnType<typeof judgeMilestone>['delivery']
  isOverdue: boolean
  slipWorkingDays: number
  rule: string
}

export interface MilestoneChange {
  id: string
  title: string
  workstream: string
  kpi: string | null
  ownerRole: string
  /** the date first promised; left out by services that do not tell it */
  baselineDue?: string | undefined
  changes: MilestoneChangeKind[]
  /** moves that the earlier edition does not know, oldest first; `nth` counts from the first promise */
  moves: (MilestoneMove & { nth: number })[]
  before: MilestoneState | null
  after: MilestoneState | null
}

interface MilestonesOfEdition {
  milestones: readonly Milestone[]
  dataAsAt: string
}

/**
 * Milestones that stand otherwise in the later of two editions, each judged on the day of its own edition; a
 * milestone that is neither moved nor judged otherwise is left out.
 *
 * @example moved a third time → changes ['moved', 'status'], moves [{ nth: 3 }], after.brag 'red'
 */
export function compareMilestones(from: MilestonesOfEdition, to: MilestonesOfEdition): MilestoneChange[] {
  const earlier = new Map(from.milestones.map((milestone) => [milestone.id, milestone]))
  const later = new Set(to.milestones.map(({ id }) => id))
  return [
    ...to.milestones.map((milestone) =>
      compareMilestone(earlier.get(milestone.id) ?? null, milestone, from.dataAsAt, to.dataAsAt),
    ),
    ...from.milestones
      .filter(({ id }) => !later.has(id))
      .map((milestone) => compareMilestone(milestone, null, from.dataAsAt, to.dataAsAt)),
  ].filter((change) => change !== null && change.changes.length > 0) as MilestoneChange[]
}

function compareMilestone(
  was: Milestone | null,
  is: Milestone | null,
  asOfBefore: string,
  asOfAfter: string,
): MilestoneChange | null {
  const milestone = is ?? was
  if (!milestone) return null
  const { id, title, workstream, kpi, ownerRole, baselineDue } = milestone
  const before = was && stateOf(was, asOfBefore)
  const after = is && stateOf(is, asOfAfter)
  const moves = was && is ? newMoves(was, is, asOfBefore, asOfAfter) : []
  return {
    id,
    title,
    workstream,
    kpi,
    ownerRole,
    baselineDue,
    changes: changesBetween(before, after, moves.length > 0),
    moves,
    before,
    after,
  }
}

function stateOf(milestone: Milestone, asOf: string): MilestoneState {
  const { brag, delivery, isOverdue, slipWorkingDays, rule } = judgeMilestone(milestone, asOf)
  return {
    currentDue: milestone.currentDue,
    completed: isMilestoneComplete(milestone, asOf) ? milestone.completed : null,
    brag,
    delivery,
    isOverdue,
    slipWorkingDays,
    rule,
  }
}

function changesBetween(
  before: MilestoneState | null,
  after: MilestoneState | null,
  hasMoves: boolean,
): MilestoneChangeKind[] {
  if (!after) return ['withdrawn']
  if (!before) return ['added']
  const changes: MilestoneChangeKind[] = []
  if (hasMoves || before.currentDue !== after.currentDue) changes.push('moved')
  if (before.completed === null && after.completed !== null) changes.push('completed')
  if (before.completed !== null && after.completed === null) changes.push('reopened')
  if (!before.isOverdue && after.isOverdue) changes.push('overdue')
  if (before.brag !== after.brag) changes.push('status')
  return changes
}

function newMoves(was: Milestone, is: Milestone, asOfBefore: string, asOfAfter: string) {
  const identify = ({ from, to, movedOn }: MilestoneMove) => `${from} ${to} ${movedOn}`
  const known = new Set(was.moves.filter(({ movedOn }) => movedOn <= asOfBefore).map(identify))
  return is.moves
    .filter(({ movedOn }) => movedOn <= asOfAfter)
    .map((move, index) => ({ ...move, nth: index + 1 }))
    .filter((move) => !known.has(identify(move)))
}
