import { type FormEvent, type RefObject, useState } from 'react'
import type { Load } from '../../../api/loads.ts'
import { FaultSummary } from '../../../ui/form/FaultSummary.tsx'
import form from '../../../ui/form/form.module.css'
import { TextField } from '../../../ui/form/TextField.tsx'
import styles from '../LoadPage.module.css'
import { faultsOf, type Naming, type NamingFault, type NamingField } from './naming.ts'

export interface NamingFormProps {
  needs: Load['needs']
  naming: Naming
  /** what else keeps it from being published, of fields that stand elsewhere on the page */
  checkFurther: () => readonly Fault[]
  onWrite: (changes: Partial<Naming>) => void
  onDone: () => void
  /** the button that goes on, which whoever comes back stands on */
  goesOn: RefObject<HTMLButtonElement | null>
}

type Fault = Omit<NamingFault, 'field'> & { field: string }

/** The first step: label, note, and the reason and confirmations that this load asks for. */
export function NamingForm({ needs, naming, checkFurther, onWrite, onDone, goesOn }: NamingFormProps) {
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const faultOf = (field: NamingField) => faults.find((fault) => fault.field === field)?.message ?? null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = [...checkFurther(), ...faultsOf(naming, needs)]
    setFaults(found)
    if (!found.length) onDone()
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <FaultSummary title="Before it can be published" faults={faults} idOf={idOf} />
      <TextField
        id={idOf('label')}
        label="Label"
        hint="What readers choose the edition by, such as September 2025"
        fault={faultOf('label')}
        value={naming.label}
        onChange={(label) => onWrite({ label })}
      />
      {needs.reason && (
        <TextField
          id={idOf('reason')}
          label="Reason"
          hint="Why what is above is right. Everybody can read it in the note of the edition: name nobody."
          fault={faultOf('reason')}
          rows={3}
          value={naming.reason}
          onChange={(reason) => onWrite({ reason })}
        />
      )}
      {needs.exact.length > 0 && (
        <ExactChoices needs={needs} naming={naming} fault={faultOf('exact')} onWrite={onWrite} />
      )}
      <TextField
        id={idOf('note')}
        label="Note (optional)"
        hint="What readers should know of this edition. Everybody can read it: name nobody."
        fault={null}
        rows={2}
        value={naming.note}
        onChange={(note) => onWrite({ note })}
      />
      <div>
        <button ref={goesOn} type="submit" className="button">
          Go on: what happens, and to whom
        </button>
      </div>
    </form>
  )
}

export const idOf = (field: string) => `publish-${field}`

type ExactChoicesProps = Pick<NamingFormProps, 'needs' | 'naming' | 'onWrite'> & { fault: string | null }

/** Each measure that would no longer be protected is confirmed by itself. */
function ExactChoices({ needs, naming, fault, onWrite }: ExactChoicesProps) {
  return (
    <fieldset
      id={idOf('exact')}
      tabIndex={-1}
      aria-describedby={fault === null ? undefined : idOf('exact-fault')}
      className={fault === null ? form.field : `${form.field} ${form.wrong}`}
    >
      <legend>Exact for everybody from now on</legend>
      <p className="note">
        These figures were protected. Once published exactly they cannot be taken back: confirm each measure.
      </p>
      {fault !== null && (
        <p className={form.fault} id={idOf('exact-fault')}>
          {fault}
        </p>
      )}
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
