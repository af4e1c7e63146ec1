import { describe, expect, it } from 'vitest'
import { aControlChart } from '../../../support/a-control-chart.ts'

const causesOf = (values: (number | null)[]) => aControlChart(values).points.map((point) => point.cause)

describe('rules', () => {
  it('marks a whole run once seven lie on one side', () => {
    // mean 134/14 = 9.57; ranges about 10, so limits stand some 25 away
    const testValues = [0, 10, 0, 10, 0, 10, 0, 11, 20, 11, 20, 11, 20, 11]
    expect(causesOf(testValues).slice(7)).toEqual(Array(7).fill('7 Points Above CL'))
  })

  it('breaks a shift at a point lying exactly on the mean', () => {
    // mean 3: four above, one on it, three above
    const testValues = [4, 5, 4, 5, 3, 4, 5, 4, 2, 1, 2, 1, 2, 0]
    expect(causesOf(testValues)).not.toContain('7 Points Above CL')
  })

  it('marks seven rising points, and not six', () => {
    const wide = [0, 20, 0, 20, 0, 20]
    expect(causesOf([...wide, 5, 6, 7, 8, 9, 10, 11]).slice(6)).toEqual(
      Array(7).fill('7 Point Trend (Increasing)'),
    )
    expect(causesOf([...wide, 5, 6, 7, 8, 9, 10])).not.toContain('7 Point Trend (Increasing)')
  })

  it('breaks a trend at a missing point', () => {
    expect(causesOf([1, 2, 3, null, 5, 6, 7])).not.toContain('7 Point Trend (Increasing)')
  })

  it('calls the step after a trend falling where it is flat, unless asked to label it by its own trend', () => {
    const testValues = [1, 2, 3, 4, 5, 6, 7, 7, 8, 9, 10, 11, 12, 13]
    const reference = aControlChart(testValues, {}, { screenOutliers: false }).points[6]
    const own = aControlChart(testValues, {}, { screenOutliers: false, trendEndByItsTrend: true }).points[6]
    expect(reference?.cause).toBe('7 Point Trend (Decreasing)')
    expect(own?.cause).toBe('7 Point Trend (Increasing)')
  })

  it('calls none near a limit that no figure can reach, where figures often stop before it', () => {
    const bounds = { lower: 0, upper: null }
    const near = (values: number[], options = {}) =>
      aControlChart(values, {}, { screenOutliers: false, ...options }).points.flatMap(({ cause }, row) =>
        cause === '2 in 3 Below CL' ? [row] : [],
      )
    const between = (low: number, high: number, times: number) =>
      Array.from({ length: times }, () => [low, high]).flat()
    // mean 21, limits −2 and 44, the lower third from 5.6 down: four figures of 29 are nought
    const often = [...between(22, 30, 6), 12, 0, 0, 12, ...between(22, 30, 5), 12, 0, 0]
    expect(near(often)).toEqual([13, 14, 27, 28])
    expect(near(often, { bounds })).toEqual([])
    // a limit that figures can reach says as much as ever
    const high = often.map((value) => value + 100)
    expect(near(high, { bounds })).toEqual([13, 14, 27, 28])
    // two noughts among 61 figures are news
    const rare = [...between(17, 27, 29), 12, 0, 0]
    expect(near(rare, { bounds })).toEqual([59, 60])
  })
})

describe('analyseControlChart', () => {
  it('judges variation at the last row, which a missing value makes common cause', () => {
    const testValues = [1, 2, 3, 4, 5, 6, 7, null]
    expect(aControlChart(testValues).variation).toBe('common_cause')
    expect(aControlChart(testValues, {}, { dropTrailingMissing: true }).variation).toBe(
      'special_cause_improvement',
    )
  })

  it('refuses a baseline of fewer than twelve rows', () => {
    expect(() => aControlChart([1, 2, 3], { fixAfterNPoints: 11 })).toThrow('give 12 or more')
  })

  it('adds no cut for position 0, a repeat or a position outside', () => {
    expect(aControlChart([1, 2, 3, 4], { rebaseAt: [2, 0, 2, 9] }).segments).toMatchObject([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ])
  })

  it('has nothing to say of no rows', () => {
    expect(aControlChart([])).toMatchObject({ points: [], variation: 'common_cause', assurance: null })
  })

  it('reads a target beyond the limits as reliably met or missed, by which way is good', () => {
    // limits 15.35 to 28.65
    const testValues = [20, 22, 21, 25, 22]
    expect(aControlChart(testValues, { target: 30 }).assurance).toBe('consistent_fail')
    expect(aControlChart(testValues, { target: 30, improvementDirection: 'decrease' }).assurance).toBe(
      'consistent_pass',
    )
    expect(aControlChart(testValues, { target: 25 }).assurance).toBe('inconsistent')
    expect(aControlChart(testValues, { target: 30, improvementDirection: 'neutral' }).assurance).toBeNull()
  })
})
