import { useEffect, useId, useRef } from 'react'
import type { Commentary } from '../../../api/commentary.ts'
import { formatPeriod } from '../../../domain/periods/labels.ts'
import styles from './Commentary.module.css'
import { DraftFields } from './DraftFields.tsx'
import type { CommentPlace } from './use-draft-words.ts'

export interface DraftFormProps {
  place: CommentPlace
  measure: string
  periods: readonly string[]
  /** those of the role that writes */
  drafts: readonly Commentary[]
  timezone: string
  nextEdition: number
  /** the form was asked for: what comes next is writing */
  takesFocus: boolean
  onPeriod: (period: string) => void
  onSaved: () => void
  onClose: () => void
}

/** A comment in the making: of which period, what it says, who may read it. */
export function DraftForm({ place, periods, drafts, takesFocus, onPeriod, ...fields }: DraftFormProps) {
  const id = useId()
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector('textarea')
    if (!takesFocus || !field) return
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }, [takesFocus])
  return (
    <div className={styles.form} ref={form}>
      <h4 className={styles.formHead}>Your comment, as {place.authorRole}</h4>
      <p className={styles.choice}>
        <label htmlFor={id}>About</label>
        <select
          id={id}
          className="select"
          value={place.period}
          onChange={(event) => onPeriod(event.target.value)}
        >
          {periods.map((period) => (
            <option key={period} value={period}>
              {formatPeriod(period)}
            </option>
          ))}
        </select>
      </p>
      <DraftFields
        key={place.period}
        {...fields}
        place={place}
        saved={drafts.find(({ period }) => period === place.period) ?? null}
      />
    </div>
  )
}
