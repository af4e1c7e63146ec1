import { describe, expect, it } from 'vitest'
import { beingLost } from '../../../../src/domain/forecast/odds-words.ts'
import { outlookAhead, outlookOf } from '../../../../src/domain/forecast/reached-target.ts'
import { someChances } from '../../../support/some-chances.ts'

/** No figure of the last two years met it, and nothing says when it is kept. */
const never = someChances({ metLately: 0, everWithin: 0, keptWithin: 0, median: null })

describe('what may be said of a target in one word', () => {
  // chances are shown in steps of five: 7% as 5%, 8% as 10%
  it('is that it is not likely to be met up to a chance that is shown as 5%, and not beyond', () => {
    const at = (everWithin: number) => outlookOf({ ...never, everWithin })
    expect([at(0.07), at(0.08)]).toEqual(['not-met', 'not-kept'])
  })

  it('is never that where a figure of the last two years met it', () => {
    expect(outlookOf({ ...never, metLately: 1 })).toBe('now-and-then')
  })

  it('is that it is kept where half of all courses keep it, whatever else holds', () => {
    expect(outlookOf({ ...never, everWithin: 0.9, keptWithin: 0.6, median: '2026-03' })).toBe('kept')
  })

  it('is open from a chance of keeping it that is shown as more than 15%', () => {
    const at = (keptWithin: number) => outlookOf({ ...never, everWithin: 0.9, keptWithin })
    expect([at(0.17), at(0.18)]).toEqual(['not-kept', 'open'])
  })

  it('is nothing where nothing is foretold', () => {
    expect(outlookAhead({ kind: 'too-few-points' })).toBeNull()
    expect(outlookAhead(never)).toBe('not-met')
  })
})

describe('a target that is kept now', () => {
  it('is being lost where the forecast leads out of it, and not where chance alone may miss it', () => {
    const kept = (chance: number, isLeading: boolean) =>
      beingLost({ kind: 'kept', run: 60, stays: { chance, until: '2026-03', isLeading } }) !== null
    // shown as 15% and as 20%
    expect([kept(0.17, true), kept(0.18, true), kept(0.02, false)]).toEqual([true, false, false])
    expect(beingLost({ kind: 'kept', run: 60 })).toBeNull()
    expect(beingLost(never)).toBeNull()
  })
})
