import { describe, expect, it } from 'vitest'
import { buildMultiples, spanOfAll } from '../../../../src/features/kpi-trend/small-multiples.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const town = {
  id: 'town',
  label: 'Town',
  members: [
    { id: 'Acton', label: 'Acton', level: null },
    { id: 'Ealing', label: 'Ealing (town)', level: null },
  ],
}
const acton = aSeries([40, 47], { dimension: 'town', member: 'Acton' })
const ealing = aSeries([90, null], { dimension: 'town', member: 'Ealing' })
const span = { from: '2025-08', to: '2025-09' }

describe('buildMultiples', () => {
  const model = buildMultiples(aDescribedKpi(), town, [ealing, acton], span)

  it('keeps the order of the dimension and its labels', () => {
    expect(model?.multiples.map(({ label, latest }) => [label, latest])).toEqual([
      ['Acton', '47'],
      ['Ealing (town)', '[x]'],
    ])
  })

  it('has one scale that holds every member', () => {
    expect(model?.axis.upper).toBeGreaterThanOrEqual(90)
  })

  it('says nothing of a member that is not held', () => {
    expect(buildMultiples(aDescribedKpi(), town, [acton], span)?.multiples).toHaveLength(1)
    expect(buildMultiples(aDescribedKpi(), town, [], span)).toBeNull()
  })

  it('spans what any member holds', () => {
    expect(spanOfAll([aSeries([1], { last: '2025-01' }), acton])).toEqual({ from: '2025-01', to: '2025-09' })
  })
})
