import { addDays } from '../domain/periods/calendar.ts'
import { periodStart } from '../domain/periods/period.ts'
import type { Milestone } from '../domain/plans/plan.ts'
import type { LoadedRecords } from './assemble.ts'
import type { Cells } from './cells.ts'
import { problemAt, type Report } from './problem.ts'
import type { Placed } from './record-file.ts'

/** So many years from today nothing of a plan is due: a digit of the year is wrong. */
const farYears = 20

/**
 * Holds what is said to have happened to the day of the load: nothing was done after it. And the moves of a milestone to
 * its dates, which they lead from one to the other.
 */
export function watchPlanDays(
  loaded: Pick<
    LoadedRecords,
    'milestones' | 'moves' | 'actions' | 'reviews' | 'commentary' | 'trajectory' | 'targets'
  >,
  milestones: readonly Milestone[],
  today: string,
  report: Report,
) {
  // in summer a day begins an hour before that of UTC
  const latest = addDays(today, 1)
  const happened = (cells: Cells, column: string, day: string | null, what: string) => {
    if (day === null || day === '' || day <= latest) return
    cells.fault(
      column,
      `${what} on ${day}, which is after today`,
      'put the day right, or leave it empty until then',
    )
  }
  const far = (cells: Cells, column: string, day: string | null, what: string) => {
    if (!day || Math.abs(yearOf(day) - yearOf(today)) <= farYears) return
    report(
      problemAt(cells.place(column)).asked(
        `${what} ${yearOf(day)}, more than ${farYears} years from today`,
        'put the year right; or publish it with a reason',
      ),
    )
  }
  for (const { item, cells } of loaded.milestones) {
    happened(cells, 'completed', item.completed, 'the milestone was completed')
    for (const [column, day] of [
      ['baseline_due', item.baselineDue],
      ['current_due', item.currentDue],
    ] as const)
      far(cells, column, day, 'the milestone is due in')
  }
  for (const { item, cells } of loaded.trajectory)
    far(cells, 'period', item.period, 'a figure is planned for')
  // one that has held for ever may have any day long ago
  for (const { item, cells } of loaded.targets)
    if (item.from > today) far(cells, 'valid_from', item.from, 'the target holds from')
  for (const { item, cells } of loaded.moves) {
    happened(cells, 'moved_on', item.movedOn, 'the date was moved')
    if (item.from !== '' && item.from === item.to)
      cells.fault(
        'to',
        'the move leads to the day that it leads from',
        'give the new date, or take the row out',
      )
  }
  for (const { item, cells } of loaded.actions) {
    happened(cells, 'raised', item.raised, 'the action was raised')
    happened(cells, 'closed', item.closed, 'the action was closed')
  }
  for (const { item, cells } of loaded.reviews)
    happened(cells, 'reviewed_on', item.reviewedOn, 'the risk was reviewed')
  for (const { item, cells } of loaded.commentary)
    happened(
      cells,
      'period',
      item.period === '' ? null : periodStart(item.period),
      'what is said is of a period that begins',
    )
  const assembled = new Map(milestones.map((milestone) => [milestone.id, milestone]))
  for (const placed of loaded.milestones) checkMoves(placed, assembled.get(placed.item.id), report)
}

const yearOf = (day: string) => Number(day.slice(0, 4))

/** Each move of a date has its reason and whoever approved it: one that has none is told. */
function checkMoves({ item, cells }: Placed<Milestone>, milestone: Milestone | undefined, report: Report) {
  const moves = milestone?.moves ?? []
  const [first, last] = [moves[0], moves.at(-1)]
  const at = problemAt(cells.place('current_due'))
  if ((last?.to ?? item.baselineDue) !== item.currentDue) {
    report(
      at.notice(
        last
          ? `${item.id} is due on ${item.currentDue}, and its last move leads to ${last.to}`
          : `${item.id} is due on another day than it was first promised for, and no move says why`,
        'give the move in milestone-moves.csv, with its reason and who approved it',
      ),
    )
  } else if (first && first.from !== item.baselineDue) {
    report(
      at.notice(
        `${item.id} was first promised for ${item.baselineDue}, and its first move leads from ${first.from}`,
        'give the moves before it in milestone-moves.csv',
      ),
    )
  }
}
