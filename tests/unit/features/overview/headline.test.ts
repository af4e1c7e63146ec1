import { describe, expect, it } from 'vitest'
import { rankAttention } from '../../../../src/domain/scorecard/attention.ts'
import type { Scorecard, ScorecardRow } from '../../../../src/domain/scorecard/scorecard.ts'
import { type AnalysisState, writeHeadline } from '../../../../src/features/overview/headline.ts'
import { buildRow } from '../../../../src/features/overview/scorecard-model.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'
import { someChances } from '../../../support/some-chances.ts'

const asOf = '2025-10-06'
const none = { total: 0, complete: 0, overdue: 0 }
const calm = aRowAnalysis()
const outOfReach = aRowAnalysis({ reach: someChances() })
const farBehind = aScorecardRow({ id: 'far', analysis: outOfReach })
const ahead = aScorecardRow({
  id: 'ahead',
  plan: { kind: 'position', period: '2025-09', planned: 320, gap: -11, standing: 'better', monthsAhead: 1 },
  analysis: calm,
})
const planless = aScorecardRow({ id: 'planless', plan: { kind: 'no-plan' }, analysis: calm })
const worse = aScorecardRow({
  ...planless,
  id: 'worse',
  analysis: aRowAnalysis({
    variation: 'special_cause_concern',
    headline: 'Getting worse: above its usual range',
  }),
})
const changed = aScorecardRow({
  ...planless,
  id: 'changed',
  analysis: aRowAnalysis({ variation: 'special_cause_neutral_high' }),
})
const overdue = aScorecardRow({
  id: 'overdue',
  due: '2025-10-03',
  plan: { kind: 'unknown', reason: 'overdue' },
  analysis: calm,
})
const withheld = aScorecardRow({
  id: 'withheld',
  name: 'Providers rated high risk',
  plan: { kind: 'unknown', reason: 'suppressed' },
  series: { ...aSeries([309]), points: [aPoint({ value: null, availability: 'suppressed' })] },
  analysis: calm,
})
const write = (
  rows: ScorecardRow[],
  milestones: Scorecard['milestones'] = none,
  analysis: AnalysisState = 'ready',
) => {
  const attention = rankAttention(rows, asOf)
  return writeHeadline(
    rows.map((row) => buildRow(row, asOf, attention)),
    milestones,
    analysis,
  )
}

describe('writeHeadline', () => {
  it('counts each measure that needs attention once, by its weightiest reason', () => {
    expect(write([worse, farBehind, { ...farBehind, id: 'far-too' }, overdue, ahead]).finding).toBe(
      'Four of 5 measures need attention. One shows evidence of getting worse, two are far behind plan and one awaits an overdue figure',
    )
  })

  it('speaks of one, and of all alike, as a person would', () => {
    expect([
      write([farBehind, ahead]).finding,
      write([farBehind, { ...farBehind, id: 'b' }]).finding,
    ]).toEqual([
      'One of 2 measures needs attention: it is far behind plan',
      'Two of 2 measures need attention: all are far behind plan',
    ])
  })

  it('claims that none needs attention only where all are known', () => {
    expect([write([ahead, planless]).finding, write([ahead, withheld]).finding]).toEqual([
      'None of 2 measures is found to need attention',
      'No measure is known to need attention, but one of 2 is unknown',
    ])
  })

  it('counts what is unknown, and why, in a short line of its own with what is not judged', () => {
    const { quiet, standfirst } = write([overdue, withheld])
    expect(quiet).toBe('Two measures are unknown: one overdue, one withheld.')
    expect(write([overdue]).quiet).toBe('One measure is unknown: Waiting for OT assessment (overdue).')
    expect(standfirst).not.toContain('measures are unknown')
    expect(write([ahead, planless]).quiet).toBe('')
  })

  it('keeps what is not plainly better or worse out of the count, and says so', () => {
    const { finding, standfirst, tally } = write([worse, changed])
    expect(finding).toMatch(/^One of 2 measures needs attention/)
    expect(standfirst).toMatch(/^One more has changed, not plainly for better or worse/)
    expect(tally).toMatchObject({ concern: 1, changed: 1, common: 0 })
  })

  it('keeps a plan that cannot be judged in the count of plans', () => {
    expect(write([farBehind, ahead, overdue]).standfirst).toContain(
      'One of 3 measures with a plan is behind it; one is level with it or ahead; one is unknown.',
    )
  })

  it('calls two measures both, not all two', () => {
    expect(write([ahead, { ...ahead, id: 'b' }]).standfirst).toContain(
      'Both measures with a plan are level with it or ahead',
    )
  })

  it('lets the plan alone speak while there is no analysis', () => {
    const { analysis: _, ...bare } = farBehind
    const { finding, standfirst } = write([bare, { ...bare, id: 'b' }], none, 'pending')
    expect(finding).toBe('Two of 2 measures with a plan are behind it')
    expect(standfirst).toBe('Whether anything has really changed is being worked out.')
  })

  it('counts milestones', () => {
    expect(write([farBehind], { total: 40, complete: 17, overdue: 1 }).standfirst).toContain(
      'Of 40 milestones, 17 are complete and one is overdue.',
    )
    expect(write([farBehind], { total: 40, complete: 17, offTrack: 4, overdue: 1 }).standfirst).toContain(
      'Of 40 milestones, 17 are complete and four are off track, one of them overdue.',
    )
    expect(write([farBehind], { total: 2, complete: 0, offTrack: 1, overdue: 1 }).standfirst).toContain(
      'Of 2 milestones, none is complete and one is off track and overdue.',
    )
    expect(write([farBehind], { total: 2, complete: 1, offTrack: 0, overdue: 0 }).standfirst).toContain(
      'Of 2 milestones, one is complete and none is off track.',
    )
  })
})
