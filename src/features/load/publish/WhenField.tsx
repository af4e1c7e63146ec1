import { useId } from 'react'
import form from '../../../ui/form/form.module.css'
import styles from '../LoadPage.module.css'

export interface WhenFieldProps {
  /** by the organisation's clock, '2025-12-04T09:30'; null for now, empty where none is given yet */
  at: string | null
  timezone: string
  fault: string | null
  onWrite: (at: string | null) => void
}

/** Now, or at a time that is set. */
export function WhenField({ at, timezone, fault, onWrite }: WhenFieldProps) {
  const id = useId()
  return (
    <fieldset className={fault === null ? form.field : `${form.field} ${form.wrong}`}>
      <legend>When</legend>
      <label className={styles.check}>
        <input type="radio" name={id} checked={at === null} onChange={() => onWrite(null)} />
        <span>Now</span>
      </label>
      <label className={styles.check}>
        <input type="radio" name={id} checked={at !== null} onChange={() => onWrite(at ?? '')} />
        <span>At a set time</span>
      </label>
      {at !== null && (
        <>
          <label htmlFor={`${id}-at`}>Date and time ({timezone})</label>
          <p className="note" id={`${id}-hint`}>
            At most 31 days ahead. The files wait in the database, and it can be called off until then.
          </p>
          {fault !== null && (
            <p className={form.fault} id={`${id}-fault`} role="alert">
              {fault}
            </p>
          )}
          <input
            id={`${id}-at`}
            className="field"
            type="datetime-local"
            aria-describedby={fault === null ? `${id}-hint` : `${id}-hint ${id}-fault`}
            aria-invalid={fault !== null}
            value={at}
            onChange={({ target }) => onWrite(target.value)}
          />
        </>
      )}
    </fieldset>
  )
}
