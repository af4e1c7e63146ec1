import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  actionAsItStands,
  changeAction,
  liveActionsQuery,
  type Action as SentAction,
} from '../../../api/actions.ts'
import type { Session } from '../../../api/session.ts'
import type { PinnedView } from '../../../api/view.ts'
import type { Action, ActionStatus } from '../../../domain/actions/action.ts'
import { changeAction as changedBy } from '../../../domain/actions/change-action.ts'
import { refusalOf, withAction } from './use-save-action.ts'

interface Step {
  action: Action
  status: ActionStatus
}

/** Takes an action to its next state at one press: shown at once, and put back where it could not be saved. */
export function useNextStep(view: PinnedView, session: Pick<Session, 'role' | 'name'>, today: string) {
  const client = useQueryClient()
  const { queryKey } = liveActionsQuery(view.audience)
  const put = (action: Action) =>
    client.setQueryData(queryKey, (log) => log && withAction(log, asSent(action)))
  return useMutation({
    // without a connection it fails at once and is put back
    networkMode: 'always',
    mutationFn: ({ action, status }: Step) => changeAction(action, { status }),
    onMutate: async ({ action, status }) => {
      await client.cancelQueries({ queryKey })
      const at = new Date().toISOString()
      const outcome = changedBy(action, { status }, { ...session, at, day: today })
      if (outcome.kind === 'changed') put(outcome.action)
    },
    onSuccess: put,
    onError: (error, { action }) => {
      put(actionAsItStands(error) ?? action)
    },
    onSettled: () => void client.invalidateQueries({ queryKey }),
  })
}

function asSent(action: Action): SentAction {
  const history = action.history.map((event) => ({ ...event, changes: [...event.changes] }))
  return { ...action, history }
}

/** What became of a step that could not be saved. */
export function stepRefused(error: Error, id: string): string {
  return actionAsItStands(error)
    ? `Action ${id} was not changed: somebody else changed it meanwhile, and it is shown as they left it.`
    : `Action ${id} was not changed, and is shown as it was. ${refusalOf(error).message}`
}
