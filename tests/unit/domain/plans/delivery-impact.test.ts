import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceInWords } from '../../../../src/domain/forecast/chance-words.ts'
import {
  type DeliveryImpactInput,
  type ImpactEvidence,
  judgeImpact,
  periodsToSeeAnEffect,
} from '../../../../src/domain/plans/delivery-impact.ts'
import { impactOutlookOf } from '../../../../src/domain/plans/impact-outlook.ts'
import { impactStates } from '../../../../src/domain/plans/impact-states.ts'
import { impactInWords, impactWords } from '../../../../src/domain/plans/impact-words.ts'
import type { DeliveryStatus } from '../../../../src/domain/plans/judge-milestone.ts'
import type { SuccessState } from '../../../../src/domain/plans/judge-success.ts'
import { somePoints } from '../../../support/some-points.ts'

fc.configureGlobal({ seed: 20_15_04 })

const testLatest = { period: '2025-09', value: 471, provisional: false }
const testNow = { latest: testLatest, needed: 3, date: { kind: 'none' }, kept: [] } as const
const testOff = {
  ...testNow,
  distance: 21,
  lately: { met: 0, of: 12, since: 'year', isWhole: true },
} as const
const testKept = {
  from: '2025-04',
  until: '2025-06',
  periods: 3,
  endedIn: '2025-07',
  endedBy: 'missed',
} as const
const testNotMet: SuccessState = { kind: 'not-met', ...testOff }
const testMet: SuccessState = {
  kind: 'met',
  since: '2025-07',
  periods: 3,
  provisional: 0,
  ...testNow,
}
const testMetAgain: SuccessState = {
  kind: 'met-again',
  since: '2025-09',
  periods: 1,
  ...testNow,
  kept: [testKept],
}
const testReached: SuccessState = {
  kind: 'not-sustained-yet',
  since: '2025-09',
  periods: 1,
  ...testNow,
}
const testLost: SuccessState = { kind: 'lost', ...testOff, kept: [testKept] }
const testMissed = { kind: 'missed', ...testOff } as const
const testUnknown: SuccessState = {
  kind: 'unknown',
  latestMeets: null,
  reason: 'overdue',
  period: '2025-09',
  date: { kind: 'none' },
  kept: [],
}

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
const wordsOf = (state: (typeof impactStates)[number], chance: number | null) =>
  impactInWords({ state, success: 'not-met', chance })
const judgeLate = (changes: Partial<DeliveryImpactInput>) =>
  judge({ delivery: 'late', completed: null, ...changes })

