import { useState } from 'react'

/** Copies the address as it stands: it names edition and audience, so it opens the same picture later. */
export function CopyLink() {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null)
  const copy = () =>
    navigator.clipboard
      .writeText(location.href)
      .then(() => setOutcome('copied'))
      .catch(() => setOutcome('failed'))
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()} onBlur={() => setOutcome(null)}>
        {outcome === 'copied' ? 'Link copied' : 'Copy link'}
      </button>
      <span role="status" className={outcome === 'failed' ? undefined : 'visually-hidden'}>
        {outcome === 'copied' && 'Link copied'}
        {outcome === 'failed' && 'The browser refused: copy the address bar instead'}
      </span>
    </>
  )
}
