import { useEffect, useRef } from 'react'
import { useAfterPaint } from './after-paint.ts'

export interface ChoiceProps<Value extends string> {
  label: string
  /** the words for "no choice"; null where there is always one */
  all: string | null
  value: Value | undefined
  options: readonly (readonly [Value, string])[]
  onChoose: (value: Value | undefined) => void
  className?: string
}

/** One of a few values, with its label; or none of them. */
export function Choice<Value extends string>({
  label,
  all,
  value,
  options,
  onChoose,
  className,
}: ChoiceProps<Value>) {
  const select = useRef<HTMLSelectElement>(null)
  const afterPaint = useAfterPaint()
  // the choice is the reader's until the page has answered it
  useEffect(() => {
    if (select.current) select.current.value = value ?? ''
  }, [value])
  return (
    <label className={className}>
      {label}{' '}
      <select
        ref={select}
        className="select"
        defaultValue={value ?? ''}
        onChange={({ target }) =>
          afterPaint(() => onChoose(options.find(([option]) => option === target.value)?.[0]))
        }
      >
        {all !== null && <option value="">{all}</option>}
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}