describe('judgeImpact of a milestone that is done', () => {
  it('has no effect yet without evidence of change', () => {
    expect(judge()).toBe('done-no-effect-yet')
  })

  it('is too early to say while figures are too few to compare before and after, and says since when they are not', () => {
    expect(judge({ evidence: 'too-soon' })).toBe('too-early-to-say')
    const asked = { state: 'too-early-to-say', success: 'not-met', chance: null } as const
    expect(impactInWords({ ...asked, comparableFrom: '2026-05' }).sentence).toBe(
      'The milestone is done. Its measure of success is not met, and it is too soon to tell whether anything has changed since. That can be told from the figure for May 2026 on.',
    )
    expect(impactInWords(asked)).toEqual(impactWords['too-early-to-say'])
  })

  it('does not call a promise that was kept once, or is met now, not met yet', () => {
    const told = (success: 'met-again' | 'lost' | 'not-sustained-yet', chance: number | null) =>
      impactInWords({ state: 'open-on-course', success, chance })
    expect(told('met-again', 0.9).sentence).toBe(
      'The milestone is not done yet, and no issue threatens its date. Its measure of success was kept up, then missed, and is met again. It is likely to be kept up by its date if nothing changes.',
    )
    expect(told('lost', 0.1).sentence).toContain('was kept up, and is not met now. It is not likely')
    expect(told('not-sustained-yet', 0.5).sentence).toContain(
      'is met now, and not yet kept up. It may or may not',
    )
    expect(told('met-again', null).short).toBe('delivery on track, measure met again')
    const all = (['met-again', 'lost', 'not-sustained-yet'] as const).flatMap((success) =>
      [null, 0.1, 0.5, 0.9].map((chance) => told(success, chance).sentence),
    )
    expect(all.filter((sentence) => /not met yet/.test(sentence))).toEqual([])
  })

  it('says that a promise can no longer be kept in a row by its date, where too few periods are left', () => {
    const told = (success: 'not-met' | 'lost') =>
      impactInWords({ state: 'open-at-risk', success, chance: 0, tooLateFor: '3 months' })
    expect(told('not-met')).toEqual({
      short: 'delivery at risk, impact unlikely',
      sentence:
        'The milestone is not done yet, and its date is at risk. Its measure of success is not met yet, and can no longer be kept up for 3 months in a row by its date.',
    })
    expect(told('lost').sentence).toMatch(
      /was kept up, and is not met now. It can no longer be kept up for 3 months in a row by its date\.$/,
    )
  })

  it('says of a latest figure that misses a promise that it does, where what came before is hidden', () => {
    const hidden = { state: 'unknown', success: 'unknown', chance: null } as const
    expect(impactInWords({ ...hidden, latestMeets: false }).sentence).toBe(
      'The latest figure misses its measure of success; for how long that was kept up before cannot be told.',
    )
    expect(impactInWords({ ...hidden, latestMeets: null })).toEqual(impactWords.unknown)
  })

  it('is neither met nor missed in a year that is not over', () => {
    const success = {
      kind: 'so-far',
      latest: testLatest,
      closes: '2026-03',
      before: null,
      distance: -51,
      date: { kind: 'ahead', by: '2026-03' },
      kept: [],
    } as const
    expect(judge({ success })).toBe('done-year-not-over')
    expect(judgeLate({ success })).toBe('late-year-not-over')
    expect(judge({ delivery: 'on-track', completed: null, success })).toBe('open-on-course')
    expect(impactInWords({ state: 'open-on-course', success: 'so-far', chance: null }).short).toBe(
      'delivery on track, year not over',
    )
  })

  it('is met, met again, reached or lost as its success measure is', () => {
    expect([testMet, testMetAgain, testReached, testLost].map((success) => judge({ success }))).toEqual([
      'done-measure-met',
      'done-measure-met-again',
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
    // what was kept up is never told as not met alone, however soon
    expect(judge({ completed: '2025-07-01', success: testLost })).toBe('done-measure-lost')
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
    expect(judgeLate({ success: testMetAgain })).toBe('late-measure-met-again')
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
    testMetAgain,
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

  it('tells delivery and impact apart of what is not done: a date can be safe and its measure out of reach', () => {
    // shown as 'about 1 in 10' beside it
    expect(wordsOf('open-on-course', 0.1)).toEqual({
      short: 'delivery on track, impact unlikely',
      sentence:
        'The milestone is not done yet, and no issue threatens its date. Its measure of success is not met yet, and is not likely to be by its date if nothing changes.',
    })
    expect([0.9, 0.5, null].map((chance) => wordsOf('open-at-risk', chance).short)).toEqual([
      'delivery at risk, impact likely',
      'delivery at risk, impact uncertain',
      'delivery at risk, measure not met',
    ])
    expect(wordsOf('done-no-effect-yet', 0.1)).toEqual(impactWords['done-no-effect-yet'])
  })

  it('has one word for every chance that is shown alike', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          fc.pre(chanceInWords(a) === chanceInWords(b))
          expect(impactOutlookOf(a)).toBe(impactOutlookOf(b))
        },
      ),
      {
        examples: [
          [0.19, 0.21],
          [0.78, 0.81],
        ],
      },
    )
  })
})
