import { type ReactNode, useId } from 'react'
import { type ControlProps, FormField } from '../../../ui/form/FormField.tsx'
import { LiveWords } from '../../../ui/LiveWords.tsx'
import styles from './ActionForm.module.css'
import type { ActionFields } from './action-draft.ts'

interface FieldProps {
  name: keyof ActionFields
  label: string
  hint?: string | undefined
  value: string
  /** what is wrong with it, named beside it */
  fault: string | null
  onWrite: (value: string) => void
}

/** The id of a field's control. */
export const idOfField = (name: string) => `field-${name}`

function Field({
  name,
  value,
  onWrite,
  children,
  ...words
}: FieldProps & { children: (control: ControlProps & Written) => ReactNode }) {
  return (
    <FormField {...words} id={idOfField(name)}>
      {(control) => children({ ...control, name, value, onChange: (event) => onWrite(event.target.value) })}
    </FormField>
  )
}

interface Written {
  name: string
  value: string
  onChange: (event: { target: { value: string } }) => void
}

export function LineField({ suggestions, ...field }: FieldProps & { suggestions: readonly string[] }) {
  const list = useId()
  return (
    <Field {...field}>
      {(control) => (
        <>
          <input {...control} className="field" type="text" list={list} autoComplete="off" />
          <datalist id={list}>
            {suggestions.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  )
}

export function DateField({
  earliest,
  latest,
  ...field
}: FieldProps & { earliest?: string; latest?: string }) {
  return (
    <Field {...field}>
      {(control) => <input {...control} className="field" type="date" min={earliest} max={latest} />}
    </Field>
  )
}

export function TextField({ most, isFirst, ...field }: FieldProps & { most: number; isFirst?: boolean }) {
  const left = most - field.value.trim().length
  return (
    <Field {...field}>
      {(control) => (
        <>
          <textarea {...control} className="field" rows={3} data-first-focus={isFirst ? true : undefined} />
          {/* said only when it begins to matter */}
          <LiveWords className={styles.hint}>
            {left <= 100 && (left >= 0 ? `${left} characters left` : `${-left} characters more than fit`)}
          </LiveWords>
        </>
      )}
    </Field>
  )
}

type Option = readonly [value: string, words: string]

export function SelectField({
  options,
  groups,
  ...field
}: FieldProps & {
  options: readonly Option[]
  groups?: readonly (readonly [label: string, options: readonly Option[]])[]
}) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="select">
          <Options options={options} />
          {groups?.map(([label, ofGroup]) => (
            <optgroup key={label} label={label}>
              <Options options={ofGroup} />
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  )
}

function Options({ options }: { options: readonly Option[] }) {
  return options.map(([value, words]) => (
    <option key={value} value={value}>
      {words}
    </option>
  ))
}
