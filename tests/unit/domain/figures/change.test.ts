import { describe, expect, it } from 'vitest'
import { changeOnPrevious, changeOnYear } from '../../../../src/domain/figures/change.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

describe('changes', () => {
  const { points } = aSeries([330, ...Array(10).fill(320), 312, 309])
  const latest = points.at(-1) ?? aPoint()

  it('are from the month before and from the same month a year before', () => {
    expect(changeOnPrevious(points, latest)).toMatchObject({ by: -3, from: '2025-08', was: 312 })
    expect(changeOnYear(points, latest)).toMatchObject({ by: -21, from: '2024-09', was: 330 })
  })

  it('are unknown where the earlier figure is missing, never from the one before it', () => {
    const gap = aSeries([320, null, 309]).points
    expect(changeOnPrevious(gap, gap.at(-1) ?? aPoint())).toEqual({ kind: 'unknown', from: '2025-08' })
  })

  it('are unknown for a figure that is itself withheld', () => {
    expect(changeOnPrevious(points, aPoint({ value: null, availability: 'suppressed' })).kind).toBe('unknown')
  })
})
