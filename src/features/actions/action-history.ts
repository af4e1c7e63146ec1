import { type Action, type ActionField, actionStatuses, isEditable } from '../../domain/actions/action.ts'
import { dayOf } from '../../domain/periods/day-of.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { actionMarks } from '../../ui/action-marks.ts'

export interface HistoryLine {
  key: string
  on: string
  by: string
  /** what changed, as one sentence */
  words: string
  note: string | null
}

export const fieldNames: Record<ActionField, string> = {
  board: 'Board',
  action: 'Action',
  ownerRole: 'Owner',
  due: 'Due date',
  status: 'Status',
  closed: 'Date of closing',
  carried: 'Times carried over',
  link: 'Measure or milestone',
  release: 'Who may see it',
  whatChanged: 'What changed',
}

/** What happened to an action, oldest first, each change in plain words. */
export function historyLines(
  { history }: Pick<Action, 'history'>,
  timezone: string,
  nameOfLink: (id: string) => string,
): HistoryLine[] {
  return history.map(({ at, byRole, changes, note }, index) => ({
    key: `${at} ${index}`,
    on: formatDate(dayOf(at, timezone)),
    by: byRole,
    words: changes
      // what follows from another change is said by that one
      .filter(({ field }) => isEditable(field))
      .map(({ field, from, to }) => changeInWords(field, from, to, nameOfLink))
      .join('; '),
    note,
  }))
}

function changeInWords(
  field: ActionField,
  from: string | null,
  to: string | null,
  nameOfLink: (id: string) => string,
): string {
  const name = fieldNames[field]
  const shown = (value: string | null) => fieldInWords(field, value, nameOfLink)
  if (field === 'status' && from === null) return 'Recorded'
  if (field === 'status') return `${shown(from)} to ${shown(to).toLowerCase()}`
  if (field === 'due') return `Due date moved from ${shown(from)} to ${shown(to)}`
  if (from === null) return `${name}: ${shown(to)}`
  return `${name}: was ${shown(from)}, now ${shown(to)}`
}

/** One field of an action as a reader sees it. @example ('due', '2025-09-26') → '26 Sep 2025' */
export function fieldInWords(
  field: ActionField,
  value: string | null,
  nameOfLink: (id: string) => string,
): string {
  if (value === null || value === '') return 'none'
  switch (field) {
    case 'due':
    case 'closed':
      return formatDate(value)
    case 'status': {
      const status = actionStatuses.find((one) => one === value)
      return status === undefined ? value : actionMarks[status].word
    }
    case 'link':
      return nameOfLink(value)
    case 'release':
      return value === 'public' ? 'the panel and the public' : 'officers only'
    case 'board':
    case 'action':
    case 'ownerRole':
    case 'carried':
    case 'whatChanged':
      return value
  }
}
