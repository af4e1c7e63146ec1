import { describe, expect, it } from 'vitest'
import { findSignals } from '../../../../src/domain/signals/find-signals.ts'
import { steadyScale } from '../../../../src/domain/signals/small-counts.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

describe('steadyScale', () => {
  it('takes counts of a few by square root, gaps as gaps', () => {
    expect(steadyScale([4, null, 9])).toEqual([2 * Math.sqrt(4.375), null, 2 * Math.sqrt(9.375)])
  })

  it('leaves large counts and what is no count as they are', () => {
    expect(steadyScale([40, 41, 30])).toEqual([40, 41, 30])
    expect(steadyScale([4.5, 9])).toEqual([4.5, 9])
    expect(steadyScale([-1, 4])).toEqual([-1, 4])
  })

  it('has none for counts with a median under three', () => {
    expect(steadyScale([0, 1, 2, 9, 2])).toBeNull()
  })
})

describe('a series with a third of its months missing', () => {
  it('is not tested', () => {
    const gaps = noiseOf(48, 1).map((noise, row) => (row % 3 === 1 ? null : noise))
    expect(findSignals([gaps])[0]?.change).toBeNull()
  })
})
