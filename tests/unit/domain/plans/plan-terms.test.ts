import { describe, expect, it } from 'vitest'
import { impactOutlooks, impactOutlookWords } from '../../../../src/domain/plans/impact-outlook.ts'
import { impactStates } from '../../../../src/domain/plans/impact-states.ts'
import { impactInWords } from '../../../../src/domain/plans/impact-words.ts'
import { deliveryStatuses, deliveryWords } from '../../../../src/domain/plans/judge-milestone.ts'
import { planTerms } from '../../../../src/domain/plans/plan-terms.ts'
import { describeSlip } from '../../../../src/domain/plans/slip-words.ts'

const words = planTerms.map(({ word }) => word.toLowerCase())

describe('the words of the plan', () => {
  it('are each defined once', () => {
    expect(new Set(words).size).toBe(words.length)
    expect(new Set(planTerms.map(({ meaning }) => meaning)).size).toBe(planTerms.length)
  })

  it('hold late, overdue, on course and behind', () => {
    expect(
      ['late', 'overdue', 'on track, on course', 'behind'].filter((word) => !words.includes(word)),
    ).toEqual([])
  })

  it('hold every status of delivery, every slip and every outlook', () => {
    const used = [
      ...deliveryStatuses.map((status) => deliveryWords[status]),
      ...[30, -30].flatMap((days) =>
        [true, false].map((isDone) => describeSlip(days, '2025-09-30', isDone ? '2025-11-11' : null)),
      ),
      ...impactOutlooks
        .filter((outlook) => outlook !== 'unknown')
        .map((outlook) => impactOutlookWords[outlook].short),
    ].map((word) => word.replace('30 working days ', ''))
    expect(used.filter((word) => !words.some((known) => known.split(', ').includes(word)))).toEqual([])
  })

  it('never call on course what is not likely to come, without saying both', () => {
    const shorts = impactStates.map(
      (state) => impactInWords({ state, success: 'not-met', chance: 0.1 }).short,
    )
    const calm = shorts.filter((short) => /on course|on track/.test(short))
    expect(calm).toEqual(['delivery on track, impact unlikely'])
  })
})
