import type { Action } from '../../domain/actions/action.ts'
import { editionBefore, type Vintage } from '../timeline.ts'
import { boardActions } from './boards.ts'
import { actionAt } from './recorded.ts'
import { scrutinyActions } from './scrutiny.ts'
import { serviceActions } from './service.ts'

const recorded = [...scrutinyActions, ...serviceActions, ...boardActions].sort((a, b) =>
  a.raised === b.raised ? (a.id < b.id ? -1 : 1) : a.raised < b.raised ? -1 : 1,
)

/** The log as it stood when an edition was published. */
function actionsAt({ publishedAt }: Vintage): Action[] {
  return recorded.flatMap((action) => actionAt(action, publishedAt.slice(0, 10)) ?? [])
}

/** What an edition brings of the log: all of it at first, then what is new or not as it was. */
export function actionsOf(vintage: Vintage): Action[] {
  const actions = actionsAt(vintage)
  if (vintage.number === 1) return actions
  const known = new Set(actionsAt(editionBefore(vintage)).map((action) => JSON.stringify(action)))
  return actions.filter((action) => !known.has(JSON.stringify(action)))
}
