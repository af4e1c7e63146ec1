import { describe, expect, it } from 'vitest'
import { changeOnPrevious, changeOnYear } from '../../../../src/domain/figures/change.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

describe('changes', () => {
  const { points } = aSeries([330, ...Array(10).fill(320), 312, 309])
  const latest = points.at(-1) ?? aPoint()
  const brokenOn = (date: string) => [{ date, title: 'New form' }]

  it('are from the month before and from the same month a year before', () => {
    expect(changeOnPrevious([], points, latest)).toMatchObject({ by: -3, from: '2025-08', was: 312 })
    expect(changeOnYear([], points, latest)).toMatchObject({ by: -21, from: '2024-09', was: 330 })
  })

  it('are none where the earlier figure is missing, never from the one before it', () => {
    const gap = aSeries([320, null, 309]).points
    expect(changeOnPrevious([], gap, gap.at(-1) ?? aPoint())).toEqual({
      kind: 'none',
      reason: 'no-figure',
      from: '2025-08',
    })
  })

  it('are none for a figure that is itself withheld', () => {
    const withheld = aPoint({ value: null, availability: 'suppressed' })
    expect(changeOnPrevious([], points, withheld)).toMatchObject({ kind: 'none', reason: 'no-figure' })
  })

  it('are not taken over a change of definition, which belongs to the period that it ends in', () => {
    expect(changeOnYear(brokenOn('2025-04-01'), points, latest)).toMatchObject({
      kind: 'none',
      reason: 'not-comparable',
    })
    expect(changeOnPrevious(brokenOn('2025-04-01'), points, latest)).toMatchObject({ by: -3 })
    expect(changeOnPrevious(brokenOn('2025-09-30'), points, latest).kind).toBe('none')
    expect(changeOnPrevious(brokenOn('2025-08-31'), points, latest).kind).toBe('change')
  })
})
