import type { ReactNode } from 'react'

export interface LiveWordsProps {
  className?: string | undefined
  /** nothing until there is something to say */
  children: ReactNode
}

/**
 * What came of a press, said as it comes. It stands in the page before it has words, or they would not be heard; it
 * takes its role with them, since an empty status is a stop at which nothing is said.
 */
export function LiveWords({ className, children }: LiveWordsProps) {
  const isSilent = children === '' || children === null || children === undefined || children === false
  return (
    <span className={className} aria-live="polite" aria-atomic="true" role={isSilent ? undefined : 'status'}>
      {children}
    </span>
  )
}
