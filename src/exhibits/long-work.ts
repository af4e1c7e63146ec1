/** In seconds: nobody waits longer for one file, and whoever waits longer for a whole pack should be told. */
export const longestWork = { file: 120, pack: 600, reading: 60 } as const

/**
 * Work that has an end: what comes of it, the reason for which it was cancelled, or that it took too long. What it
 * began it should stop at its signal; what cannot be stopped is no longer waited for.
 *
 * @throws the signal's reason where it was cancelled
 */
export async function withinTime<Result>(
  seconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
  cancelled?: AbortSignal,
): Promise<Result> {
  const limit = new AbortController()
  const signal = cancelled ? AbortSignal.any([cancelled, limit.signal]) : limit.signal
  signal.throwIfAborted()
  const timer = setTimeout(() => limit.abort(new Error(tookTooLong(seconds))), seconds * 1000)
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    return await Promise.race([work(signal), stopped])
  } finally {
    clearTimeout(timer)
  }
}

/** How long work ended. */
export type Outcome<Result> =
  | { kind: 'done'; result: Result }
  | { kind: 'cancelled' }
  | { kind: 'failed'; reason: string }

/** The same as a value, for whoever says it. */
export async function outcomeOf<Result>(
  seconds: number,
  cancelled: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Outcome<Result>> {
  try {
    return { kind: 'done', result: await withinTime(seconds, work, cancelled) }
  } catch (error) {
    if (cancelled.aborted) return { kind: 'cancelled' }
    return { kind: 'failed', reason: error instanceof Error ? error.message : 'unknown reason' }
  }
}

/** @example 120 → 'it took longer than 2 minutes and was stopped. …' */
function tookTooLong(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  const time = minutes === 1 ? 'a minute' : `${minutes} minutes`
  return `it took longer than ${time} and was stopped. Try again, or take less at once.`
}
