import { useEffect, useState } from 'react'

/** So long before its end a session says that it will end: time to read it, and to finish a sentence. */
const warnedBefore = 5 * 60

export interface Ending {
  /** '14:05', by the clock of this device */
  at: string
  /** whether nothing that is done here puts it off */
  isLast: boolean
}

/**
 * The end of a session, once it is near. Whatever is asked puts it off, in this tab or in another, so it is asked for
 * anew before anything is said, and once more when it has come.
 *
 * @param readAt when `left` was told, in milliseconds by the clock of this device
 */
export function useTimeLeft(
  left: { idle: number; last: number } | undefined,
  readAt: number,
  askAgain: () => Promise<void>,
): Ending | null {
  // when it was last asked whether the end is near
  const [asked, setAsked] = useState(0)
  const seconds = left && Math.min(left.idle, left.last)
  const endsAt = readAt + (seconds ?? 0) * 1000
  const warnsAt = endsAt - warnedBefore * 1000
  // what the page itself read after it was told puts the end off as well
  const isNear = seconds !== undefined && asked >= warnsAt
  const next = isNear ? endsAt : warnsAt
  useEffect(() => {
    if (seconds === undefined) return
    const timer = setTimeout(
      () => void askAgain().finally(() => setAsked(Date.now())),
      Math.max(1000, next - Date.now()),
    )
    return () => clearTimeout(timer)
  }, [seconds, next, askAgain])
  if (!isNear || !left) return null
  return {
    at: new Date(endsAt).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }),
    isLast: left.last - left.idle < 60,
  }
}
