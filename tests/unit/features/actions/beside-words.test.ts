import { describe, expect, it } from 'vitest'
import { compareBesideAction } from '../../../../src/domain/actions/measure-beside.ts'
import { writeBeside } from '../../../../src/features/actions/beside-words.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { anAction } from '../../../support/an-action.ts'

/** Beside an action that was raised on 2 June 2025, with figures from March 2025 on. */
function beside(values: readonly (number | null)[], last: string) {
  const kpi = { ...aDescribedKpi({ aggregation: 'P' }), breaks: [] }
  const action = anAction({ raised: '2025-06-02', status: 'open', closed: null })
  return writeBeside(compareBesideAction(action, aSeries(values, { last }).points, kpi), kpi, 'protected')
}

describe('a measure beside an action of which too little is known', () => {
  it('is too early to compare while the periods have not passed', () => {
    expect(beside([10, 12, 11, 8], '2025-06')).toBe(
      'Too early to compare: 1 month since it was raised, where 3 are needed.',
    )
  })

  it('is not too early where they have passed and their figures are withheld', () => {
    expect(beside([10, 12, 11, 8, null, null, null], '2025-09')).toBe(
      'Not compared: 1 month with a figure since it was raised, where 3 are needed.',
    )
  })
})
