import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { withinTime } from '../../../src/exhibits/long-work.ts'

const never = () => new Promise<string>(() => undefined)

describe('withinTime', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('gives what comes of work that ends in time, and leaves nothing behind', async () => {
    await expect(withinTime(60, async () => 'file')).resolves.toBe('file')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends work that never would, says so in words, and tells the work', async () => {
    let told: AbortSignal | undefined
    const ended = expect(
      withinTime(120, (signal) => {
        told = signal
        return never()
      }),
    ).rejects.toThrow('it took longer than 2 minutes and was stopped')
    await vi.advanceTimersByTimeAsync(119_999)
    expect(told?.aborted).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    await ended
    expect(told?.aborted).toBe(true)
  })

  it('ends at once where it is cancelled, and does not begin where it was', async () => {
    const cancelling = new AbortController()
    const ended = expect(withinTime(60, never, cancelling.signal)).rejects.toThrow('enough')
    cancelling.abort(new Error('enough'))
    await ended
    const begun = vi.fn(never)
    await expect(withinTime(60, begun, cancelling.signal)).rejects.toThrow('enough')
    expect(begun).not.toHaveBeenCalled()
  })

  it('passes on why work failed', async () => {
    await expect(withinTime(60, () => Promise.reject(new Error('no such measure')))).rejects.toThrow(
      'no such measure',
    )
  })
})
