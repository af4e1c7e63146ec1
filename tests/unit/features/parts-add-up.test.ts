import { describe, expect, it } from 'vitest'
import { definitionFacts } from '../../../src/features/definitions/definition-facts.ts'
import { aDescribedKpi } from '../../support/a-kpi.ts'

const dimension = (id: string, label: string) => ({ id, label, members: [] })
const dimensions = [dimension('borough', 'Borough'), dimension('town', 'Town'), dimension('source', 'Source')]

function saidOf(addsUp: string[] | undefined, changes: Partial<ReturnType<typeof aDescribedKpi>> = {}) {
  const facts = definitionFacts({ ...aDescribedKpi(), dimensions, addsUp, ...changes })
  return facts.find(({ term }) => term === 'Parts add up')?.values
}

describe('which parts of a measure add up', () => {
  it('is told of the breakdowns that the audience has, and of a median of its cases', () => {
    expect(saidOf(['town', 'team'])).toEqual(['To the whole: Town'])
    expect(saidOf(['town'], { aggregation: 'M' })).toEqual(['To all cases: Town'])
    expect(saidOf([])).toEqual(['None: one case may be in several groups'])
  })

  it('is not told where nobody said it, nor of a measure without parts', () => {
    expect(saidOf(undefined)).toBeUndefined()
    expect(saidOf([], { dimensions: dimensions.slice(0, 1) })).toBeUndefined()
  })
})
