import { queryOptions } from '@tanstack/react-query'
import type { Action, ActionsReply, EditAction, RecordAction } from '../contract/actions.ts'
import type { Audience } from '../contract/common.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import { paths } from '../contract/paths.ts'
import { versionTag } from '../contract/version-tag.ts'
import { ApiError } from './api-error.ts'
import { getJson, sendJson } from './client.ts'
import { readAs } from './contract.ts'
import { freshFor, type PinnedView } from './view.ts'

/** The log as it stood when an edition was published. */
export const actionsQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['actions', view.edition, view.audience],
    queryFn: ({ signal }) => getJson(paths.actions(view), ({ ActionsReply }) => ActionsReply, signal),
    staleTime: freshFor(view),
  })

/** The log as it is now; others write in it too, so it is asked for again. */
export const liveActionsQuery = (audience: Audience) =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['actions', 'live', audience],
    queryFn: ({ signal }) => getJson(paths.liveActions(audience), ({ ActionsReply }) => ActionsReply, signal),
    staleTime: 10_000,
    refetchInterval: 60_000,
  })

/** Records an action. Sent again under the same `key`, it is recorded once: give each draft a key of its own. */
export const recordAction = (given: RecordAction): Promise<Action> =>
  sendJson('POST', officerPaths.recordAction(), ({ Action }) => Action, given)

/**
 * Changes an action as it was read.
 * @throws ApiError of kind `conflict` where somebody else changed it meanwhile: see `actionAsItStands`
 */
export const changeAction = (read: Pick<Action, 'id' | 'version'>, edit: EditAction): Promise<Action> =>
  sendJson('PATCH', officerPaths.action(read.id), ({ Action }) => Action, edit, {
    'if-match': versionTag(read.version),
  })

/** What a conflict says that the action is now; null for every other failure. */
export function actionAsItStands(error: unknown): Action | null {
  if (!(error instanceof ApiError) || error.kind !== 'conflict') return null
  return readAs(error.refusal.current, ({ Action }) => Action)
}

export type { Action, ActionsReply, EditAction, RecordAction }
