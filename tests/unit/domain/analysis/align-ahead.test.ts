import { describe, expect, it } from 'vitest'
import {
  alignAhead,
  alignReach,
  tellableChance,
} from '../../../../src/domain/analysis/one-verdict/align-ahead.ts'
import { chanceInWords } from '../../../../src/domain/forecast/chance-words.ts'
import { nowAndThenInWords, tellableInOne } from '../../../../src/domain/forecast/odds-words.ts'
import { someChances } from '../../../support/some-chances.ts'

const aMonth = { period: '2025-10', median: 9, lower80: 7, upper80: 11, lower95: 6, upper95: 12 }

describe('what lies ahead, for the panel', () => {
  it('is what the figures received foretell, with chances no finer than they are told', () => {
    const own = someChances({ run: 1, metLately: 4, keptBy: 0.3 })
    const received = someChances({ run: 1, metLately: 5, keptBy: 0.4137 })
    expect(alignReach(own, received)).toMatchObject({ kind: 'chances', metLately: 4, keptBy: 0.4 })
    for (let chance = 0; chance <= 1; chance += 0.001) {
      expect(chanceInWords(tellableChance(chance))).toBe(chanceInWords(chance))
      for (const frequency of ['month', 'quarter'] as const)
        expect(nowAndThenInWords(tellableInOne(chance), frequency)).toBe(nowAndThenInWords(chance, frequency))
    }
  })

  it('is hidden where the figures shown do not bear it out', () => {
    const met = someChances({ run: 2, metLately: 6 })
    expect(alignReach(someChances({ run: 0, metLately: 6 }), met)).toEqual({ kind: 'rounded' })
    expect(alignReach({ kind: 'kept', run: 9 }, met)).toEqual({ kind: 'rounded' })
    expect(alignReach({ kind: 'kept', run: 9 }, { kind: 'kept', run: 7 })).toMatchObject({
      kind: 'kept',
      run: 7,
    })
  })

  it('is the chance that what is kept lasts, where withheld figures decide no word of it', () => {
    const lasts = (chance: number) =>
      ({ kind: 'kept', run: 9, stays: { chance, until: '2026-03', isLeading: false } }) as const
    const own = { forecast: [], reach: lasts(0.99), required: null }
    const told = (received: number, placed: number) =>
      alignAhead(own, { ...own, reach: lasts(received) }, [], [{ ...own, reach: lasts(placed) }]).reach
    // officers read 70% of 0.713, and so would they of 0.69; of 0.66 they would read 65%
    expect(told(0.713, 0.69)).toEqual(lasts(0.7))
    expect(told(0.713, 0.66)).toEqual({ kind: 'kept', run: 9, stays: null })
  })

  it('is hidden where withheld figures decide a chance, and chances by the date alone where those do', () => {
    const own = { forecast: [], reach: someChances({ keptWithin: 0.31, keptBy: 0.2 }), required: null }
    const told = (changes: Parameters<typeof someChances>[0]) =>
      alignAhead(own, own, [], [{ ...own, reach: someChances({ ...own.reach, ...changes }) }]).reach
    expect(told({ keptWithin: 0.29, keptBy: 0.21 })).toMatchObject({ keptWithin: 0.3, keptBy: 0.2 })
    expect(told({ keptWithin: 0.37 })).toEqual({ kind: 'rounded' })
    expect(told({ keptBy: 0.3 })).toMatchObject({ keptWithin: 0.3, keptBy: null, everBy: null })
  })

  it('is not foretold of figures that rounding alone makes fit to', () => {
    expect(alignReach(someChances(), { kind: 'no-question' })).toEqual({ kind: 'no-question' })
    const own = { forecast: [aMonth], reach: someChances(), required: null }
    expect(alignAhead(own, { ...own, forecast: [], reach: { kind: 'no-question' } }, []).forecast).toEqual([])
  })

  it('is not asked of a figure that is withheld', () => {
    const own = { forecast: [], reach: someChances(), required: { needed: 2, best: 1, typical: 1 } }
    expect(alignAhead(own, null, [])).toEqual({
      forecast: [],
      reach: { kind: 'no-question' },
      required: null,
    })
  })

  it('is hidden where it may not be told on which side of the target the latest figure lies', () => {
    const own = { forecast: [], reach: { kind: 'kept', run: 14 } as const, required: null }
    const received = { forecast: [], reach: { kind: 'kept', run: 15 } as const, required: null }
    expect(alignAhead(own, received, []).reach).toEqual({ kind: 'kept', run: 14, stays: null })
    expect(alignAhead(own, received, ['target']).reach).toEqual({ kind: 'rounded' })
    expect(alignAhead(own, received, ['target-so-far']).reach).toEqual({ kind: 'met' })
    const missed = { ...own, reach: someChances({ run: 0 }) }
    expect(alignAhead(missed, received, ['target-so-far']).reach).toEqual({ kind: 'no-question' })
    const unasked = { ...own, reach: { kind: 'too-few-points' } as const }
    expect(alignAhead(unasked, received, ['target']).reach).toEqual({ kind: 'too-few-points' })
  })

  it('says what it would take where that stands to what was kept up as it does in the figures received', () => {
    const own = { forecast: [], reach: someChances(), required: { needed: 3, best: 3.2, typical: 1 } }
    const ahead = (needed: number) =>
      alignAhead(own, { ...own, required: { needed, best: 3.1, typical: 1 } }, []).required
    expect(ahead(3.05)).toEqual(own.required)
    expect(ahead(3.4)).toBeNull()
  })
})
