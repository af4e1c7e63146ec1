import { useState } from 'react'
import { LiveWords } from '../ui/LiveWords.tsx'

const outcomeWords = {
  copied: 'Link copied',
  failed: 'The browser refused: copy the address bar instead',
} as const

/** Copies the address as it stands: it names edition and audience, so it opens the same picture later. */
export function CopyLink() {
  const [outcome, setOutcome] = useState<keyof typeof outcomeWords | null>(null)
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
      <LiveWords className={outcome === 'failed' ? undefined : 'visually-hidden'}>
        {outcome && outcomeWords[outcome]}
      </LiveWords>
    </>
  )
}
