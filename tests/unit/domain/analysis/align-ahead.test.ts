import { describe, expect, it } from 'vitest'
import {
  alignAhead,
  alignReach,
  tellableChance,
} from '../../../../src/domain/analysis/one-verdict/align-ahead.ts'
import { chanceInWords } from '../../../../src/domain/forecast/chance-words.ts'
import { nowAndThenInWords, tellableInOne } from '../../../../src/domain/forecast/odds-words.ts'
import type { Frequency } from '../../../../src/domain/periods/period.ts'
import { someChances } from '../../../support/some-chances.ts'

describe('what lies ahead, for the panel', () => {
  it('is what the figures received foretell, with chances no finer than they are told', () => {
    const own = someChances({ run: 1, metLately: 4, keptBy: 0.3 })
    const received = someChances({ run: 1, metLately: 5, keptBy: 0.4137 })
    expect(alignReach(own, received)).toMatchObject({ kind: 'chances', metLately: 4, keptBy: 0.4 })
    const often = (inOne: number, frequency: Frequency) =>
      nowAndThenInWords(someChances({ inOne }), frequency)
    for (let chance = 0; chance <= 1; chance += 0.001) {
      expect(chanceInWords(tellableChance(chance))).toBe(chanceInWords(chance))
      for (const frequency of ['month', 'quarter'] as const)
        expect(often(tellableInOne(chance), frequency)).toBe(often(chance, frequency))
    }
  })

  it('says how often a target is met as officers read it, or no number', () => {
    const told = (metLately: number, heldLately: number) => {
      const received = someChances({ inOne: 0.2, metLately: 4, heldLately: 24 })
      const aligned = alignReach(someChances({ metLately, heldLately }), received)
      return aligned.kind === 'chances' && nowAndThenInWords(aligned, 'month')
    }
    expect(told(3, 18)).toBe('is met in about 2 of 12 months, by chance')
    // of those published two of 18 met it, one in twelve
    expect(told(2, 18)).toBe('is met now and then, by chance')
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
    const told = (received: number, tellable: number) =>
      alignAhead(own, { reach: lasts(received), required: null }, [], {
        reach: lasts(tellable),
        required: null,
      }).reach
    // officers read 'more likely than not' of 0.713; of whatever is withheld, 0.66 says so too
    expect(told(0.713, 0.66)).toEqual(lasts(0.65))
    expect(told(0.713, 0.4)).toEqual({ kind: 'kept', run: 9, stays: null })
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
    const received = { reach: { kind: 'kept', run: 15 } as const, required: null }
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
      alignAhead(own, { reach: someChances(), required: { needed, best: 3.1, typical: 1 } }, []).required
    expect(ahead(3.05)).toEqual(own.required)
    expect(ahead(3.4)).toBeNull()
  })
})
