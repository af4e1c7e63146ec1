import type { Action } from '../domain/actions/action.ts'
import type { Report } from './problem.ts'
import type { Placed } from './record-file.ts'

/** Columns of actions.csv beside what they become. */
const columns = [
  ['board', 'board'],
  ['raised', 'raised'],
  ['action', 'action'],
  ['owner_role', 'ownerRole'],
  ['due', 'due'],
  ['closed', 'closed'],
  ['status', 'status'],
  ['link', 'link'],
  ['carried', 'carried'],
  ['release', 'release'],
  ['what_changed', 'whatChanged'],
] as const

/** Columns that a file may leave out: then it says nothing that could differ. */
const optional: readonly string[] = ['release', 'what_changed']

/**
 * The actions of a file that the log does not know. One that it knows stands as the log has it, since people have
 * worked on it there; where the file says something else, that is reported.
 */
export function addActions(
  brought: readonly Placed<Action>[],
  log: readonly Action[],
  report: Report,
): Action[] {
  const known = new Map(log.map((action) => [action.id, action]))
  return brought.flatMap((placed) => {
    const stood = known.get(placed.item.id)
    if (!stood) return [placed.item]
    reportDifference(placed, stood, report)
    return []
  })
}

function reportDifference({ item, cells }: Placed<Action>, stood: Action, report: Report) {
  const differing = columns.filter(
    ([column, field]) =>
      item[field] !== stood[field] && !(optional.includes(column) && cells.text(column) === null),
  )
  const [first] = differing
  if (!first) return
  const others = differing.length - 1
  const more = others ? ` (and ${others} more ${others === 1 ? 'column differs' : 'columns differ'})` : ''
  report({
    severity: 'notice',
    ...cells.place(first[0]),
    message: `${item.id} stands in the log with another ${first[0]}${differenceOf(first, stood, item)}${more}: the log is left as it is`,
    remedy: 'change it on the Actions page if the file is right, or give a new action an id of its own',
  })
}

/** Days, states and counts are told; what somebody wrote is not. */
const told: readonly string[] = ['raised', 'due', 'closed', 'status', 'carried', 'release']

function differenceOf([column, field]: (typeof columns)[number], stood: Action, item: Action): string {
  return told.includes(column) ? `: ${stood[field] ?? 'empty'} there, ${item[field] ?? 'empty'} here` : ''
}
