import { useEffect, useRef } from 'react'
import { deedWords } from '../../domain/audit/audit-words.ts'
import { deeds } from '../../domain/audit/deed.ts'
import { Choice } from '../../ui/Choice.tsx'
import styles from './AuditPage.module.css'
import type { AuditSearch } from './audit-search.ts'

export interface AuditControlsProps {
  search: AuditSearch
  onSearch: (changes: Partial<AuditSearch>) => void
}

/** What is asked for is in the address; another question begins at its newest row. */
export function AuditControls({ search, onSearch }: AuditControlsProps) {
  const ask = (changes: Partial<AuditSearch>) => onSearch({ ...changes, before: undefined })
  return (
    <search className={`filters ${styles.controls} screen-only`} aria-label="Rows of the audit">
      <Choice
        label="What"
        all="Everything"
        value={search.deed}
        options={deeds.map((deed) => [deed, deedWords[deed]])}
        onChoose={(deed) => ask({ deed })}
      />
      <Field label="Who" type="search" value={search.who} onGive={(who) => ask({ who })} />
      <Field label="From" type="date" value={search.from} onGive={(from) => ask({ from })} />
      <Field label="To" type="date" value={search.to} onGive={(to) => ask({ to })} />
    </search>
  )
}

interface FieldProps {
  label: string
  type: 'search' | 'date'
  value: string | undefined
  onGive: (value: string | undefined) => void
}

/** Asked once it is left or Enter is pressed: not every letter of a name, or half a day, is a question. */
function Field({ label, type, value = '', onGive }: FieldProps) {
  const field = useRef<HTMLInputElement>(null)
  // what the address says, where it says another; the field stays the same, and whoever stands in it
  useEffect(() => {
    if (field.current) field.current.value = value
  }, [value])
  return (
    <label>
      {label}{' '}
      <input
        ref={field}
        className="field"
        type={type}
        defaultValue={value}
        maxLength={type === 'search' ? 100 : undefined}
        onBlur={({ target }) => target.value.trim() !== value && onGive(target.value.trim() || undefined)}
        onKeyDown={({ key, currentTarget }) => {
          const given = currentTarget.value.trim()
          if (key === 'Enter' && given !== value) onGive(given || undefined)
        }}
      />
    </label>
  )
}
