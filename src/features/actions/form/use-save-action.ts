import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  type Action,
  type ActionsReply,
  actionAsItStands,
  changeAction,
  liveActionsQuery,
  recordAction,
} from '../../../api/actions.ts'
import { ApiError } from '../../../api/api-error.ts'
import type { PinnedView } from '../../../api/view.ts'
import { type ActionDraft, type ActionFields, editOf, recordingOf } from './action-draft.ts'

export interface SaveRequest {
  /** null for a new action */
  id: string | null
  draft: ActionDraft
  /** somebody has looked at what its words give away */
  confirmed?: true
}

/** Saves a form; what comes back stands in the live log at once. */
export function useSaveAction(audience: PinnedView['audience']) {
  const client = useQueryClient()
  const { queryKey } = liveActionsQuery(audience)
  return useMutation({
    // without a connection it fails at once and says so; it does not wait unseen
    networkMode: 'always',
    mutationFn: async ({ id, draft, confirmed }: SaveRequest): Promise<Action> =>
      id === null || draft.read === null
        ? await recordAction({ ...recordingOf(draft), confirmed })
        : await changeAction(
            { id, version: draft.read.version },
            { ...editOf(draft.read.fields, draft.fields), confirmed },
          ),
    onSuccess: (saved) => {
      client.setQueryData(queryKey, (log) => log && withAction(log, saved))
      void client.invalidateQueries({ queryKey })
    },
    onError: (error) => {
      // whatever else happens, the page shows the action as it stands
      const current = actionAsItStands(error)
      if (current) client.setQueryData(queryKey, (log) => log && withAction(log, current))
    },
  })
}

/** The log with an action as it is now: in its place, or at the end where it is new. */
export function withAction(log: ActionsReply, action: Action): ActionsReply {
  const isKnown = log.actions.some(({ id }) => id === action.id)
  return {
    ...log,
    actions: isKnown
      ? log.actions.map((one) => (one.id === action.id ? action : one))
      : [...log.actions, action],
  }
}

/** Why nothing was saved, in words, and the field that is to blame where one is. */
export function refusalOf(error: Error): { field: keyof ActionFields | null; message: string } {
  if (!(error instanceof ApiError)) return { field: null, message: error.message }
  return { field: fieldNamed(error.refusal.parameter), message: messageOf(error) }
}

const fieldsOfForm: readonly (keyof ActionFields)[] = [
  'board',
  'action',
  'ownerRole',
  'raised',
  'due',
  'status',
  'link',
  'release',
  'whatChanged',
  'note',
]

function fieldNamed(parameter: string | null): keyof ActionFields | null {
  return fieldsOfForm.find((field) => field === parameter) ?? null
}

function messageOf({ kind, message }: ApiError): string {
  switch (kind) {
    case 'network':
    case 'timeout':
      return `${message} When the connection is back, it can be saved again.`
    case 'forbidden':
    case 'bad-request':
    case 'not-found':
    case 'conflict':
    case 'server':
    case 'invalid-response':
      return message
  }
}
