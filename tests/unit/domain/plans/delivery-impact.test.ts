import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DeliveryImpactInput,
  type ImpactEvidence,
  judgeImpact,
  periodsToSeeAnEffect,
} from '../../../../src/domain/plans/delivery-impact.ts'
import { impactStates } from '../../../../src/domain/plans/impact-states.ts'
import { impactWords } from '../../../../src/domain/plans/impact-words.ts'
import type { DeliveryStatus } from '../../../../src/domain/plans/judge-milestone.ts'
import type { SuccessState } from '../../../../src/domain/plans/judge-success.ts'
import { somePoints } from '../../../support/some-points.ts'

fc.configureGlobal({ seed: 20_15_04 })

const testLatest = { period: '2025-09', value: 471, provisional: false }
const testNotMet: SuccessState = {
  kind: 'not-met',
  latest: testLatest,
  distance: 21,
  deadline: 'none',
  by: null,
}
const testMet: SuccessState = {
  kind: 'met',
  since: '2025-07',
  periods: 3,
  needed: 1,
  latest: testLatest,
  timing: 'no-date',
  restsOnProvisional: false,
  by: null,
}
const testReached: SuccessState = {
  kind: 'not-sustained-yet',
  since: '2025-09',
  periods: 1,
  needed: 3,
  latest: testLatest,
  deadline: 'none',
  by: null,
}
const testLost: SuccessState = {
  kind: 'lost',
  from: '2025-05',
  until: '2025-06',
  latest: testLatest,
  distance: 21,
}
const testMissed = { kind: 'missed', by: '2025-06', latest: testLatest, distance: 21, needed: 3 } as const
const testUnknown: SuccessState = { kind: 'unknown', reason: 'overdue', period: '2025-09' }

/** Done at the end of March 2025 with six figures since, not met, and no evidence of change. */
function judge(changes: Partial<DeliveryImpactInput> = {}) {
  return judgeImpact({
    delivery: 'complete',
    completed: '2025-03-31',
    success: testNotMet,
    points: somePoints('2025-01', [480, 480, 480, 475, 474, 476, 473, 472, 471]),
    direction: 'down',
    evidence: 'none',
    asOf: '2025-10-06',
    ...changes,
  })
}
const judgeLate = (changes: Partial<DeliveryImpactInput>) =>
  judge({ delivery: 'late', completed: null, ...changes })

describe('judgeImpact of a milestone that is done', () => {
  it('has no effect yet without evidence of change', () => {
    expect(judge()).toBe('done-no-effect-yet')
  })

  it('is met, reached or lost as its success measure is', () => {
    expect([testMet, testReached, testLost].map((success) => judge({ success }))).toEqual([
      'done-measure-met',
      'done-measure-reached',
      'done-measure-lost',
    ])
  })

  it('is improving or worse only on evidence', () => {
    const evidence: ImpactEvidence[] = ['improvement', 'concern', 'not-judged']
    expect(evidence.map((one) => judge({ evidence: one }))).toEqual([
      'done-measure-improving',
      'done-measure-worse',
      'done-measure-not-judged',
    ])
  })

  it('is too early to say with fewer than three figures of periods that began since', () => {
    // done in the middle of June: July, August and September began after it
    expect(judge({ completed: '2025-06-16' })).toBe('done-no-effect-yet')
    expect(judge({ completed: '2025-07-01', evidence: 'concern' })).toBe('too-early-to-say')
    expect(judge({ completed: '2025-07-01', success: testLost })).toBe('too-early-to-say')
  })

  it('does not count missing figures, nor those of periods that are not over', () => {
    const points = somePoints('2025-07', [472, null, 471, 470])
    expect(judge({ completed: '2025-06-16', points })).toBe('too-early-to-say')
  })

  it('is met however soon', () => {
    expect(judge({ completed: '2025-09-30', success: testMet })).toBe('done-measure-met')
  })

  it('goes by the evidence where its date was missed, and is reached where the latest meet it after all', () => {
    expect(judge({ success: { ...testMissed, periods: 0 } })).toBe('done-no-effect-yet')
    expect(judge({ success: { ...testMissed, periods: 2 } })).toBe('done-measure-reached')
  })
})

