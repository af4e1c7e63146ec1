import { expect, it } from 'vitest'
import { ChangeAnalysis } from '../../../src/contract/analysis.ts'
import { aChange } from '../../support/an-analysis.ts'

it('reads an estimate stored before intervals had a confidence of their own, which was 98% for all', () => {
  const { estimate, ...change } = aChange()
  if (estimate.kind !== 'estimated') throw new Error(estimate.kind)
  const { confidence: _, ...level } = estimate.level
  const { confidence: __, ...slope } = estimate.slope
  const read = ChangeAnalysis.parse({ ...change, estimate: { kind: 'estimated', level, slope } })
  expect(read).toEqual({ ...change, estimate })
})
