import { useState } from 'react'
import { type Action, actionAsItStands } from '../../../api/actions.ts'
import { asksToConfirm } from '../../../api/api-error.ts'
import type { PinnedView } from '../../../api/view.ts'
import { Modal } from '../../../ui/Modal.tsx'
import { Notice } from '../../../ui/states.tsx'
import { type NewestLog, writePublication } from '../release-words.ts'
import { ActionForm } from './ActionForm.tsx'
import { type ActionDraft, type ActionFields, fieldsOf, newFields } from './action-draft.ts'
import { ConflictChoice } from './ConflictChoice.tsx'
import { checkDraft, type Fault } from './check-draft.ts'
import type { FormChoices } from './form-choices.ts'
import { useActionDraft } from './use-action-draft.ts'
import { refusalOf, useSaveAction } from './use-save-action.ts'

export interface ActionDialogProps {
  view: PinnedView
  /** null for a new one */
  action: Action | null
  /** what a new action is about: the id of a measure or a milestone, or empty */
  link: string
  /** the state that was asked for when the form was opened */
  status: string | undefined
  today: string
  newest: NewestLog | null
  choices: FormChoices
  onClose: () => void
  onSaved: (saved: Action, isNew: boolean) => void
}

/** Records an action, or changes one. What is written stays on this device until it is saved. */
export function ActionDialog({
  view,
  action,
  link,
  status,
  today,
  newest,
  choices,
  ...on
}: ActionDialogProps) {
  const id = action?.id ?? null
  const draft = useActionDraft(id, () => startOf(action, today), {
    ...(link !== '' && { link }),
    ...(status !== undefined && { status }),
  })
  const save = useSaveAction(view.audience)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const theirs = actionAsItStands(save.error)
  const send = (sent: ActionDraft, confirmed?: true) => {
    const found = checkDraft(sent.fields, { today, isNew: id === null })
    setFaults(found)
    if (found.length > 0) return
    save.mutate(
      { id, draft: sent, ...(confirmed && { confirmed }) },
      {
        onSuccess: (saved) => {
          draft.finish()
          on.onSaved(saved, id === null)
        },
        onError: (error) => {
          const { field, message } = refusalOf(error)
          if (field !== null) setFaults([{ field, message }])
        },
      },
    )
  }
  return (
    <Modal title={id === null ? 'Record an action' : `Update action ${id}`} onClose={on.onClose}>
      {theirs && draft.draft.read ? (
        <ConflictChoice
          read={draft.draft.read.fields}
          mine={draft.draft.fields}
          theirs={theirs}
          choices={choices}
          isSaving={save.isPending}
          onResolve={(fields) => {
            save.reset()
            send(draft.rebase(readOf(theirs), fields))
          }}
          onTakeTheirs={() => {
            draft.finish()
            on.onSaved(theirs, false)
          }}
        />
      ) : (
        <>
          {draft.isRestored && (
            <Notice>
              <span>This draft was kept on this device; it is not saved yet.</span>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  draft.discard()
                  setFaults([])
                  save.reset()
                }}
              >
                Throw the draft away
              </button>
            </Notice>
          )}
          <ActionForm
            id={id}
            fields={draft.draft.fields}
            from={action}
            today={today}
            begins={status === 'closed' ? 'whatChanged' : 'action'}
            choices={choices}
            faults={faults}
            failure={save.error && faults.length === 0 ? refusalOf(save.error).message : null}
            isToConfirm={asksToConfirm(save.error)}
            isSaving={save.isPending}
            isKept={draft.isKept}
            publication={writePublication(draft.draft.fields.release, id, newest)}
            onWrite={(changes) => {
              // other words are to be looked at anew
              if (asksToConfirm(save.error)) save.reset()
              draft.write(changes)
            }}
            onConfirm={() => send(draft.draft, true)}
            onSave={() => send(draft.draft)}
          />
        </>
      )}
    </Modal>
  )
}

function startOf(action: Action | null, today: string): Omit<ActionDraft, 'key'> {
  if (!action) return { read: null, fields: newFields(today) }
  const read = readOf(action)
  return { read, fields: read.fields }
}

function readOf(action: Action): { version: number; fields: ActionFields } {
  return { version: action.version, fields: fieldsOf(action) }
}
