import { describe, expect, it } from 'vitest'
import { buildRow } from '../../../../src/features/overview/scorecard-model.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aScorecardRow } from '../../../support/a-row.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

const asOf = '2025-10-06'

describe('buildRow', () => {
  it('says what, how much, since when, how it changed and where it stands', () => {
    expect(buildRow(aScorecardRow(), asOf)).toMatchObject({
      unit: 'people waiting',
      value: { text: '309' },
      observedAt: '30 Sep 2025',
      onPeriod: { text: '−3' },
      onYear: { text: '−21' },
      target: { verdict: 'not-met', text: 'Not met', sub: 'target 150' },
      plan: { standing: 'behind', text: '77 above', sub: '4 months behind' },
      figure: { status: 'final' },
    })
  })

  it('never judges an overdue figure, whatever its last value was', () => {
    const late = buildRow(aScorecardRow({ due: '2025-10-03' }), asOf)
    expect([late.plan.standing, late.target.text, late.figure.text, late.figure.sub]).toEqual([
      'unknown',
      'Unknown',
      'Overdue',
      'due 3 Oct 2025',
    ])
  })

  it('counts an overdue measure without a plan as unknown too', () => {
    const row = aScorecardRow({ due: '2025-10-03', plan: { kind: 'no-plan' } })
    expect(buildRow(row, asOf).plan.standing).toBe('unknown')
  })

  it('shows withheld and missing figures by their marks, and no number', () => {
    const withheld = aScorecardRow({
      series: { ...aSeries([309]), points: [aPoint({ value: null, availability: 'suppressed' })] },
    })
    const missing = aScorecardRow({ series: aSeries([309, null]) })
    expect([buildRow(withheld, asOf).value, buildRow(missing, asOf).value]).toEqual([
      { text: '[c]', number: null },
      { text: '[x]', number: null },
    ])
    expect(buildRow(missing, asOf).target.text).toBe('Unknown')
  })

  it('speaks of points where percentages differ', () => {
    const share = aScorecardRow({
      unit: 'percent',
      direction: 'up',
      denominator: 'assessments started',
      series: aSeries([41, 42]),
      plan: {
        kind: 'position',
        period: '2025-09',
        planned: 61,
        gap: -19,
        standing: 'worse',
        monthsAhead: null,
      },
    })
    expect(buildRow(share, asOf)).toMatchObject({
      value: { text: '42%' },
      onPeriod: { text: '+1 pt' },
      plan: { text: '19 pts below', sub: 'worse than plan start' },
    })
  })

  it('gives no change over a change of definition', () => {
    const row = aScorecardRow({
      breaks: [{ date: '2025-04-01', title: 'New form', reason: 'Care Act review' }],
    })
    expect(buildRow(row, asOf)).toMatchObject({
      onPeriod: { text: '−3' },
      onYear: { text: '[b]', number: null },
    })
  })

  it('does not judge an input against its plan', () => {
    const input = aScorecardRow({
      direction: 'neutral',
      target: null,
      plan: { kind: 'position', period: '2025-09', planned: 60, gap: 5, standing: 'none', monthsAhead: null },
    })
    expect(buildRow(input, asOf)).toMatchObject({
      target: { text: 'No target' },
      plan: { standing: 'no-plan', text: '5 above', sub: 'an input, not judged' },
    })
  })

  it('does not judge an input that happens to be level with its plan either', () => {
    const input = aScorecardRow({
      direction: 'neutral',
      plan: { kind: 'position', period: '2025-09', planned: 60, gap: 0, standing: 'level', monthsAhead: 0 },
    })
    expect(buildRow(input, asOf).plan).toMatchObject({ standing: 'no-plan', isPlanned: false })
  })

  it('shows no months that contradict the gap, where a plan turns', () => {
    const turning = aScorecardRow({
      plan: {
        kind: 'position',
        period: '2025-09',
        planned: 300,
        gap: 9,
        standing: 'worse',
        monthsAhead: 2,
      },
    })
    expect(buildRow(turning, asOf).plan).toMatchObject({ text: '9 above', sub: 'worse than planned' })
  })

  it('names the period that a change is on, where it is no month', () => {
    expect([
      buildRow(aScorecardRow(), asOf).onPeriod.sub,
      buildRow(aScorecardRow({ frequency: 'quarter' }), asOf).onPeriod.sub,
    ]).toEqual([null, 'on quarter'])
  })

  it('says whether a value lies in its band', () => {
    const band = { from: '2025-04', value: null, lower: 18, upper: 22, by: null, setBy: 'Board' }
    const at = (value: number) =>
      buildRow(
        aScorecardRow({ direction: 'neutral', unit: 'ratio', target: band, series: aSeries([value]) }),
        asOf,
      ).target
    expect([at(18).text, at(22.1).text, at(20).sub]).toEqual(['In range', 'Outside range', 'range 18 to 22'])
  })

  it('judges the milestone as of the edition: overdue is off track, whatever was reported', () => {
    const row = aScorecardRow({
      milestone: aMilestone({ baselineDue: '2025-09-30', currentDue: '2025-09-30' }),
    })
    expect(buildRow(row, asOf).milestone).toMatchObject({
      delivery: 'late',
      sub: 'overdue since 30 Sep 2025',
    })
  })

  it('gives a completed milestone its day of completion', () => {
    const row = aScorecardRow({ milestone: aMilestone({ completed: '2025-07-25', status: 'blue' }) })
    expect(buildRow(row, asOf).milestone?.sub).toBe('complete 25 Jul 2025')
  })

  it('names the category of a measure that has no total, with its base', () => {
    const row = aScorecardRow({
      aggregation: 'X',
      series: { ...aSeries([39]), points: [aPoint({ value: 39, n: 80 })] },
      category: { dimension: 'type', member: 'Self-neglect', label: 'Self-neglect' },
    })
    expect(buildRow(row, asOf)).toMatchObject({
      unit: 'Self-neglect (of 80) moved most',
      target: { text: 'No target' },
    })
  })
})
