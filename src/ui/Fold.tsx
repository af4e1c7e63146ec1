import { type ReactNode, useId, useState } from 'react'
import styles from './Fold.module.css'
import { Icon } from './Icon.tsx'

export interface FoldProps {
  /** what is inside, as the button says it */
  label: string
  children: ReactNode
}

/**
 * What stands open where there is room, on paper and without scripts, and on a phone is one press away: there it would
 * push what the page is about off the first screen.
 */
export function Fold({ label, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <button
        type="button"
        className={`button ${styles.opens}`}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {label} <Icon name="fold" size={16} />
      </button>
      <div id={id} className={styles.content} data-open={isOpen}>
        {children}
      </div>
    </>
  )
}
