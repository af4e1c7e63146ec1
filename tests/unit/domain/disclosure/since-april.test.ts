import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../../../src/domain/disclosure/cells.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import { stepSinceApril } from '../../../../src/domain/disclosure/since-april.ts'
import { addPeriods, type Frequency } from '../../../../src/domain/periods/period.ts'
import { aDisclosureKpi } from '../../../support/a-disclosure-kpi.ts'
import { aFigure } from '../../../support/a-figure.ts'
import { protectedAlone } from '../../../support/protected-alone.ts'

const flow: DisclosureKpi = { ...aDisclosureKpi, id: 'leaves' }
const total: DisclosureKpi = { ...aDisclosureKpi, id: 'left', aggregation: 'D' }

/** What is counted from the first period on, and its total since April. */
function publish(first: string, values: readonly number[], frequency: Frequency = 'month') {
  const kpis = new Map([flow, total].map((kpi) => [kpi.id, { ...kpi, frequency }]))
  let sum = 0
  const figures = values.flatMap((value, step) => {
    const period = addPeriods(first, step)
    sum = /-(04|Q1)$/.test(period) ? value : sum + value
    return [aFigure({ kpi: 'leaves', period, value }), aFigure({ kpi: 'left', period, value: sum })]
  })
  const together = openProtectedEditions()
  const { left } = together.protect(kpis, figures)
  return {
    found: attack(protectedAlone(kpis, figures), 'any').map(({ cell: { exact }, possible }) => [
      exact.kpi,
      exact.period,
      possible,
    ]),
    left: [...left, ...attack(together.ledger)],
  }
}

describe('a count since April', () => {
  it('is worked out from the months, and they from it', () => {
    // 112 until August is shown as 110 (108 to 112), 118 as 120 (118 to 122): 6 to 14 came to it, and 5 says 5 to 7
    const { found, left } = publish('2025-04', [20, 22, 21, 24, 25, 6])
    expect(found).toEqual([['leaves', '2025-09', { lower: 6, upper: 7 }]])
    expect(left).toEqual([])
  })

  it('is worked out from quarters alike', () => {
    const { found, left } = publish('2025-Q1', [61, 51, 6], 'quarter')
    expect(found).toEqual([['leaves', '2025-Q3', { lower: 6, upper: 7 }]])
    expect(left).toEqual([])
  })

  it('begins anew in April: that month is all of it', () => {
    const { found, left } = publish('2024-10', [20, 22, 21, 24, 25, 26, 7, 6])
    // 13 until May is shown as 15: 13 at least, and 5 to 7 in each of April and May
    expect(found).toContainEqual(['leaves', '2025-05', { lower: 6, upper: 7 }])
    expect(found).toContainEqual(['leaves', '2025-04', { lower: 6, upper: 7 }])
    expect(left).toEqual([])
  })

  it.each([
    ['2025-06', 'month', 'month', { now: '2025-06', before: '2025-05', added: ['2025-06'] }],
    ['2025-04', 'month', 'month', { now: '2025-04', before: null, added: ['2025-04'] }],
    [
      '2025-Q2',
      'quarter',
      'month',
      { now: '2025-Q2', before: '2025-Q1', added: ['2025-07', '2025-08', '2025-09'] },
    ],
    ['2025-08', 'quarter', 'quarter', { now: '2025-Q2', before: '2025-Q1', added: ['2025-Q2'] }],
    ['2025-09', 'month', 'quarter', { now: '2025-09', before: '2025-06', added: ['2025-Q2'] }],
    ['2025-08', 'month', 'quarter', null],
  ] as const)(
    'moves on in %s, as a total by %s of what is counted by %s',
    (period, ofTotal, ofFlow, step) => {
      expect(stepSinceApril(period, { frequency: ofTotal }, { frequency: ofFlow })).toEqual(step)
    },
  )
})
