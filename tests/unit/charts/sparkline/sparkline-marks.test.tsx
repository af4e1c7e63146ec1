import { describe, expect, it } from 'vitest'
import { HistorySparkline } from '../../../../src/charts/sparkline/HistorySparkline.tsx'
import { layOutHistory } from '../../../../src/charts/sparkline/history-line.ts'
import { Sparkline } from '../../../../src/charts/sparkline/Sparkline.tsx'
import { layOutSparkline } from '../../../../src/charts/sparkline/sparkline.ts'
import type { SpecialPoint } from '../../../../src/domain/analysis/edition-analysis.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'
import { aFlaggedChange } from '../../../support/a-signal.ts'
import { drawMarks, ofClass, pathsOf } from '../../../support/drawn-marks.ts'

const stretch = {
  from: '2025-06',
  to: '2025-09',
  mean: 15,
  lower: 10,
  upper: 20,
  isTrial: false,
  reason: null,
}
const special = (period: string, type: SpecialPoint['type']): SpecialPoint => ({
  period,
  type,
  cause: 'Above UCL',
})

describe('the sparkline', () => {
  const drawn = (...given: Parameters<typeof layOutSparkline>) =>
    drawMarks(<Sparkline model={layOutSparkline(...given)} />)

  it('draws nothing through a gap: two lines, and a dot for a month that stands alone', () => {
    const marks = drawn(aSeries([1, 2, null, 3, null, 4, 5]).points, null)
    expect(pathsOf(marks, 'actual')).toHaveLength(2)
    // 31 May is 36 − 5 months from the left
    expect(ofClass(marks, 'point').filter(({ tag }) => tag === 'circle')).toHaveLength(1)
  })

  it('ends with a filled dot, which is hollow while the figure is provisional', () => {
    const { points } = aSeries([10, 20])
    const settling = [...points.slice(0, -1), { ...(points.at(-1) ?? aPoint()), provisional: true }]
    expect(drawn(points, null).at(-1)?.classes).toEqual(['point'])
    expect(drawn(settling, null).at(-1)?.classes).toEqual(['hollow'])
  })

  it('shows no last figure where the last month is missing', () => {
    expect(drawn(aSeries([10, 20, null]).points, null).at(-1)?.classes).toEqual(['actual'])
  })

  it('gives a latest figure that stands out its shape: diamond concern, disc improvement, square neither', () => {
    const last = (type: SpecialPoint['type']) =>
      drawn(aSeries([10, 20]).points, null, [], { segments: [], special: [special('2025-09', type)] }).at(-1)
    expect(last('special_cause_concern')?.classes).toEqual(['point', 'concern'])
    expect(last('special_cause_concern')?.attributes.d).toMatch(
      /^M[\d.]+ 6l4\.6 -4\.6 4\.6 4\.6 -4\.6 4\.6Z$/,
    )
    expect(last('special_cause_improvement')?.classes).toEqual(['point', 'improvement'])
    expect(last('special_cause_improvement')?.attributes.d).toContain('a3.4 3.4')
    expect(last('special_cause_neutral_low')?.classes).toEqual(['point', 'neutral'])
    expect(last('special_cause_neutral_low')?.attributes.d).toContain('h6.8v6.8h-6.8Z')
  })

  it('marks earlier figures that stand out in the same shapes, and common cause in none', () => {
    const marks = drawn(aSeries([10, 12, 14, 16]).points, null, [], {
      segments: [stretch],
      special: [special('2025-06', 'special_cause_improvement'), special('2025-07', 'common_cause')],
    })
    expect(ofClass(marks, 'improvement')).toHaveLength(1)
    expect([...ofClass(marks, 'concern'), ...ofClass(marks, 'neutral')]).toEqual([])
  })

  it('has the usual range of each stretch as a ribbon with its two edges, behind the line', () => {
    const stretches = [
      { ...stretch, from: '2025-04', to: '2025-05' },
      { ...stretch, from: '2025-06', to: '2025-09', lower: 12, upper: 18 },
    ]
    const marks = drawn(aSeries([10, 12, 14, 16, 18, 20]).points, null, [], {
      segments: stretches,
      special: [],
    })
    expect(pathsOf(marks, 'ribbon')[0]?.match(/M/g)).toHaveLength(2)
    expect(pathsOf(marks, 'limit')[0]?.match(/M/g)).toHaveLength(4)
    expect(marks.findIndex(({ classes }) => classes.includes('ribbon'))).toBeLessThan(
      marks.findIndex(({ classes }) => classes.includes('actual')),
    )
  })

  it('points to where a far target lies, and has none where none was set', () => {
    const { points } = aSeries([110, 120])
    // apex at the top edge, apex at the foot
    expect(pathsOf(drawn(points, 900), 'beyond')).toEqual(['M140 7l-4-6-4 6Z'])
    expect(pathsOf(drawn(points, 1), 'beyond')).toEqual(['M140 33l-4 6-4-6Z'])
    expect(ofClass(drawn(points, null), 'target')).toEqual([])
  })
})

describe('the line of a tested change', () => {
  const history = [10, 11, null, 12, 13, 30, 31].map((value, index) => ({
    period: `2025-0${index + 1}`,
    value,
  }))
  const change = aFlaggedChange({ history, since: '2025-06', before: 11.5, after: 30.5 })
  const marks = drawMarks(<HistorySparkline change={change} />)
  const laid = layOutHistory(change)

  it('draws nothing through a missing month', () => {
    expect(pathsOf(marks, 'actual').map((path) => path?.split('L').length)).toEqual([2, 4])
  })

  it('shades the months from the change on, to the right edge', () => {
    // seven months over 170 px from 3: June stands at 144.7, and half a step before it is 130.5
    expect(ofClass(marks, 'since')[0]?.attributes).toMatchObject({ x: '130.5', width: '45.5' })
    expect(pathsOf(marks, 'edge')).toEqual(['M130.5 0V48'])
  })

  it('has the mean before as a line for a new level, and none where a trend went before', () => {
    expect(pathsOf(marks, 'before')).toEqual([`M0 ${laid.beforeY}H176`])
    expect(ofClass(drawMarks(<HistorySparkline change={{ ...change, expected: 20 }} />), 'before')).toEqual(
      [],
    )
  })

  it('is higher where the figure is higher', () => {
    expect(laid.last?.y).toBeLessThan(laid.beforeY ?? 0)
  })
})
