import type { EditableField } from '../../../domain/actions/action.ts'
import { type ActionFields, changedFields } from './action-draft.ts'

/** What two people changed in the same action, from the same beginning. */
export interface Merge {
  /** changed by both, and not alike: a person has to choose */
  both: EditableField[]
  /** changed by me alone: kept */
  mine: EditableField[]
  /** changed by somebody else alone: kept */
  theirs: EditableField[]
}

/**
 * Sorts what was changed by who changed it. Nothing that either wrote is dropped.
 *
 * @example both moved the due date, I changed the owner → both: due, mine: ownerRole
 */
export function mergeFields(read: ActionFields, mine: ActionFields, theirs: ActionFields): Merge {
  const byMe = changedFields(read, mine)
  const byThem = new Set(changedFields(read, theirs))
  const differs = new Set(changedFields(theirs, mine))
  return {
    both: byMe.filter((name) => byThem.has(name) && differs.has(name)),
    mine: byMe.filter((name) => !byThem.has(name)),
    theirs: [...byThem].filter((name) => !byMe.includes(name) || !differs.has(name)),
  }
}

export type Side = 'mine' | 'theirs'

/** The fields as they are to be saved: theirs, with what I changed alone, and with mine where I chose so. */
export function resolveFields(
  mine: ActionFields,
  theirs: ActionFields,
  merge: Merge,
  chosen: Partial<Record<EditableField, Side>>,
): ActionFields {
  const resolved: ActionFields = { ...theirs, note: mine.note }
  for (const name of merge.mine) resolved[name] = mine[name]
  for (const name of merge.both) if (chosen[name] === 'mine') resolved[name] = mine[name]
  return resolved
}
