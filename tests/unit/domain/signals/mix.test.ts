import { describe, expect, it } from 'vitest'
import { findSignalsAndMixes } from '../../../../src/domain/signals/find-signals.ts'
import { changesInMix } from '../../../../src/domain/signals/mix.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const months = 36

/** Six categories of about twenty mentions a month; the third at so many times that in the last six. */
function categories(times: number): number[][] {
  return Array.from({ length: 6 }, (_, category) =>
    noiseOf(months, 40 + category).map((noise, row) =>
      Math.round((20 + 3 * noise) * (category === 2 && row >= months - 6 ? times : 1)),
    ),
  )
}

describe('changesInMix', () => {
  it('names the category whose share has grown, since when and from what to what', () => {
    const [change] = changesInMix([categories(3)])
    expect(change).toMatchObject({ kind: 'mix', category: 2, direction: 1, months: 6 })
    expect(change?.before).toBeCloseTo(1 / 6, 1)
    expect(change?.after).toBeCloseTo(3 / 8, 1)
    expect(change?.chance).toBeLessThan(1e-6)
  })

  it('tells a drift from its first month to the latest, where means before and since would show none', () => {
    // from 72 to 83 in 100 over two years, and down to 74 in the last: means before and since are 78 and 79
    const shares = Array.from({ length: months }, (_, row) =>
      row < 24 ? 720 + (110 * row) / 24 : 830 - (95 * (row - 23)) / 12,
    )
    const first = noiseOf(months, 7).map((noise, row) => Math.round((shares[row] ?? 0) + 5 * noise))
    const [change] = changesInMix([[first, first.map((count) => 1000 - count)]])
    const { months: length = 0, before = 0, after = 0, direction, isDrift, category } = change ?? {}
    expect(isDrift).toBe(true)
    const of = category === 0 ? first : first.map((count) => 1000 - count)
    expect(before).toBe((of.at(-length) ?? 0) / 1000)
    expect(after).toBe((of.at(-1) ?? 0) / 1000)
    expect(Math.sign(after - before)).toBe(direction)
  })

  it('finds no plain change where every category grows alike', () => {
    const grown = categories(1).map((counts) =>
      counts.map((count, row) => (row >= months - 6 ? 2 * count : count)),
    )
    expect(changesInMix([grown])[0]?.chance).toBeGreaterThan(0.01)
  })

  it('does not test one category alone, rare ones, or those with a month withheld', () => {
    const [first = [], ...others] = categories(3)
    expect(changesInMix([[first]])).toEqual([null])
    expect(changesInMix([[Array(months).fill(1), Array(months).fill(2)]])).toEqual([null])
    const withheld = others.map((counts) => [null, ...counts.slice(1)])
    expect(changesInMix([[first, ...withheld]])).toEqual([null])
  })
})

describe('findSignalsAndMixes', () => {
  it('judges mixes in the same family as series', () => {
    const stable = Array.from({ length: 20 }, (_, seed) => noiseOf(months, 100 + seed))
    const { signals, mixes } = findSignalsAndMixes(stable, [categories(3)])
    expect(signals.filter(({ isFlagged }) => isFlagged)).toEqual([])
    expect(mixes[0]?.isFlagged).toBe(true)
    expect(mixes[0]?.falseAlarmRate).toBeCloseTo(21 * (mixes[0]?.chance ?? 1), 12)
  })
})
