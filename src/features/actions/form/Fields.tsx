import { type ReactNode, useId } from 'react'
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

/** A field with its label, its hint and its fault, all of which are read with it. */
function Field({
  name,
  label,
  hint,
  fault,
  children,
}: Pick<FieldProps, 'name' | 'label' | 'hint' | 'fault'> & { children: ReactNode }) {
  return (
    <div className={fault === null ? styles.field : `${styles.field} ${styles.wrong}`}>
      <label htmlFor={`field-${name}`}>{label}</label>
      {hint && (
        <p className={styles.hint} id={`hint-${name}`}>
          {hint}
        </p>
      )}
      {fault !== null && (
        <p className={styles.fault} id={`fault-${name}`}>
          {fault}
        </p>
      )}
      {children}
    </div>
  )
}

function controlProps({ name, hint, fault, value, onWrite }: FieldProps) {
  const described = [hint && `hint-${name}`, fault !== null && `fault-${name}`].filter(Boolean).join(' ')
  return {
    id: `field-${name}`,
    name,
    value,
    'aria-invalid': fault === null ? undefined : true,
    'aria-describedby': described || undefined,
    onChange: (event: { target: { value: string } }) => onWrite(event.target.value),
  }
}

export function LineField(props: FieldProps & { suggestions: readonly string[] }) {
  const list = useId()
  return (
    <Field {...props}>
      <input {...controlProps(props)} className="field" type="text" list={list} autoComplete="off" />
      <datalist id={list}>
        {props.suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Field>
  )
}

export function DateField(props: FieldProps & { earliest?: string; latest?: string }) {
  return (
    <Field {...props}>
      <input {...controlProps(props)} className="field" type="date" min={props.earliest} max={props.latest} />
    </Field>
  )
}

export function TextField(props: FieldProps & { most: number; isFirst?: boolean }) {
  const left = props.most - props.value.trim().length
  return (
    <Field {...props}>
      <textarea
        {...controlProps(props)}
        className="field"
        rows={3}
        data-first-focus={props.isFirst ? true : undefined}
      />
      {/* said only when it begins to matter */}
      <LiveWords className={styles.hint}>
        {left <= 100 && (left >= 0 ? `${left} characters left` : `${-left} characters more than fit`)}
      </LiveWords>
    </Field>
  )
}

type Option = readonly [value: string, words: string]

export function SelectField(
  props: FieldProps & {
    options: readonly Option[]
    groups?: readonly (readonly [label: string, options: readonly Option[]])[]
  },
) {
  return (
    <Field {...props}>
      <select {...controlProps(props)} className="select">
        <Options options={props.options} />
        {props.groups?.map(([label, options]) => (
          <optgroup key={label} label={label}>
            <Options options={options} />
          </optgroup>
        ))}
      </select>
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
