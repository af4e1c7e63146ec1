import { type ActionStatus, actionStatuses } from '../../domain/actions/action.ts'
import { oneOf, words } from '../../domain/addresses/parameter.ts'

/** A state, or the three that still ask for something. */
export const statusChoices = ['unsettled', ...actionStatuses] as const
export type StatusChoice = (typeof statusChoices)[number]

const text = words(1, 200)

/** The page's own part of the address. */
export const actionsSearchShape = {
  board: text,
  owner: text,
  status: oneOf(statusChoices),
  overdue: oneOf(['yes']),
  carried: oneOf(['yes']),
  linked: oneOf(['no']),
  kpi: text,
  group: oneOf(['none']),
  log: oneOf(['live']),
  action: text,
  new: text,
  change: text,
  to: oneOf(actionStatuses),
}

export interface ActionsSearch {
  board?: string | undefined
  owner?: string | undefined
  status?: StatusChoice | undefined
  overdue?: 'yes' | undefined
  /** carried over at least once */
  carried?: 'yes' | undefined
  /** `no`: linked to no measure */
  linked?: 'no' | undefined
  /** linked to this measure, or to one of its milestones */
  kpi?: string | undefined
  /** `none`: one list, the earliest due first, in place of the boards */
  group?: 'none' | undefined
  /** the log as it is today, in place of the edition's */
  log?: 'live' | undefined
  /** the action that a link points at */
  action?: string | undefined
  /** the form of a new action is open: the id of its measure, or `unlinked` */
  new?: string | undefined
  /** the form of this action is open */
  change?: string | undefined
  /** the state that the form is opened to set */
  to?: ActionStatus | undefined
}

/** What `new` says where no measure is meant. */
export const unlinked = 'unlinked'

/** Closes whatever form is open. */
export const noForm = { new: undefined, change: undefined, to: undefined } satisfies Partial<ActionsSearch>

/** Whether the address asks for a form. */
export function isForm({ new: isNew, change }: ActionsSearch): boolean {
  return isNew !== undefined || change !== undefined
}

/** Whether the page shows the log as it is today; nothing is ever written into an edition's. */
export function isLive(search: ActionsSearch): boolean {
  return search.log === 'live' || isForm(search)
}

/** Leaves no action out. */
export const nothingChosen = {
  board: undefined,
  owner: undefined,
  status: undefined,
  overdue: undefined,
  carried: undefined,
  linked: undefined,
  kpi: undefined,
} satisfies Partial<ActionsSearch>

/** Whether the address leaves actions out. */
export function isFiltered(search: ActionsSearch): boolean {
  return Object.keys(nothingChosen).some((name) => search[name as keyof typeof nothingChosen] !== undefined)
}
