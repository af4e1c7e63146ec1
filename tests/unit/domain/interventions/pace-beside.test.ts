import { describe, expect, it } from 'vitest'
import { paceBeside, paceInWords } from '../../../../src/domain/interventions/pace-beside.ts'

const people = { unit: 'count', decimals: 0 } as const
/** 13 figures from 444 down to 324, by 10; then 12 at 324 */
const stalled = [
  ...Array.from({ length: 13 }, (_, row) => 444 - 10 * row),
  ...Array.from({ length: 12 }, () => 324),
]

describe('paceBeside', () => {
  it('goes from end to end of the year on either side', () => {
    // before: 444 to 324 in 12 months; after: 324 to 324
    expect(paceBeside(stalled, 13)).toEqual({
      before: { periods: 12, from: 444, to: 324 },
      after: { periods: 12, from: 324, to: 324 },
    })
  })

  it('is not told of less than half a year, or without an end', () => {
    expect(paceBeside(stalled, 5)).toBeNull()
    expect(paceBeside(stalled.slice(0, 17), 13)).toBeNull()
    expect(
      paceBeside(
        stalled.map((value, row) => (row === 12 ? null : value)),
        13,
      ),
    ).toBeNull()
  })
})

describe('paceInWords', () => {
  it('tells a fall and a standstill', () => {
    const pace = paceBeside(stalled, 13)
    expect(pace && paceInWords(people, 'month', pace)).toBe(
      'In the 12 months before it, the figure fell by 10 a month on average. In the 12 months after, it hardly moved.',
    )
  })

  it('tells a move whose monthly part would show as nothing by both its ends', () => {
    // 5 in 12 months is 0.4 a month, which whole numbers do not show
    const pace = { before: { periods: 12, from: 4, to: 9 }, after: { periods: 12, from: 100, to: 96 } }
    expect(paceInWords(people, 'month', pace)).toBe(
      'In the 12 months before it, the figure rose from 4 to 9. In the 12 months after, it hardly moved.',
    )
    const tenths = { before: { periods: 12, from: 0, to: 0.4 }, after: { periods: 12, from: 0, to: 3 } }
    expect(paceInWords(people, 'month', tenths)).toBe(
      'In the 12 months before it, the figure hardly moved. In the 12 months after, it rose from 0 to 3.',
    )
  })

  it('tells a rise with its unit', () => {
    const days = { unit: 'days', decimals: 0 } as const
    const pace = { before: { periods: 12, from: 40, to: 64 }, after: { periods: 8, from: 64, to: 56 } }
    expect(paceInWords(days, 'month', pace)).toBe(
      'In the 12 months before it, the figure rose by 2 days a month on average. In the 8 months after, it fell by 1 day a month on average.',
    )
  })
})
