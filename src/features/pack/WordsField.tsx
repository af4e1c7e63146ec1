import { useId, useLayoutEffect, useRef, useState } from 'react'
import { faultOfWords } from '../../api/packs.ts'
import { cutLine } from '../../domain/packs/plain-line.ts'
import styles from './PackPage.module.css'

export interface WordsFieldProps {
  label: string
  /** says which chart or agenda item it is of, for whoever does not see where it stands */
  of?: string
  value: string
  longest: number
  placeholder?: string
  onWrite: (words: string) => void
}

/** A line of words, taken over when the field is left or Enter is pressed; refused where it names a patient. */
export function WordsField({ label, of, value, longest, placeholder, onWrite }: WordsFieldProps) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  // what stands in it follows what is changed elsewhere; the field itself stays, and with it the focus
  useLayoutEffect(() => {
    if (input.current) input.current.value = value
  }, [value])
  const take = (field: HTMLInputElement) => {
    const words = cutLine(field.value, longest)
    const refused = faultOfWords(words)
    setFault(refused)
    if (!refused && words !== value) onWrite(words)
  }
  return (
    <div className={`${styles.field} screen-only`}>
      <label htmlFor={id}>
        {label}
        {of && <span className="visually-hidden">: {of}</span>}
      </label>
      <input
        ref={input}
        id={id}
        className="field"
        defaultValue={value}
        maxLength={longest}
        placeholder={placeholder}
        aria-invalid={fault !== null}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onBlur={({ currentTarget }) => take(currentTarget)}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') take(currentTarget)
          if (key === 'Escape') currentTarget.value = value
        }}
      />
      {fault && (
        <p id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}
