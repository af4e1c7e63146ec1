import { describe, expect, it } from 'vitest'
import { type Pace, paceBeside, paceInWords } from '../../../../src/domain/interventions/pace-beside.ts'
import type { Measured } from '../../../../src/domain/measures/format.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'

const people = { unit: 'count', decimals: 0 } as const
/** 13 figures from 444 down to 324, by 10; then 12 at 324 */
const stalled = [
  ...Array.from({ length: 13 }, (_, row) => 444 - 10 * row),
  ...Array.from({ length: 12 }, () => 324),
]

const dated = (values: readonly (number | null)[]) => ({
  periods: values.map((_, row) => addPeriods('2023-01', row)),
  values,
})
/** A pace between two ends, straight but for what is named. */
const aPace = (from: number, to: number, changes: Partial<Pace> = {}): Pace => ({
  periods: 12,
  from,
  to,
  since: '2023-01',
  until: '2024-01',
  range: { low: Math.min(from, to), high: Math.max(from, to) },
  ...changes,
})

describe('paceBeside', () => {
  it('goes from end to end of the year on either side', () => {
    // before: 444 to 324 in 12 months; after: 324 to 324
    expect(paceBeside(dated(stalled), 13)).toEqual({
      before: aPace(444, 324),
      after: aPace(324, 324, { since: '2024-01', until: '2025-01' }),
    })
  })

  it('is not told of less than half a year, or without an end', () => {
    expect(paceBeside(dated(stalled), 5)).toBeNull()
    expect(paceBeside(dated(stalled.slice(0, 17)), 13)).toBeNull()
    expect(paceBeside(dated(stalled.map((value, row) => (row === 12 ? null : value))), 13)).toBeNull()
  })
})

describe('paceInWords', () => {
  it('tells a fall and a standstill', () => {
    const pace = paceBeside(dated(stalled), 13)
    expect(pace && paceInWords(people, 'month', pace)).toBe(
      'From Jan 2023 to Jan 2024, the figure fell by 10 a month on average. From then to Jan 2025, it hardly moved.',
    )
  })

  const words = (before: Pace, measure: Measured = people) =>
    paceInWords(measure, 'month', { before, after: aPace(100, 100, { until: '2025-01' }) }).split('. ')[0]

  it('tells a move whose monthly part would show as nothing by both its ends', () => {
    // 5 in 12 months is 0.4 a month, which whole numbers do not show
    expect(words(aPace(4, 9))).toBe('From Jan 2023 to Jan 2024, the figure rose from 4 to 9')
    expect(words(aPace(0, 0.4))).toContain('hardly moved')
    expect(words(aPace(0, 3))).toContain('rose from 0 to 3')
  })

  it('tells a rise with its unit', () => {
    expect(words(aPace(40, 64), { unit: 'days', decimals: 0 })).toContain('rose by 2 days a month on average')
  })

  it('tells a small pace finely enough that its reader can work it out', () => {
    // 17 and 32 in 12 months: whole numbers would say 1 and 3
    expect(words(aPace(85, 102))).toContain('rose by 1.4 a month on average')
    expect(words(aPace(90, 122))).toContain('rose by 2.7 a month on average')
    // 51 in 12 months, 4.25: 4 is near enough
    expect(words(aPace(151, 100))).toContain('fell by 4 a month on average')
  })

  it('does not call it hardly moved, or a fall, of which the figures on the way say otherwise', () => {
    // 87.8 to 87.2 by way of 75.5; then with one on the way that is not there
    const share = { unit: 'percent', decimals: 1 } as const
    expect(words(aPace(87.8, 87.2, { range: { low: 75.5, high: 88 } }), share)).toContain(
      'the figure ended about where it began',
    )
    expect(words(aPace(87.8, 87.2, { range: null }), share)).toContain('ended about where it began')
    expect(words(aPace(87.8, 87.2, { range: { low: 86, high: 88 } }), share)).toContain('hardly moved')
    // 90 to 80 by way of 60, further below its ends than they lie apart
    expect(words(aPace(90, 80, { range: { low: 60, high: 90 } }))).toContain(
      'went up and down, from 90 to 80',
    )
    expect(words(aPace(90, 80, { range: { low: 75, high: 90 } }))).toContain('fell by 0.8 a month')
  })
})
