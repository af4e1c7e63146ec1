import { type FieldWords, FormField } from './FormField.tsx'

export interface SelectFieldProps extends Omit<FieldWords, 'fault'> {
  fault?: string | null
  value: string
  options: readonly { value: string; text: string }[]
  onChange: (value: string) => void
}

/** One of several, chosen from a list. */
export function SelectField({ fault = null, value, options, onChange, ...words }: SelectFieldProps) {
  return (
    <FormField {...words} fault={fault}>
      {(control) => (
        <select
          {...control}
          className="select"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
