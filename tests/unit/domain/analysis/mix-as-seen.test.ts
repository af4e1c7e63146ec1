import { describe, expect, it } from 'vitest'
import { mixAsSeen } from '../../../../src/domain/analysis/mix-as-seen.ts'
import { gridOf } from '../../../../src/domain/analysis/series-grid.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const kpi = aDescribedKpi({ aggregation: 'X', targets: [] })
const category = (member: string, values: readonly number[]) => {
  const series = aSeries(values, { dimension: 'category', member })
  const grid = gridOf(series)
  if (!grid) throw new Error('a series without figures')
  return { kpi, series, grid }
}
const money = [...Array.from({ length: 20 }, (_, row) => 19 + (row % 3)), 19, 40, 42, 39, 41, 40]
const mix = {
  kpi,
  dimension: 'category',
  categories: [
    category('Money', money),
    category(
      'Care',
      money.map((value) => 100 - value),
    ),
  ],
}
const change = {
  kind: 'mix',
  category: 0,
  direction: 1,
  months: 6,
  isDrift: false,
  before: 0.2,
  after: 0.37,
  chance: 0,
} as const

describe('the share of a category', () => {
  it('has its new level from the first month that went its way', () => {
    const seen = mixAsSeen(change, mix, null)
    expect(seen.months).toBe(5)
    expect(seen.after).toBeCloseTo(0.404)
  })

  it('has it since the month that is told of the category by itself', () => {
    const alone = { kind: 'step', direction: 1, months: 4, expected: null } as const
    expect(mixAsSeen(change, mix, alone).months).toBe(4)
    // not of what was flagged otherwise
    expect(mixAsSeen(change, mix, { ...alone, kind: 'drift' }).months).toBe(5)
    expect(mixAsSeen(change, mix, { ...alone, direction: -1 }).months).toBe(5)
    expect(mixAsSeen({ ...change, isDrift: true }, mix, alone)).toEqual({ ...change, isDrift: true })
  })
})
