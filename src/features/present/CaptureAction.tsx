import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { recordAction } from '../../api/actions.ts'
import { sessionQuery } from '../../api/session.ts'
import { dropDraft, keepDraft } from '../../stores/drafts.ts'
import {
  type CapturedAction,
  emptyCapture,
  keptCapture,
  nameOfDraft,
  recordingOf,
} from './captured-action.ts'
import styles from './PresentPage.module.css'
import type { Slide } from './slides.ts'

export interface CaptureActionProps {
  slide: Slide
  place: number
  onClose: () => void
}

/** What the room asks for, written down without leaving: it goes into the live log, for officers until an edition releases it. */
export function CaptureAction({ slide, place, onClose }: CaptureActionProps) {
  const session = useQuery(sessionQuery())
  const mayWrite = session.data?.can.includes('write-actions') ?? false
  return (
    <section className={styles.over} aria-label="Record an action">
      <h2>Record an action on item {place}</h2>
      {mayWrite ? (
        <CaptureForm slide={slide} onClose={onClose} />
      ) : (
        <>
          <p>
            Only officers who are signed in can record an action. Write it down, and ask one of them to record
            it after the meeting.
          </p>
          <button type="button" className="button" onClick={onClose} ref={focusOnce}>
            Close
          </button>
        </>
      )}
    </section>
  )
}

function CaptureForm({ slide, onClose }: Pick<CaptureActionProps, 'slide' | 'onClose'>) {
  const id = useId()
  const client = useQueryClient()
  const [fields, setFields] = useState<CapturedAction>(
    () => keptCapture() ?? emptyCapture(slide.item.ref.kpi),
  )
  const saving = useMutation({
    mutationFn: recordAction,
    // the network may be gone: then it is said at once, and what was written is kept
    networkMode: 'always',
    retry: false,
    onSuccess: () => {
      dropDraft(nameOfDraft)
      void client.invalidateQueries({ queryKey: ['actions'] })
    },
  })
  const write = (name: keyof CapturedAction, value: string) => {
    const next = { ...fields, [name]: value }
    setFields(next)
    keepDraft(nameOfDraft, next)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate(recordingOf(fields))
  }
  if (saving.isSuccess) {
    return (
      <>
        <p aria-live="polite" aria-atomic="true">
          Recorded as {saving.data.id}, for officers only. Released in the log of actions, it is public from
          the next edition on.
        </p>
        <button type="button" className="button" onClick={onClose} ref={focusOnce}>
          Close
        </button>
      </>
    )
  }
  return (
    <form className={styles.capture} onSubmit={save}>
      <label htmlFor={`${id}-action`}>What was asked for</label>
      <textarea
        id={`${id}-action`}
        className="field"
        rows={3}
        required
        maxLength={1200}
        value={fields.action}
        ref={focusOnce}
        onChange={(event) => write('action', event.target.value)}
      />
      <label htmlFor={`${id}-owner`}>Role that owns it</label>
      <input
        id={`${id}-owner`}
        className="field"
        required
        maxLength={120}
        value={fields.ownerRole}
        onChange={(event) => write('ownerRole', event.target.value)}
      />
      <label htmlFor={`${id}-board`}>Board or panel that asked</label>
      <input
        id={`${id}-board`}
        className="field"
        required
        maxLength={120}
        value={fields.board}
        onChange={(event) => write('board', event.target.value)}
      />
      <label htmlFor={`${id}-due`}>Due</label>
      <input
        id={`${id}-due`}
        className="field"
        type="date"
        required
        value={fields.due}
        onChange={(event) => write('due', event.target.value)}
      />
      {saving.error && (
        <p role="alert">
          Not recorded yet: {saving.error.message} What you wrote is kept on this device; try again when the
          network is back.
        </p>
      )}
      <p className={styles.controls}>
        <button type="submit" className="button" disabled={saving.isPending}>
          Record
        </button>
        <button type="button" className="button" onClick={onClose}>
          Close and keep the draft
        </button>
      </p>
    </form>
  )
}

function focusOnce(element: HTMLElement | null): void {
  if (element && !element.closest('section')?.contains(document.activeElement)) element.focus()
}
