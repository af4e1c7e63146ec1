import { useEffect, useRef } from 'react'
import { useAfterPaint } from './after-paint.ts'

export interface FindFieldProps {
  find: string
  placeholder: string
  maxLength: number
  /** its width, in letters */
  size: number
  onFind: (find: string) => void
}

/** The address leads, except while somebody types: it lags a key behind, and must not take letters back. */
export function FindField({ find, onFind, ...shown }: FindFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const afterPaint = useAfterPaint()
  useEffect(() => {
    if (field.current && field.current !== document.activeElement) field.current.value = find
  }, [find])
  return (
    <label>
      Find
      <input
        ref={field}
        className="field"
        type="search"
        defaultValue={find}
        onChange={({ target }) => afterPaint(() => onFind(target.value))}
        {...shown}
      />
    </label>
  )
}
