import type { ReactNode } from 'react'

/** Shorthand for the eye; for the ear, the words that it stands for. */
export function Said({ shown, said }: { shown: ReactNode; said: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{said}</span>
    </>
  )
}
