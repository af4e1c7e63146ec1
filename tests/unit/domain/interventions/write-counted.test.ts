import { describe, expect, it } from 'vitest'
import type { CountedChange, RatioEffect } from '../../../../src/domain/interventions/compare-counts.ts'
import { writeCounted } from '../../../../src/domain/interventions/write-counted.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'
import { readingAge } from '../../../support/reading-age.ts'

const ratio = (size: number | null, lower: number, upper: number | null): RatioEffect => ({
  size,
  confidence: 0.98,
  lower,
  upper,
  isClaimed: lower > 1 || (upper !== null && upper < 1),
})

const aChange = (of: Partial<CountedChange>): CountedChange => ({
  kind: 'counted',
  level: ratio(0.9, 0.5, 1.6),
  slope: ratio(1, 0.95, 1.05),
  growthBefore: 1,
  before: { events: 72, periods: 24 },
  after: { events: 20, periods: 15 },
  ...of,
})

const written = (of: Partial<CountedChange>) =>
  writeCounted('‘Surge team in place’ (May 2025)', 'month', aChange(of))

const none = { events: 0, periods: 15 }

describe('writeCounted', () => {
  it('gives a fall and its interval as percentages', () => {
    expect(written({ level: ratio(0.36, 0.17, 0.83) })).toBe(
      'After ‘Surge team in place’ (May 2025), the number is 64% lower than the trend before leads to. The 98% interval is 17% to 83% lower.',
    )
  })

  it('gives a rise as a percentage, and from twice on as a multiple', () => {
    const after = { events: 60, periods: 15 }
    expect(written({ level: ratio(1.5, 1.1, 2.05), after })).toContain(
      'the number is 50% higher than the trend before leads to. The 98% interval is 10% to 105% higher.',
    )
    expect(written({ level: ratio(2.44, 1.3, 12.4), after })).toContain(
      'the number is 2.4 times what the trend before leads to. The 98% interval is 1.3 to 12 times.',
    )
  })

  it('claims nothing where the interval holds no change', () => {
    expect(written({})).toBe(
      'There is no evidence that level or direction changed after ‘Surge team in place’ (May 2025).',
    )
  })

  it('says in words that there were none, before or after', () => {
    expect(written({ level: ratio(0, 0, 0.17), after: none, slope: null, growthBefore: null })).toBe(
      'After ‘Surge team in place’ (May 2025), there were none in 15 months. Before it, there were 3 a month on average. The 98% interval is from 83% lower to none at all.',
    )
    expect(
      written({ level: ratio(0, 0, 4), before: { events: 1, periods: 24 }, after: none, slope: null }),
    ).toBe(
      'After ‘Surge team in place’ (May 2025), there were none in 15 months. Before it, there was one in 24 months. So few before are no evidence that the level changed.',
    )
    expect(written({ level: ratio(null, 3, null), before: none, slope: null })).toBe(
      'After ‘Surge team in place’ (May 2025), there were 1.3 a month on average. Before it, there were none in 15 months. That is more than chance makes.',
    )
  })

  it('makes no multiple and no percentage of a start near nought', () => {
    // one in 24 months, then 4 a month; and 3 a month that were falling to a third of one
    const from = { before: { events: 1, periods: 24 }, after: { events: 60, periods: 15 } }
    expect(written({ ...from, level: ratio(199, 6.5, 6067) })).toBe(
      'After ‘Surge team in place’ (May 2025), there were 4 a month on average. Before it, there was one in 24 months. That is more than the trend before leads to.',
    )
    expect(written({ ...from, level: ratio(3, 0.1, 90), slope: ratio(1.9, 1.2, 3), growthBefore: 4 })).toBe(
      'After ‘Surge team in place’ (May 2025), there were 4 a month on average. Before it, there was one in 24 months. The number goes up since, beside that trend.',
    )
    expect(written({ level: ratio(12, 3, 48), after: from.after })).toMatch(
      /4 a month .* 3 a month .* more than/,
    )
    expect(written({ ...from })).toMatch(/^There is no evidence/)
  })

  it('tells growth before and after', () => {
    expect(written({ slope: ratio(0.92, 0.87, 0.97), growthBefore: 1.03 })).toBe(
      'After ‘Surge team in place’ (May 2025), the number goes from a rise of 3% a month to a fall of 5.2% a month. The 98% interval of the difference is 3% to 13% a month downwards.',
    )
  })

  it('never calls anything 100% lower, and keeps each size within its interval', () => {
    const uniform = seededUniform(86)
    const texts = Array.from({ length: 2000 }, () => {
      const size = Math.exp(14 * (uniform() - 0.5))
      const reach = Math.exp(6 * uniform())
      return written({ level: ratio(size, size / reach, size * reach) })
    })
    expect(texts.filter((text) => /100% lower|\b0%|-|NaN|Infinity|\b(\d+%) to \1/.test(text))).toEqual([])
    expect(texts.filter((text) => readingAge(text) > 14)).toEqual([])
  })
})
