import { useEffect, useRef, useState } from 'react'
import { withinTime } from './long-work.ts'

/** How long work ended. */
export type Outcome<Result> =
  | { kind: 'done'; result: Result }
  | { kind: 'cancelled' }
  | { kind: 'failed'; reason: string }

export interface LongWork {
  isRunning: boolean
  /** Begins where nothing is running. */
  run: <Result>(seconds: number, work: (signal: AbortSignal) => Promise<Result>) => Promise<Outcome<Result>>
  cancel: () => void
}

/** One piece of long work at a time, that can be cancelled, and is when its page is left. */
export function useLongWork(): LongWork {
  const [isRunning, setRunning] = useState(false)
  const current = useRef<AbortController | null>(null)
  const cancel = () => current.current?.abort()
  useEffect(() => () => current.current?.abort(), [])
  const run: LongWork['run'] = async (seconds, work) => {
    current.current?.abort()
    const own = new AbortController()
    current.current = own
    setRunning(true)
    try {
      return { kind: 'done', result: await withinTime(seconds, work, own.signal) }
    } catch (error) {
      if (own.signal.aborted) return { kind: 'cancelled' }
      return { kind: 'failed', reason: error instanceof Error ? error.message : 'unknown reason' }
    } finally {
      if (current.current === own) setRunning(false)
    }
  }
  return { isRunning, run, cancel }
}
