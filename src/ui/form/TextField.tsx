import { type FieldWords, FormField } from './FormField.tsx'

export interface TextFieldProps extends FieldWords {
  value: string
  /** lines that are seen of a longer text; without, it is one line */
  rows?: number
  maxLength?: number
  onChange: (value: string) => void
}

/** A text that is written in: one line, or several. */
export function TextField({ value, rows, maxLength, onChange, ...words }: TextFieldProps) {
  const shared = { className: 'field', value, ...(maxLength !== undefined && { maxLength }) }
  return (
    <FormField {...words}>
      {(control) =>
        rows === undefined ? (
          <input
            {...control}
            {...shared}
            type="text"
            autoComplete="off"
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <textarea {...control} {...shared} rows={rows} onChange={({ target }) => onChange(target.value)} />
        )
      }
    </FormField>
  )
}
