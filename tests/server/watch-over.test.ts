import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { heartbeat } from '../../scripts/heartbeat.ts'
import { noticeSilence } from '../../scripts/notice-silence.ts'
import { aProcess } from './support/a-process.ts'

const home = mkdtempSync(join(tmpdir(), 'dashboard-watch-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const times = (text: string, part: string) => text.split(part).length - 1

describe('whoever watches over the service', () => {
  it('ends one that hears no signal, and says so', async () => {
    const watcher = aProcess('watch-busy.ts', {})
    await watcher.printed('busy for ever')
    await watcher.kill('SIGTERM')
    expect(await watcher.ended).toBe(137)
    expect(watcher.output()).toContain('did not stop within 1 seconds and was ended')
  })

  it('ends one that hangs and hears no signal, starts it again, and gives up in words', async () => {
    const watcher = aProcess('watch-hung.ts', {})
    expect(await watcher.ended).toBe(1)
    const output = watcher.output()
    expect(times(output, 'The service hangs')).toBe(3)
    expect(times(output, 'The service is started again.')).toBe(2)
    expect(output).toContain('was started again 2 times within an hour')
  })

  it('starts one again that was ended from outside, and ends as it then ends', async () => {
    const watcher = aProcess('watch-struck.ts', { MARK: join(home, 'struck') })
    expect(await watcher.ended).toBe(3)
    expect(watcher.output()).toContain('was ended from outside (SIGKILL)')
    expect(watcher.output()).toContain('well')
  })
})

describe('noticeSilence', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const minute = 60_000
  function listen() {
    const child = new EventEmitter()
    const silences: number[] = []
    const allowed: number[] = []
    const begun = Date.now()
    const patience = { silenceMs: 30_000, openingMs: 10 * minute }
    const end = noticeSilence(child, patience, (ms) => {
      silences.push(Date.now() - begun)
      allowed.push(ms)
    })
    return { say: () => child.emit('message', heartbeat), silences, allowed, end }
  }

  it('hears none as long as the loop turns, however slowly', () => {
    const { say, silences } = listen()
    for (let beat = 0; beat < 60; beat++) {
      say()
      vi.advanceTimersByTime(26_000)
    }
    expect(silences).toEqual([])
  })

  it('tells once of half a minute without a word', () => {
    const { say, silences, allowed } = listen()
    say()
    vi.advanceTimersByTime(10 * minute)
    expect(silences).toEqual([30_000])
    expect(allowed).toEqual([30_000])
  })

  it('waits longer for the first word, and not for ever', () => {
    const { silences, allowed } = listen()
    vi.advanceTimersByTime(9 * minute)
    expect(silences).toEqual([])
    vi.advanceTimersByTime(minute)
    expect(silences).toEqual([10 * minute])
    expect(allowed).toEqual([10 * minute])
  })

  it('hears none where the whole machine slept', () => {
    const { say, silences } = listen()
    say()
    // the clock went on for a night, and nobody looked
    vi.setSystemTime(Date.now() + 480 * minute)
    vi.advanceTimersByTime(3000)
    say()
    vi.advanceTimersByTime(20_000)
    expect(silences).toEqual([])
  })

  it('is silent itself once it is ended', () => {
    const { silences, end } = listen()
    end()
    vi.advanceTimersByTime(60 * minute)
    expect(silences).toEqual([])
  })
})
