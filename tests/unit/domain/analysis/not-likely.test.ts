import { describe, expect, it } from 'vitest'
import { lookAhead } from '../../../../src/domain/analysis/look-ahead.ts'
import { outlookAhead, type ReachedTarget } from '../../../../src/domain/forecast/reached-target.ts'
import type { Bounds } from '../../../../src/domain/measures/bounds.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import type { ImprovementDirection } from '../../../../src/domain/spc/judgement.ts'
import type { Observation } from '../../../../src/domain/spc/observation.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

function reachOf(
  values: readonly Observation[],
  target: number,
  improvementDirection: ImprovementDirection,
  bounds: Bounds = { lower: null, upper: null },
): ReachedTarget {
  const periods = periodRange('2020-01', '2029-12').slice(0, values.length)
  const asked = {
    target,
    improvementDirection,
    targetDate: null,
    sustain: null,
    horizon: 1,
    bounds,
  }
  return lookAhead({ periods, values: [...values] }, asked).reach
}

/** The last figures of five measures of which "not likely to be met within 18 months" was said. */
const saidOf = [
  { measure: 'outcomes asked', target: 90, values: [87, 93, 92, 93, 88, 88, 87, 94, 88, 94, 94, 88, 93, 88] },
  {
    measure: 'outcomes met',
    target: 95,
    values: [96.8, 93.4, 96.4, 95, 94, 94.8, 94.4, 95.1, 97.2, 91.2, 94.9, 95, 93, 93.2],
  },
  {
    measure: 'risk reduced',
    target: 92,
    values: [92, 90, 91, 92, 83, 92, 91, 90, 92, 92, 92, 86, 93, 92, 85],
  },
]

describe('a target that is met in many of the last figures', () => {
  it.each(saidOf)('is not told as not likely to be met: $measure', ({ values, target }) => {
    const reach = reachOf(values, target, 'increase', { lower: 0, upper: 100 })
    expect(outlookAhead(reach)).not.toBe('not-met')
    expect(reach).toMatchObject({ kind: 'chances', everWithin: expect.closeTo(1, 0) })
  })

  it('is not told so of a count that is nought in three months of 14', () => {
    const reach = reachOf([2, 1, 0, 2, 0, 3, 5, 2, 1, 4, 5, 3, 0, 2, 1], 0, 'decrease', {
      lower: 0,
      upper: null,
    })
    expect(outlookAhead(reach)).not.toBe('not-met')
  })
})

describe('a stable series with its target half, one or one and a half standard deviations away', () => {
  const series = Array.from({ length: 40 }, (_, seed) =>
    noiseOf(36, 900 + seed).map((noise) => 100 + 10 * noise),
  )

  it.each([5, 10, 15])('is never told as not likely to be met within 18 months: %i away', (away) => {
    for (const values of series) {
      expect(outlookAhead(reachOf(values, 100 + away, 'increase'))).not.toBe('not-met')
      expect(outlookAhead(reachOf(values, 100 - away, 'decrease'))).not.toBe('not-met')
    }
  })

  it('is told so where it lies four away', () => {
    const told = series.filter((values) => outlookAhead(reachOf(values, 140, 'increase')) === 'not-met')
    expect(told.length).toBeGreaterThan(5)
  })
})
