import { useState } from 'react'
import * as z from 'zod/mini'
import { dropDraft, keepDraft, keptDraft } from '../../../stores/drafts.ts'
import { type ActionDraft, type ActionFields, formFields } from './action-draft.ts'

const Fields = z.record(z.enum(formFields), z.string())
const Draft = z.object({
  fields: Fields,
  read: z.nullable(z.object({ version: z.int(), fields: Fields })),
  key: z.string(),
})

const nameOf = (id: string | null) => `action:${id ?? 'new'}`

/** Whether something was begun on this device and not saved: null for a new action. */
export function hasDraft(id: string | null): boolean {
  return keptDraft(nameOf(id)) !== undefined
}

/**
 * The form's fields, kept on this device with every change until they are saved or thrown away. `asked` is what
 * opened the form already says.
 */
export function useActionDraft(
  id: string | null,
  start: () => Omit<ActionDraft, 'key'>,
  asked: Partial<ActionFields>,
) {
  const [{ draft, isKept, isRestored }, setState] = useState(() => begin(id, start, asked))
  return {
    draft,
    /** whether it was begun earlier, or has been changed since the form was opened */
    isKept,
    /** whether it was begun earlier */
    isRestored,
    write: (changes: Partial<ActionFields>) =>
      setState(({ draft: before, isRestored }) => {
        const next = { ...before, fields: { ...before.fields, ...changes } }
        keepDraft(nameOf(id), next)
        return { draft: next, isKept: true, isRestored }
      }),
    /** what it is to become, on what somebody else has made of it */
    rebase: (read: NonNullable<ActionDraft['read']>, fields: ActionFields) => {
      const next = { ...draft, read, fields }
      keepDraft(nameOf(id), next)
      setState({ draft: next, isKept: true, isRestored })
      return next
    },
    discard: () => {
      dropDraft(nameOf(id))
      setState({ draft: fresh(start, asked), isKept: false, isRestored: false })
    },
    /** once it is saved */
    finish: () => dropDraft(nameOf(id)),
  }
}

function begin(id: string | null, start: () => Omit<ActionDraft, 'key'>, asked: Partial<ActionFields>) {
  const kept = z.safeParse(Draft, keptDraft(nameOf(id)))
  if (!kept.success) return { draft: fresh(start, asked), isKept: false, isRestored: false }
  const { fields } = kept.data
  return { draft: { ...kept.data, fields: { ...fields, ...asked } }, isKept: true, isRestored: true }
}

function fresh(start: () => Omit<ActionDraft, 'key'>, asked: Partial<ActionFields>): ActionDraft {
  const begun = start()
  return { ...begun, fields: { ...begun.fields, ...asked }, key: newKey() }
}

/** Chosen by the sender; randomUUID would need a secure connection. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
