import type { ReactNode } from 'react'
import styles from './form.module.css'

export interface FieldWords {
  id: string
  label: string
  hint?: string | undefined
  /** what is wrong with it, named beside it; null where nothing is */
  fault: string | null
}

/** What a control is given so that its hint and its fault are read with it. */
export interface ControlProps {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** A field with its label, its hint and its fault, all of which are read with it. */
export function FormField({
  id,
  label,
  hint,
  fault,
  children,
}: FieldWords & { children: (control: ControlProps) => ReactNode }) {
  const described = [hint && `${id}-hint`, fault !== null && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className={fault === null ? styles.field : `${styles.field} ${styles.wrong}`}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="note" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== null && (
        <p className={styles.fault} id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children({
        id,
        'aria-invalid': fault === null ? undefined : true,
        'aria-describedby': described || undefined,
      })}
    </div>
  )
}
