import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { asksToConfirm } from '../../../api/api-error.ts'
import type { Commentary } from '../../../api/commentary.ts'
import { sessionQuery } from '../../../api/session.ts'
import { canRemember } from '../../../stores/safe-storage.ts'
import { ConfirmRelease } from '../../../ui/form/ConfirmRelease.tsx'
import styles from './Commentary.module.css'
import { DraftConflict } from './DraftConflict.tsx'
import { failureInWords, faultOfText } from './draft-words.ts'
import { LightMarkdown } from './LightMarkdown.tsx'
import { RoomLeft } from './RoomLeft.tsx'
import { type CommentPlace, useDraftWords } from './use-draft-words.ts'
import { isConflict, useSaveDraft } from './use-save-draft.ts'

interface DraftFieldsProps {
  place: CommentPlace
  measure: string
  /** as it stands; null where there is none */
  saved: Commentary | null
  timezone: string
  /** the one that drafts are for */
  nextEdition: number
  onSaved: () => void
  onClose: () => void
}

export function DraftFields(props: DraftFieldsProps) {
  const { place, measure, saved, timezone, nextEdition, onSaved, onClose } = props
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { words, isUnsaved, write, discard } = useDraftWords(place, saved)
  const [fault, setFault] = useState<string | null>(null)
  const [isShown, setIsShown] = useState(false)
  const [isKept] = useState(canRemember)
  const mayRelease = useQuery(sessionQuery()).data?.can.includes('release') ?? false
  const save = useSaveDraft(place)
  const send = (sent: Parameters<typeof save.mutate>[0]) =>
    save.mutate(sent, {
      onSuccess: () => {
        discard()
        onSaved()
      },
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = faultOfText(words.text)
    setFault(found)
    if (found) field.current?.focus()
    else send(words)
  }
  const isToConfirm = asksToConfirm(save.error) && words.release === 'public'
  const rebased = { ...words, read: saved?.version ?? null }
  if (isConflict(save.error)) {
    return (
      <DraftConflict
        mine={words}
        theirs={saved}
        timezone={timezone}
        isSaving={save.isPending}
        onKeepMine={() => send(rebased)}
        onGoOn={() => {
          write(rebased)
          save.reset()
        }}
        onTakeTheirs={() => {
          discard()
          onClose()
        }}
      />
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      <label className={styles.label} htmlFor={`${id}-text`}>
        What the service says <span className="visually-hidden">of {measure}</span>
      </label>
      <div id={`${id}-hint`} className="note">
        <p>
          Say what changed, why, and what you will do next: two to four sentences that a councillor can follow
          without the figures beside them. A blank line starts a paragraph, “- ” a list, and **two stars**
          make words bold.
        </p>
      </div>
      {fault && (
        <p id={`${id}-fault`} className={styles.failure}>
          {fault}
        </p>
      )}
      <textarea
        id={`${id}-text`}
        ref={field}
        className={`field ${styles.area}`}
        rows={7}
        value={words.text}
        aria-describedby={`${id}-hint${fault ? ` ${id}-fault` : ''}`}
        aria-invalid={fault !== null}
        onChange={(event) => {
          setFault(null)
          if (isToConfirm) save.reset()
          write({ text: event.target.value })
        }}
      />
      <RoomLeft text={words.text} />
      <fieldset className={styles.release}>
        <legend className={styles.label}>Who may read it once it is published</legend>
        {releases.slice(0, mayRelease || words.release === 'public' ? 2 : 1).map(([release, label]) => (
          <label key={release}>
            <input
              type="radio"
              name={`${id}-release`}
              checked={words.release === release}
              onChange={() => write({ release })}
            />
            {label}
          </label>
        ))}
        <p className="note" role="status">
          {words.release === 'public'
            ? `Will be public from edition ${nextEdition} on: these words, the role ${place.authorRole} and the day of writing; nothing before. Give no small or exact counts: the public figures are rounded, and small ones withheld.`
            : mayRelease
              ? 'Not public. Officers read it in drafts now, and beside the figures from the next edition on.'
              : 'Not public. Officers read it; leads and the director say what everybody may read, each of their own words.'}
        </p>
      </fieldset>
      {isShown && (
        <div className={styles.preview}>
          <p className={styles.label}>As it will read</p>
          {words.text.trim() ? (
            <LightMarkdown text={words.text} />
          ) : (
            <p className={styles.none}>Nothing yet.</p>
          )}
        </div>
      )}
      {isToConfirm && (
        <ConfirmRelease
          reason={save.error?.message ?? ''}
          isSaving={save.isPending}
          onConfirm={() => send({ ...words, confirmed: true })}
        />
      )}
      {save.error && !isToConfirm && (
        <p role="alert" className={styles.failure}>
          Not saved. {failureInWords(save.error, isKept)}
        </p>
      )}
      <div className={styles.tools}>
        <button type="submit" className="button" disabled={save.isPending}>
          {save.isPending ? 'Saving' : 'Save the draft'}
        </button>
        <button type="button" className="button" aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          Preview
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            discard()
            onClose()
          }}
        >
          {isUnsaved ? 'Throw the changes away' : 'Close'}
        </button>
      </div>
      {isUnsaved && (
        <p className="note">
          {isKept
            ? 'Not saved yet; kept on this device meanwhile.'
            : 'Not saved yet, and this browser keeps nothing: save before you leave the page.'}
        </p>
      )}
    </form>
  )
}

const releases = [
  ['officer', 'Officers only'],
  ['public', 'Everybody, from the next edition on: approved for publication'],
] as const
