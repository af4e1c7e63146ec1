import { useEffect, useRef } from 'react'
import styles from './ConfirmRelease.module.css'

export interface ConfirmReleaseProps {
  /** what is to be looked at, in whole sentences */
  reason: string
  isSaving: boolean
  onConfirm: () => void
}

/** Between saving and everybody reading it: what was found in the words, and a second decision. It takes the focus. */
export function ConfirmRelease({ reason, isSaving, onConfirm }: ConfirmReleaseProps) {
  const step = useRef<HTMLDivElement>(null)
  useEffect(() => step.current?.focus(), [])
  return (
    <div ref={step} className={styles.step} tabIndex={-1} role="alert">
      <h3 className="heading-3">Not saved yet: look at these words again</h3>
      <p>{reason}</p>
      <button type="button" className="button" disabled={isSaving} onClick={onConfirm}>
        {isSaving ? 'Saving' : 'I have looked: release it as it stands'}
      </button>
    </div>
  )
}
