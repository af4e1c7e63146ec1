import { useEffect, useRef } from 'react'
import styles from './form.module.css'

export interface FaultSummaryProps {
  title: string
  /** why nothing came of it, where no field is at fault; null where nothing was tried */
  failure?: string | null
  /** a new list at each attempt: the same faults are told again */
  faults: readonly { field: string; message: string }[]
  /** the id of a field's control */
  idOf: (field: string) => string
}

/** Everything that keeps a form from being sent, at its head; it takes the focus when it comes. */
export function FaultSummary({ title, failure = null, faults, idOf }: FaultSummaryProps) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length > 0 || failure !== null) summary.current?.focus()
  }, [faults, failure])
  if (faults.length === 0 && failure === null) return null
  return (
    <div ref={summary} className={styles.summary} tabIndex={-1} role="alert">
      <h3 className="heading-3">{title}</h3>
      {failure && <p>{failure}</p>}
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a
              href={`#${idOf(field)}`}
              onClick={(event) => {
                // the address names the page, not a field of it
                event.preventDefault()
                document.getElementById(idOf(field))?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
