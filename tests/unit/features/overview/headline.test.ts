import { describe, expect, it } from 'vitest'
import type { ScorecardRow } from '../../../../src/domain/scorecard/scorecard.ts'
import { writeHeadline } from '../../../../src/features/overview/headline.ts'
import { buildRow } from '../../../../src/features/overview/scorecard-model.ts'
import { aScorecardRow } from '../../../support/a-row.ts'

const none = { total: 0, complete: 0, overdue: 0 }
const behind = aScorecardRow()
const ahead = aScorecardRow({
  plan: { kind: 'position', period: '2025-09', planned: 320, gap: -11, standing: 'better', monthsAhead: 1 },
})
const planless = aScorecardRow({ plan: { kind: 'no-plan' } })
const overdue = aScorecardRow({ due: '2025-10-03' })
const write = (rows: ScorecardRow[], milestones = none) =>
  writeHeadline(
    rows.map((row) => buildRow(row, '2025-10-06')),
    milestones,
  )

describe('writeHeadline', () => {
  it('counts measures behind their plan, and those level or ahead', () => {
    expect(write([behind, behind, ahead, planless]).finding).toBe(
      'Two of 3 measures with a plan are behind it; one is level with it or ahead',
    )
  })

  it('keeps singular and plural apart', () => {
    expect(write([behind, ahead, ahead]).finding).toBe(
      'One of 3 measures with a plan is behind it; two are level with it or ahead',
    )
  })

  it('says so where none is behind, and where one alone has a plan', () => {
    expect(write([ahead, ahead]).finding).toBe('All two measures with a plan are level with it or ahead')
    expect(write([ahead, planless]).finding).toBe('The one measure with a plan is level with it or ahead')
    expect(write([behind]).finding).toBe('The one measure with a plan is behind it')
  })

  it('never counts an overdue measure as behind or ahead', () => {
    const { tally, standfirst } = write([overdue, ahead])
    expect(tally).toEqual({ behind: 0, 'on-plan': 1, 'no-plan': 0, unknown: 1 })
    expect(standfirst).toContain(
      'One measure is unknown because its latest figure is overdue, missing or withheld.',
    )
  })

  it('keeps a plan that cannot be judged in the count, so that nothing known speaks for it', () => {
    const late = aScorecardRow({ due: '2025-10-03', plan: { kind: 'unknown', reason: 'overdue' } })
    expect([
      write([behind, behind, ahead, late]).finding,
      write([ahead, ahead, late]).finding,
      write([late]).finding,
    ]).toEqual([
      'Two of 4 measures with a plan are behind it; one is level with it or ahead; one is unknown',
      'None of 3 measures with a plan are behind it; two are level with it or ahead; one is unknown',
      'The one measure with a plan is unknown',
    ])
  })

  it('counts an overdue measure without a plan as unknown, but not among those with a plan', () => {
    const late = aScorecardRow({ due: '2025-10-03', plan: { kind: 'no-plan' } })
    const { finding, tally } = write([ahead, ahead, late])
    expect(finding).toBe('All two measures with a plan are level with it or ahead')
    expect(tally.unknown).toBe(1)
  })

  it('says so where nothing has a plan', () => {
    expect(write([planless, planless]).finding).toBe('Two measures, none with a plan to stand against')
  })

  it('counts milestones', () => {
    expect(write([behind], { total: 40, complete: 17, overdue: 1 }).standfirst).toContain(
      'Of 40 milestones, 17 are complete and one is overdue.',
    )
  })
})
