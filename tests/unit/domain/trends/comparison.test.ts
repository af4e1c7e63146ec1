import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../../src/domain/periods/calendar.ts'
import { buildComparison, describeChange } from '../../../../src/domain/trends/comparison.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aChange } from '../../../support/an-analysis.ts'

const kpi = aDescribedKpi()
const first = dayNumber('2022-10-31')
const last = dayNumber('2025-09-30')

describe('before and after, drawn', () => {
  it('has twelve periods on one side, and those that there are on the other', () => {
    expect(buildComparison(kpi, aChange(), first, last)).toEqual({
      id: 'M01',
      day: dayNumber('2025-03-12'),
      before: {
        start: dayNumber('2024-03-31'),
        end: dayNumber('2025-02-28'),
        mean: 330,
        words: 'Before: 330',
      },
      after: { start: dayNumber('2025-03-31'), end: last, mean: 310, words: 'After: 310' },
      // 330 − 28 and 330 − 12: clear of the line before
      interval: { day: dayNumber('2025-03-31'), lower: 302, upper: 318 },
    })
  })

  it('has no interval where the change is not estimated', () => {
    const refused = aChange({ estimate: { kind: 'overlaps', with: 'Surge team' } })
    expect(buildComparison(kpi, refused, first, last)?.interval).toBeNull()
  })

  it('keeps the interval to what the measure can be', () => {
    const level = { size: -320, confidence: 0.98, lower: -340, upper: -300, isClaimed: true }
    const change = aChange({ estimate: { kind: 'estimated', level, slope: level } })
    expect(buildComparison(kpi, change, first, last)?.interval).toMatchObject({ lower: 0, upper: 30 })
  })

  it('lets a share that passed the whole keep an interval about where it stands', () => {
    const spend = aDescribedKpi({ unit: 'percent', numerator: null })
    const level = { size: 4, confidence: 0.98, lower: 2, upper: 6, isClaimed: true }
    const change = aChange({
      before: { mean: 98, periods: 12 },
      after: { mean: 102, periods: 7 },
      estimate: { kind: 'estimated', level, slope: level },
    })
    expect(buildComparison(spend, change, first, last)?.interval).toMatchObject({ lower: 100, upper: 104 })
  })

  it('is not drawn for figures that do not compare', () => {
    const notSuited = aChange({ estimate: { kind: 'not-suited', reason: 'Rare.' } })
    expect(buildComparison(kpi, notSuited, first, last)).toBeNull()
  })

  it('is not drawn over a change of definition', () => {
    const breaks = [{ date: '2024-10-01', title: 'New form', reason: 'Counted anew' }]
    expect(buildComparison({ ...kpi, breaks }, aChange(), first, last)).toBeNull()
    expect(describeChange({ ...kpi, breaks }, aChange()).means).toBeNull()
  })
})

describe('before and after, told', () => {
  it('names both means and how many months they rest on', () => {
    expect(describeChange(kpi, aChange())).toMatchObject({
      when: '12 Mar 2025, milestone completed',
      means: 'Mean of the 12 months before: 330; of the 7 months after: 310.',
    })
  })
})
