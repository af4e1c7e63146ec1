import { describe, expect, it } from 'vitest'
import { attack } from '../../../../src/domain/disclosure/attack.ts'
import type { DisclosureKpi } from '../../../../src/domain/disclosure/cells.ts'
import { openProtectedEditions } from '../../../../src/domain/disclosure/protect-edition.ts'
import type { Statement } from '../../../../src/domain/disclosure/statements.ts'
import { keepTellable } from '../../../../src/domain/disclosure/tellable.ts'
import type { Figure } from '../../../../src/domain/figures/figure.ts'
import { aFigure } from '../../../support/a-figure.ts'

const list: DisclosureKpi = {
  id: 'waiting',
  unit: 'count',
  aggregation: 'P',
  frequency: 'month',
  sdc: 'people',
  decimals: 0,
  per: null,
}
const share: DisclosureKpi = { ...list, id: 'within', unit: 'percent', aggregation: 'W' }
const kpis = new Map([list, share].map((kpi) => [kpi.id, kpi]))

const of = (kpi: string, says: Statement['says'], more: Partial<Statement> = {}): Statement => ({
  kpi,
  dimension: 'borough',
  member: 'All',
  period: '2025-08',
  says,
  ...more,
})

/** Of what is published, the verdicts that may be told; and that nothing falls once they are. */
function tellable(figures: readonly Figure[], ...statements: Statement[]) {
  const { protect, ledger } = openProtectedEditions()
  protect(kpis, figures)
  const { told, hidden } = keepTellable(
    ledger,
    statements.map((statement) => ({ statements: [statement] })),
  )
  expect(attack(ledger)).toEqual([])
  const saidIn = (verdicts: typeof told) =>
    verdicts.flatMap(({ statements: all }) => all.map(({ says }) => says))
  return { told: saidIn(told), hidden: saidIn(hidden) }
}

const whole = (value: number, more: Partial<Figure> = {}) =>
  aFigure({ kpi: 'waiting', dimension: 'borough', member: 'All', value, ...more })

describe('a verdict on a count', () => {
  it('is told where it leaves two numbers at least', () => {
    // 12 is shown as 10 (8 to 12); at least 11 leaves 11 and 12
    const says = { kind: 'at-least', bound: 11 } as const
    expect(tellable([whole(12)], of('waiting', says))).toEqual({ told: [says], hidden: [] })
  })

  it('is hidden by rounding where it would leave one', () => {
    // at least 12 leaves 12 alone; above 11 is the same said otherwise
    const met = { kind: 'at-least', bound: 12 } as const
    const above = { kind: 'above', bound: 11 } as const
    expect(tellable([whole(12)], of('waiting', met), of('waiting', above)).told).toEqual([])
  })

  it('is hidden where it takes anything from a count under ten', () => {
    // 7 is shown as 5 (5 to 7), of which each must stay possible: 6 or more does not leave 5
    const says = { kind: 'at-least', bound: 6 } as const
    expect(tellable([whole(7)], of('waiting', says)).hidden).toEqual([says])
  })

  it('is judged with those told before it', () => {
    // 11 of 8 to 12: at least 11, and at most 11, each leaves two; both together leave one
    const least = { kind: 'at-least', bound: 11 } as const
    const most = { kind: 'at-most', bound: 11 } as const
    expect(tellable([whole(11)], of('waiting', least), of('waiting', most))).toEqual({
      told: [least],
      hidden: [most],
    })
  })

  it('is judged with the parts that it reaches', () => {
    // at least 22 of 18 to 22 is 22; and what it says of a whole bounds the parts as well
    const parts = [9, 9, 4].map((value, place) =>
      aFigure({ kpi: 'waiting', dimension: 'town', member: `Town ${place}`, value }),
    )
    const says = { kind: 'at-least', bound: 22 } as const
    expect(tellable([whole(22), ...parts], of('waiting', says)).hidden).toEqual([says])
  })

  it('compares with a month before where that leaves enough of both', () => {
    // 12 and 9 are both shown as 10; higher leaves 9 to 12 and 8 to 11
    const says = { kind: 'higher-than', period: '2025-07' } as const
    expect(tellable([whole(12), whole(9, { period: '2025-07' })], of('waiting', says)).told).toEqual([says])
  })

  it('is never told of a figure that is withheld', () => {
    const says = { kind: 'at-least', bound: 1 } as const
    expect(tellable([whole(3)], of('waiting', says)).hidden).toEqual([says])
  })
})

describe('a verdict on a share', () => {
  const shareOf = (numerator: number, period = '2025-08') =>
    aFigure({
      kpi: 'within',
      dimension: 'borough',
      member: 'All',
      value: numerator / 8,
      numerator,
      denominator: 800,
      period,
    })

  it('is told where target and rounding leave several pairs of counts', () => {
    const says = { kind: 'at-least', bound: 85 } as const
    expect(tellable([shareOf(682)], of('within', says)).told).toEqual([says])
  })

  it('compares only what the published figures show', () => {
    // 85.25% and 84.6% are both shown as 85%; 85.25% and 83.75% as 85% and 84%
    const says = { kind: 'higher-than', period: '2025-07' } as const
    expect(tellable([shareOf(682), shareOf(677, '2025-07')], of('within', says)).hidden).toEqual([says])
    expect(tellable([shareOf(682), shareOf(670, '2025-07')], of('within', says)).told).toEqual([says])
  })
})
