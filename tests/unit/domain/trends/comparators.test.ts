import { describe, expect, it } from 'vitest'
import { buildComparators, comparatorsToDraw } from '../../../../src/domain/trends/comparators.ts'
import { aSeries } from '../../../support/a-series.ts'
import { endOf } from '../../../support/a-trend.ts'

const places = [
  ['Brent', 'Council'],
  ['London', 'Region'],
  ['Harrow', 'Council'],
  ['England', 'England'],
] as const
const dimensions = [
  {
    id: 'comparator',
    label: 'Other places',
    members: places.map(([id, level]) => ({ id, label: id, level })),
  },
]
const series = places.map(([member]) => aSeries([40, null, 42], { dimension: 'comparator', member }))
const lines = buildComparators([aSeries([1, 2, 3]), ...series], dimensions)
const drawn = (unit: 'percent' | 'count' | 'pounds', from = '2025-07', to = '2025-09') =>
  comparatorsToDraw(lines, unit, endOf(from), endOf(to)).map(({ member }) => member)

describe('other places', () => {
  it('stand with the nation first, then the region, then councils in the order given', () => {
    expect(lines.map(({ member }) => member)).toEqual(['England', 'London', 'Brent', 'Harrow'])
  })

  it('have the figures that they reported and none between, the last of them named', () => {
    expect(lines[0]?.points.map(({ period, value }) => [period, value])).toEqual([
      ['2025-07', 40],
      ['2025-09', 42],
    ])
    expect(lines[0]?.latest).toEqual({ value: 42, when: 'Sep 2025' })
  })

  it('are drawn beside a share, three of them at most', () => {
    expect(drawn('percent')).toEqual(['England', 'London', 'Brent'])
  })

  it('are councils alone beside a count or money: a nation’s would flatten the borough’s line', () => {
    expect(drawn('count')).toEqual(['Brent', 'Harrow'])
    expect(drawn('pounds')).toEqual(['Brent', 'Harrow'])
  })

  it('are not drawn where they have nothing on the plot', () => {
    expect(drawn('percent', '2025-08', '2025-08')).toEqual([])
  })
})
