import type { FormEvent } from 'react'
import type { Action } from '../../../api/actions.ts'
import { actionMarks } from '../../../ui/action-marks.ts'
import { ConfirmRelease } from '../../../ui/form/ConfirmRelease.tsx'
import { FaultSummary } from '../../../ui/form/FaultSummary.tsx'
import form from '../../../ui/form/form.module.css'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import styles from './ActionForm.module.css'
import type { ActionFields } from './action-draft.ts'
import { type Fault, longest } from './check-draft.ts'
import { DateField, idOfField, LineField, SelectField, TextField } from './Fields.tsx'
import type { FormChoices } from './form-choices.ts'

export interface ActionFormProps {
  /** null for a new one */
  id: string | null
  fields: ActionFields
  /** the action as it is in the log; null for a new one */
  from: Action | null
  today: string
  /** the field that takes the focus first */
  begins: 'action' | 'whatChanged'
  choices: FormChoices
  faults: readonly Fault[]
  /** why nothing was saved, where no field is to blame */
  failure: string | null
  /** the failure is a question: whether its words give few people away */
  isToConfirm: boolean
  isSaving: boolean
  /** whether what is written is kept on this device */
  isKept: boolean
  /** what will be public and when */
  publication: string
  onWrite: (changes: Partial<ActionFields>) => void
  onSave: () => void
  onConfirm: () => void
}

export function ActionForm(props: ActionFormProps) {
  const { id, fields, from, today, choices, faults, failure, isSaving, isKept, begins } = props
  const { publication, isToConfirm, onWrite, onSave, onConfirm } = props
  const field = <Name extends keyof ActionFields>(name: Name) => ({
    name,
    value: fields[name],
    fault: faults.find((fault) => fault.field === name)?.message ?? null,
    onWrite: (value: string) => onWrite({ [name]: value }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isSaving) onSave()
  }
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      {isToConfirm && failure !== null ? (
        <ConfirmRelease reason={failure} isSaving={isSaving} onConfirm={onConfirm} />
      ) : (
        <FaultSummary
          title={failure === null ? 'Not saved yet: please mend this' : 'Nothing was saved'}
          failure={failure}
          faults={faults}
          idOf={idOfField}
        />
      )}
      <TextField
        {...field('action')}
        label="What is asked for"
        hint="Say what is to be done. Name roles, never people."
        most={longest.text}
        isFirst={begins === 'action'}
      />
      <div className={styles.pair}>
        <LineField
          {...field('ownerRole')}
          label="Owner"
          hint="A role, such as Head of Assessment"
          suggestions={choices.owners}
        />
        <LineField {...field('board')} label="Board that asked" suggestions={choices.boards} />
      </div>
      <div className={styles.pair}>
        {from === null && <DateField {...field('raised')} label="Asked on" latest={today} />}
        <DateField
          {...field('due')}
          label="Due on"
          earliest={fields.raised}
          hint={from ? 'A later date counts as carried over' : undefined}
        />
        {from && (
          <SelectField
            {...field('status')}
            label="Status"
            options={choices.statusesOf(from.status).map((status) => [status, actionMarks[status].word])}
          />
        )}
      </div>
      {from && (
        <TextField
          {...field('whatChanged')}
          label={fields.status === 'closed' ? 'What changed' : 'What changed (optional until it is closed)'}
          hint="What is different now, in a sentence that a councillor can read"
          most={longest.text}
          isFirst={begins === 'whatChanged'}
        />
      )}
      <SelectField
        {...field('link')}
        label="Measure or milestone"
        options={[['', 'None']]}
        groups={[
          ['Measures', choices.measures.map((one) => [one.id, one.name])],
          ['Milestones', choices.milestones.map((one) => [one.id, one.name])],
        ]}
      />
      <SelectField
        {...field('release')}
        label="Who may see it"
        hint={
          choices.mayRelease
            ? 'What the panel sees, everybody may read: no person and no small number'
            : 'Leads and the director say what the panel may see; ask one of them'
        }
        options={
          choices.mayRelease || from?.release === 'public' ? [forOfficers, forEverybody] : [forOfficers]
        }
      />
      <p className={styles.hint} role="status">
        {publication}
      </p>
      <TextField
        {...field('note')}
        label="Note for officers (optional)"
        hint="Why; it is kept in the history and never published"
        most={longest.note}
      />
      <div className={form.buttons}>
        <button type="submit" className={`button ${form.first}`} aria-disabled={isSaving}>
          {isSaving ? 'Saving' : id === null ? 'Record the action' : 'Save the changes'}
        </button>
        <LiveWords className={styles.hint}>
          {isKept && 'Draft kept on this device until it is saved.'}
        </LiveWords>
      </div>
    </form>
  )
}

const forOfficers = ['officer', 'Officers only'] as const
const forEverybody = ['public', 'The panel and the public too, from the next edition on'] as const
