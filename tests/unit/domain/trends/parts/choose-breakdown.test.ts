import { describe, expect, it } from 'vitest'
import { chooseBreakdown } from '../../../../../src/domain/trends/parts/choose-breakdown.ts'
import { nearestKpis } from '../../../../../src/features/measure/nearest-kpis.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'

const town = { id: 'town', label: 'Town', members: [{ id: 'Ealing', label: 'Ealing (town)', level: null }] }
const comparator = { id: 'comparator', label: 'Other places', members: [] }
const whole = aDescribedKpi().dimensions
const kpi = aDescribedKpi({ dimensions: [...whole, town, comparator] })

describe('chooseBreakdown', () => {
  it('opens on the whole, and offers neither the borough nor other places as a breakdown', () => {
    const breakdown = chooseBreakdown(kpi, {})
    expect(breakdown.drawn).toMatchObject({ dimension: 'borough' })
    expect(breakdown.choices.map(({ id }) => id)).toEqual(['town'])
  })

  it('opens a measure of categories on its categories, without a whole', () => {
    const breakdown = chooseBreakdown({ aggregation: 'X', dimensions: [town] }, {})
    expect([breakdown.dimension?.id, breakdown.drawn]).toEqual(['town', null])
  })

  it('draws the member asked for, by its label', () => {
    expect(chooseBreakdown(kpi, { dimension: 'town', member: 'Ealing' }).drawn?.label).toBe('Ealing (town)')
  })

  it('says what it does not hold and shows the whole', () => {
    const breakdown = chooseBreakdown(kpi, { dimension: 'team' })
    expect(breakdown.notice).toContain('"team"')
    expect(breakdown.drawn).toMatchObject({ dimension: 'borough' })
  })
})

describe('nearestKpis', () => {
  it('puts the nearest spelling first', () => {
    const known = [{ id: 'dp-clients' }, { id: 'ot-waiting' }, { id: 'ot-wait-median' }]
    expect(nearestKpis(known, 'ot-wating', 1)).toEqual([{ id: 'ot-waiting' }])
  })
})
