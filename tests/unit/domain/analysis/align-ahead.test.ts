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

/** How many figures meet a target that asks for three in a row, for certain and at most. */
const met = (run: number, lately = run, most: Partial<{ run: number; lately: number }> = {}) => ({
  sustain: 3,
  run: { least: run, most: most.run ?? run },
  lately: { least: lately, most: most.lately ?? lately },
})

const aMonth = { period: '2025-10', median: 9, lower80: 7, upper80: 11, lower95: 6, upper95: 12 }

describe('what lies ahead, for the panel', () => {
  it('is what the figures received foretell, with chances no finer than they are told', () => {
    const own = someChances({ run: 1, metLately: 4, keptBy: 0.3 })
    const received = someChances({ run: 1, metLately: 5, keptBy: 0.4137 })
    expect(alignReach(own, received, met(1, 4))).toMatchObject({
      kind: 'chances',
      metLately: 4,
      keptBy: 0.4,
    })
    const often = (inOne: number, frequency: Frequency) =>
      nowAndThenInWords(someChances({ inOne }), frequency)
    for (let chance = 0; chance <= 1; chance += 0.001) {
      expect(chanceInWords(tellableChance(chance))).toBe(chanceInWords(chance))
      for (const frequency of ['month', 'quarter'] as const)
        expect(often(tellableInOne(chance), frequency)).toBe(often(chance, frequency))
    }
  })

  it('rests on what the figures published can be, and never on what they were', () => {
    const kept = { kind: 'kept', run: 9 } as const
    const few = someChances({ run: 2, metLately: 6 })
    // kept, or not, by a figure that rounding hides: the same whichever it was
    for (const [own, received] of [
      [kept, kept],
      [kept, few],
      [few, few],
    ] as const) {
      expect(alignReach(own, received, met(2, 6, { run: 9 }))).toEqual({ kind: 'met' })
      expect(alignReach(own, received, met(0, 6, { run: 9 }))).toEqual({ kind: 'rounded' })
    }
    // no longer than is certain, and whether any of late met it as well
    expect(alignReach(kept, { kind: 'kept', run: 7 }, met(4, 9, { run: 9 }))).toMatchObject({ run: 4 })
    expect(alignReach(few, few, met(1, 5, { run: 2 }))).toMatchObject({ run: 1, metLately: 5 })
    expect(alignReach(few, few, met(0, 0, { lately: 2 }))).toEqual({ kind: 'rounded' })
  })

  it('says how often a target is met as officers read it, or no number', () => {
    const told = (metLately: number, heldLately: number) => {
      const received = someChances({ inOne: 0.2, metLately: 4, heldLately: 24 })
      const own = someChances({ metLately, heldLately })
      const aligned = alignReach(own, received, met(0, metLately))
      return aligned.kind === 'chances' && nowAndThenInWords(aligned, 'month')
    }
    expect(told(3, 18)).toBe('is met in about 2 of 12 months, by chance')
    // of those published two of 18 met it, one in twelve
    expect(told(2, 18)).toBe('is met now and then, by chance')
  })

  it('is the chance that what is kept lasts, where withheld figures decide no word of it', () => {
    const lasts = (chance: number) =>
      ({ kind: 'kept', run: 9, stays: { chance, until: '2026-03', isLeading: false } }) as const
    const own = { forecast: [], reach: lasts(0.99), required: null }
    const told = (received: number, placed: number) =>
      alignAhead(own, { ...own, reach: lasts(received) }, [], [{ ...own, reach: lasts(placed) }], met(9))
        .reach
    // officers read 70% of 0.713, and so would they of 0.69; of 0.66 they would read 65%
    expect(told(0.713, 0.69)).toEqual(lasts(0.7))
    expect(told(0.713, 0.66)).toEqual({ kind: 'kept', run: 9, stays: null })
  })

  it('is hidden where withheld figures decide a chance, and chances by the date alone where those do', () => {
    const own = { forecast: [], reach: someChances({ keptWithin: 0.31, keptBy: 0.2 }), required: null }
    const told = (changes: Parameters<typeof someChances>[0]) =>
      alignAhead(own, own, [], [{ ...own, reach: someChances({ ...own.reach, ...changes }) }], met(0)).reach
    expect(told({ keptWithin: 0.29, keptBy: 0.21 })).toMatchObject({ keptWithin: 0.3, keptBy: 0.2 })
    expect(told({ keptWithin: 0.37 })).toEqual({ kind: 'rounded' })
    expect(told({ keptBy: 0.3 })).toMatchObject({ keptWithin: 0.3, keptBy: null, everBy: null })
  })

  it('is not foretold of figures that rounding alone makes fit to', () => {
    expect(alignReach(someChances(), { kind: 'no-question' }, met(0))).toEqual({ kind: 'no-question' })
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
    expect(alignAhead(own, received, [], [], met(14)).reach).toEqual({ kind: 'kept', run: 14, stays: null })
    expect(alignAhead(own, received, ['target']).reach).toEqual({ kind: 'rounded' })
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
