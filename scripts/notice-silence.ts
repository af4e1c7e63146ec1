import { heartbeat } from './heartbeat.ts'

/** What is listened to: a process, as far as this asks of one. */
export interface Heard {
  on: (event: 'message', listen: (message: unknown) => void) => unknown
}

export interface Patience {
  /** how long it may say nothing, once it has said that its loop turns */
  silenceMs: number
  /** how long it may take to say so for the first time */
  openingMs: number
}

/** Looks in the time of a silence. */
const looks = 10

/**
 * Tells once when a program has been silent for too long, and for how long it may have been. Counted in looks, not by the clock: a machine that slept,
 * or a watcher that had to wait itself, has not heard a silence. Gives what ends the watch.
 */
export function noticeSilence(
  child: Heard,
  { silenceMs, openingMs }: Patience,
  tell: (allowedMs: number) => void,
): () => void {
  const everyMs = silenceMs / looks
  let allowedMs = openingMs
  let left = Math.ceil(openingMs / everyMs)
  child.on('message', (message) => {
    if (message !== heartbeat) return
    allowedMs = silenceMs
    left = looks
  })
  const watch = setInterval(() => {
    left -= 1
    if (left > 0) return
    clearInterval(watch)
    tell(allowedMs)
  }, everyMs)
  return () => clearInterval(watch)
}
