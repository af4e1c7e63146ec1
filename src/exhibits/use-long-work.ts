import { useEffect, useRef, useState } from 'react'
import { type Outcome, outcomeOf } from './long-work.ts'

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
    const outcome = await outcomeOf(seconds, own.signal, work)
    if (current.current === own) setRunning(false)
    return outcome
  }
  return { isRunning, run, cancel }
}
