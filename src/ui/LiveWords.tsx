import type { ReactNode } from 'react'

export interface LiveWordsProps {
  className?: string | undefined
  /** nothing until there is something to say */
  children: ReactNode
}

/**
 * What came of a press, said as it comes. It stands in the page before it has words, or they would not be heard. It
 * is no "status": Orca stops at one, says "status bar", and leaves its words out: decision 0028.
 */
export function LiveWords({ className, children }: LiveWordsProps) {
  return (
    <span className={className} aria-live="polite" aria-atomic="true">
      {children}
    </span>
  )
}
