import { rolesWith } from '../session/role-table.ts'
import type { ActionStatus } from './action.ts'

/** Roles that may record and change actions. The panel and the author of briefings read them. */
const writers = rolesWith('POST /actions')
/** Roles that may say that an action is done with, or is not after all. */
const confirmers = rolesWith('confirm actions')

/** Where each state may go, and who may take it there. What is not listed cannot happen. */
const transitions: Record<ActionStatus, Partial<Record<ActionStatus, readonly string[]>>> = {
  open: {
    'in-progress': writers,
    'awaiting-confirmation': writers,
    closed: confirmers,
    superseded: confirmers,
  },
  'in-progress': {
    open: writers,
    'awaiting-confirmation': writers,
    closed: confirmers,
    superseded: confirmers,
  },
  'awaiting-confirmation': {
    'in-progress': writers,
    closed: confirmers,
    superseded: confirmers,
  },
  closed: { 'in-progress': confirmers },
  superseded: { open: confirmers },
}

/**
 * The states that a role may take an action to, from where it is.
 *
 * @example statusesFrom('closed', 'director') → ['in-progress']; statusesFrom('closed', 'analyst') → []
 */
export function statusesFrom(from: ActionStatus, role: string): ActionStatus[] {
  return reachableFrom(from).filter((to) => transitions[from][to]?.includes(role))
}

/** The states that anybody may take an action to, from where it is. */
export function reachableFrom(from: ActionStatus): ActionStatus[] {
  return Object.keys(transitions[from]) as ActionStatus[]
}
