import { describe, expect, it } from 'vitest'
import { buildGaps } from '../../../../src/domain/gaps/gap-model.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const groups = [
  { id: 'Asian', label: 'Asian or Asian British', level: null },
  { id: 'White', label: 'White', level: null },
  { id: 'Other', label: 'Other', level: null },
]
const ethnicity = { id: 'ethnicity', label: 'Ethnic group', members: groups }
const kpi = aDescribedKpi({
  ...{ name: 'Seen in time', unit: 'percent', aggregation: 'W', direction: 'up', sdc: 'none', targets: [] },
  definition: 'Of those seen in the month, the share seen in time.',
})

/** A year of so many of so many in each month. */
function aYear(dimension: string, member: string, numerator: number, denominator: number) {
  const points = Array.from({ length: 12 }, (_, month) => {
    const [point] = aSeries([(100 * numerator) / denominator], {
      last: addPeriods('2025-09', month - 11),
    }).points
    if (!point) throw new Error('a series of one figure has one')
    return { ...point, numerator, denominator }
  })
  return { ...aSeries([], { dimension, member }), points }
}

const series = [
  aYear('ethnicity', 'Asian', 20, 50),
  aYear('ethnicity', 'White', 76, 100),
  aYear('ethnicity', 'Other', 14, 20),
]
const whole = aYear('borough', 'All', 110, 170)
const modelOf = (gap?: string) => buildGaps(kpi, ethnicity, series, whole, 'exact', gap)

describe('buildGaps', () => {
  it('leads with the group that is worse off, and says of the group that is drawn what is found of it', () => {
    const asked = modelOf('Other')
    expect(asked?.finding).toMatch(/^Seen in time by ethnic group: Asian or Asian British, 35\.0 .* below/)
    expect(asked?.chosenFinding).toMatch(/^Seen in time by ethnic group: Other, no gap that can be told/)
    const unasked = modelOf()
    expect(unasked?.chosenFinding).toBe(unasked?.finding)
  })
})
