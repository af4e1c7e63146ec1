import { FormField } from '../../../ui/form/FormField.tsx'

export interface SelectFieldProps {
  id: string
  label: string
  hint?: string
  fault?: string | null
  value: string
  options: readonly { value: string; text: string }[]
  onChange: (value: string) => void
}

export function SelectField({ id, label, hint, fault = null, value, options, onChange }: SelectFieldProps) {
  return (
    <FormField id={id} label={label} {...(hint !== undefined && { hint })} fault={fault}>
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
