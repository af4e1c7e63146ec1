import { useState } from 'react'
import { PartNotFetched, type WhyNotFetched, whyNotFetched } from './fetch-part.ts'
import { LoadFailed } from './states.tsx'

export interface NotFetchedProps {
  title: string
  error: PartNotFetched
}

/**
 * A part that did not come. Trying again reloads the page as soon as something answers: a browser may keep the failure
 * of a script for as long as the page is open, and a style sheet that failed is not asked for again.
 */
export function NotFetched({ title, error }: NotFetchedProps) {
  const [asked, setAsked] = useState<{ why: WhyNotFetched; at: string } | null>(null)
  const [isAsking, setAsking] = useState(false)
  const tryAgain = async () => {
    setAsking(true)
    const why = await whyNotFetched()
    if (why !== 'network' && why !== 'service') return location.reload()
    setAsked({ why, at: new Date().toLocaleTimeString('en-GB', { timeZone: 'Europe/London' }) })
    setAsking(false)
  }
  const { message } = asked ? new PartNotFetched(asked.why) : error
  return (
    <LoadFailed
      title={title}
      detail={asked ? `${message} Asked again at ${asked.at}.` : message}
      onRetry={() => {
        if (!isAsking) void tryAgain()
      }}
    />
  )
}
