import type { ActionRow } from './action-rows.ts'

/** The file has what the list has, a column for each fact. */
export const actionColumns: readonly { head: string; text: (row: ActionRow) => string | number | null }[] = [
  { head: 'Id', text: ({ id }) => id },
  { head: 'Board', text: ({ action }) => action.board },
  { head: 'Raised', text: ({ action }) => action.raised },
  { head: 'Action', text: ({ action }) => action.action },
  { head: 'Owner', text: ({ action }) => action.ownerRole },
  { head: 'Due', text: ({ action }) => action.due },
  { head: 'Status', text: ({ mark, state }) => state ?? mark.word },
  { head: 'Overdue', text: ({ isOverdue }) => (isOverdue ? 'yes' : 'no') },
  { head: 'Closed', text: ({ action }) => action.closed },
  { head: 'Times carried over', text: ({ action }) => action.carried },
  { head: 'What changed', text: ({ action }) => action.whatChanged },
  { head: 'Measure', text: ({ measure }) => measure?.name ?? null },
  { head: 'Milestone', text: ({ milestone }) => milestone?.title ?? null },
  { head: 'Measure before and after', text: ({ beside }) => beside },
]
