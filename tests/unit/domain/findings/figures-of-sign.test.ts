import { describe, expect, it } from 'vitest'
import { countFiguresTold } from '../../../../src/domain/findings/figures-of-sign.ts'
import { findingState } from '../../../../src/domain/findings/finding-state.ts'
import { aControlChart } from '../../../support/a-control-chart.ts'

// mean about 50, moving ranges about 4
const routine = [50, 54, 49, 52, 47, 51, 53, 48, 52, 49, 50, 46, 51, 52, 49, 51]

function figuresOf(values: (number | null)[], rebaseAt: number[] = []): number | null {
  const chart = aControlChart(values, { rebaseAt }, { trendEndByItsTrend: true })
  const { change } = findingState(chart, { kind: 'control-chart' }, values)
  return change.kind === 'special-cause' ? change.figures : null
}

describe('the figures that show a sign', () => {
  it('are those outside the limit up to the latest', () => {
    expect(figuresOf([...routine, 90])).toBe(1)
    expect(figuresOf([...routine, ...routine, 90, 91])).toBe(2)
  })

  it('are the whole run on one side of the mean, and end at a gap', () => {
    // mean of all 27 present values about 51.8
    const shifted = [54, 55, 53, 54, 55, 54, 53, 55, 54]
    expect(figuresOf([...routine, null, ...shifted])).toBe(9)
  })

  it('are every point of a trend, the first included', () => {
    expect(figuresOf([...routine, 45, 46, 48, 49, 51, 53, 55, 57])).toBe(8)
  })

  it('are told back to the first that is shown beyond the limit', () => {
    const told = (values: number[], decimals: number) =>
      countFiguresTold(aControlChart(values, { fixAfterNPoints: 32 }), values, 'outside-high', decimals)
    const level = [...routine, ...routine]
    const limits = aControlChart([...level, 60], { fixAfterNPoints: 32 }).segments.at(-1)?.limits
    const onLimit = Math.round(limits?.upper ?? 0) + 0.4
    expect(limits?.upper).toBeLessThan(onLimit)
    // drawn where the limit is, in whole numbers
    expect(told([...level, onLimit, 67, 69], 0)).toBe(2)
    expect(told([...level, onLimit, 67, 69], 1)).toBe(3)
    // one on the way is part of the run
    expect(told([...level, 67, onLimit, 69], 0)).toBe(3)
  })

  it('do not reach across a new beginning', () => {
    expect(figuresOf([...Array(16).fill(80), ...routine, 90], [16])).toBe(1)
  })
})
