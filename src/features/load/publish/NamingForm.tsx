import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { Load } from '../../../api/loads.ts'
import styles from '../LoadPage.module.css'
import { faultsOf, type Naming, type NamingFault, type NamingField } from './naming.ts'

export interface NamingFormProps {
  needs: Load['needs']
  naming: Naming
  onWrite: (changes: Partial<Naming>) => void
  onDone: () => void
}

/** The first step: label, note, and the reason and confirmations that this load asks for. */
export function NamingForm({ needs, naming, onWrite, onDone }: NamingFormProps) {
  const [faults, setFaults] = useState<readonly NamingFault[]>([])
  const faultOf = (field: NamingField) => faults.find((fault) => fault.field === field)?.message ?? null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = faultsOf(naming, needs)
    setFaults(found)
    if (!found.length) onDone()
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Faults faults={faults} />
      <Field
        name="label"
        label="Label"
        hint="What readers choose the edition by, such as September 2025"
        fault={faultOf('label')}
      >
        {(control) => (
          <input
            {...control}
            className="field"
            type="text"
            autoComplete="off"
            value={naming.label}
            onChange={({ target }) => onWrite({ label: target.value })}
          />
        )}
      </Field>
      {needs.reason && (
        <Field
          name="reason"
          label="Reason"
          hint="Why what is to be confirmed above is right. Everybody can read it in the note of the edition: name nobody."
          fault={faultOf('reason')}
        >
          {(control) => (
            <textarea
              {...control}
              className="field"
              rows={3}
              value={naming.reason}
              onChange={({ target }) => onWrite({ reason: target.value })}
            />
          )}
        </Field>
      )}
      {needs.exact.length > 0 && (
        <ExactChoices needs={needs} naming={naming} fault={faultOf('exact')} onWrite={onWrite} />
      )}
      <Field
        name="note"
        label="Note (optional)"
        hint="What readers should know of this edition. Everybody can read it: name nobody."
        fault={null}
      >
        {(control) => (
          <textarea
            {...control}
            className="field"
            rows={2}
            value={naming.note}
            onChange={({ target }) => onWrite({ note: target.value })}
          />
        )}
      </Field>
      <div>
        <button type="submit" className="button">
          Go on: what happens, and to whom
        </button>
      </div>
    </form>
  )
}

interface FieldProps {
  name: string
  label: string
  hint: string
  fault: string | null
  children: (control: object) => ReactNode
}

function Field({ name, label, hint, fault, children }: FieldProps) {
  const id = `publish-${name}`
  return (
    <div className={fault === null ? styles.field : `${styles.field} ${styles.wrong}`}>
      <label htmlFor={id}>{label}</label>
      <p className="note" id={`${id}-hint`}>
        {hint}
      </p>
      {fault !== null && (
        <p className={styles.fault} id={`${id}-fault`}>
          {fault}
        </p>
      )}
      {children({
        id,
        'aria-invalid': fault === null ? undefined : true,
        'aria-describedby': fault === null ? `${id}-hint` : `${id}-hint ${id}-fault`,
      })}
    </div>
  )
}

type ExactChoicesProps = Pick<NamingFormProps, 'needs' | 'naming' | 'onWrite'> & { fault: string | null }

/** Each measure that would no longer be protected is confirmed by itself. */
function ExactChoices({ needs, naming, fault, onWrite }: ExactChoicesProps) {
  return (
    <fieldset
      id="publish-exact"
      className={fault === null ? styles.field : `${styles.field} ${styles.wrong}`}
    >
      <legend>Exact for everybody from now on</legend>
      <p className="note">
        These figures were protected. Once published exactly they cannot be taken back: confirm each measure.
      </p>
      {fault !== null && <p className={styles.fault}>{fault}</p>}
      {needs.exact.map((id) => (
        <label key={id} className={styles.check}>
          <input
            type="checkbox"
            checked={naming.exact.includes(id)}
            onChange={({ target }) =>
              onWrite({
                exact: target.checked ? [...naming.exact, id] : naming.exact.filter((one) => one !== id),
              })
            }
          />
          <span>
            Everybody may see the exact figures of <strong>{id}</strong>, small numbers included
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What is missing, at the head of the form; it takes the focus when it comes. */
function Faults({ faults }: { faults: readonly NamingFault[] }) {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (faults.length) summary.current?.focus()
  }, [faults])
  if (!faults.length) return null
  return (
    <div ref={summary} className={styles.summary} tabIndex={-1} role="alert">
      <h3 className="heading-3">Before it can be published</h3>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={field}>
            <a href={`#publish-${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