describe('judgeImpact of a milestone that is late', () => {
  it('tells a measure that does well anyway', () => {
    expect(judgeLate({ success: testMet })).toBe('late-measure-met-anyway')
    expect(judgeLate({ success: testReached })).toBe('late-measure-reached-anyway')
    expect(judgeLate({ evidence: 'improvement' })).toBe('late-measure-improving-anyway')
  })

  it('tells one that does not', () => {
    expect(judgeLate({})).toBe('late-measure-not-improving')
    expect(judgeLate({ evidence: 'concern' })).toBe('late-measure-worse')
    expect(judgeLate({ success: testLost })).toBe('late-measure-lost')
    expect(judgeLate({ evidence: 'not-judged' })).toBe('late-measure-not-judged')
  })
})

describe('judgeImpact of a milestone that is open', () => {
  const deliveries: DeliveryStatus[] = ['on-track', 'at-risk', 'not-started']

  it('says how it stands, and nothing of an effect that it cannot have had', () => {
    expect(
      deliveries.map((delivery) => judge({ delivery, completed: null, evidence: 'improvement' })),
    ).toEqual(['open-on-course', 'open-at-risk', 'open-not-started'])
  })

  it('says that its measure is met already', () => {
    expect(deliveries.map((delivery) => judge({ delivery, completed: null, success: testMet }))).toEqual([
      'open-measure-met-already',
      'open-measure-met-already',
      'open-measure-met-already',
    ])
  })
})

describe('judgeImpact', () => {
  const deliveries = fc.constantFrom<DeliveryStatus>('complete', 'late', 'on-track', 'at-risk', 'not-started')
  const evidences = fc.constantFrom<ImpactEvidence>('improvement', 'concern', 'none', 'not-judged')
  const successes = fc.constantFrom<SuccessState>(
    testMet,
    testReached,
    testLost,
    testNotMet,
    { ...testMissed, periods: 0 },
    testUnknown,
    { kind: 'none' },
    { kind: 'judged-by-board', text: 'Quarterly' },
  )

  it('is unknown, without a measure or left to the board whatever was delivered', () => {
    fc.assert(
      fc.property(deliveries, evidences, (delivery, evidence) => {
        expect(judge({ delivery, evidence, success: testUnknown })).toBe('unknown')
        expect(judge({ delivery, evidence, success: { kind: 'none' } })).toBe('no-measure')
        expect(judge({ delivery, evidence, success: { kind: 'judged-by-board', text: 'Quarterly' } })).toBe(
          'judged-by-board',
        )
      }),
    )
  })

  it('never speaks of improvement or worsening beyond the evidence', () => {
    fc.assert(
      fc.property(deliveries, evidences, successes, (delivery, evidence, success) => {
        const { short } = impactWords[judge({ delivery, evidence, success })]
        expect(/(?<!not )improving/.test(short) && evidence !== 'improvement').toBe(false)
        expect(/worse/.test(short) && evidence !== 'concern').toBe(false)
      }),
    )
  })

  it('makes a neutral measure neither better nor worse', () => {
    fc.assert(
      fc.property(deliveries, evidences, successes, (delivery, evidence, success) => {
        const state = judge({ delivery, evidence, success, direction: 'neutral' })
        expect(state).not.toMatch(/measure-improving|measure-worse/)
      }),
    )
  })

  it('needs three figures', () => {
    expect(periodsToSeeAnEffect).toBe(3)
  })
})

describe('impactWords', () => {
  it('has at most four words for a cell, each its own, and a sentence for every state', () => {
    const words = impactStates.map((state) => impactWords[state])
    expect(Math.max(...words.map(({ short }) => short.split(' ').length))).toBeLessThanOrEqual(4)
    expect(words.every(({ sentence }) => /^[A-Z].*\.$/.test(sentence))).toBe(true)
    expect(new Set(words.map(({ short }) => short)).size).toBe(impactStates.length)
  })
})
