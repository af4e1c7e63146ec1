import { describe, expect, it } from 'vitest'
import { describePosition } from '../../../../src/domain/trends/facts/plan-verdict.ts'
import { describePlan } from '../../../../src/features/overview/plan-cell.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aScorecardRow } from '../../../support/a-row.ts'

describe('a plan that has ended', () => {
  const ended = { kind: 'unknown', reason: 'not-planned' } as const

  it('is said to have nothing for this period, in its row as on its page, and not to be none', () => {
    expect(describePlan(aScorecardRow({ plan: ended }), false)).toMatchObject({
      standing: 'no-plan',
      isPlanned: false,
      text: 'No plan for this period',
    })
    expect(describePosition(aDescribedKpi(), ended, undefined).words).toBe('No plan for this period')
    expect(describePlan(aScorecardRow({ plan: { kind: 'no-plan' } }), false).text).toBe('No plan')
  })
})
