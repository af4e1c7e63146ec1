import { describe, expect, it } from 'vitest'
import type { RowAnalysis } from '../../../../src/domain/analysis/edition-analysis.ts'
import { describeSignal, rankAttention } from '../../../../src/domain/scorecard/attention.ts'
import type { ScorecardRow } from '../../../../src/domain/scorecard/scorecard.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'
import { someChances } from '../../../support/some-chances.ts'

const asOf = '2025-10-06'
const rank = (...rows: ScorecardRow[]) => rankAttention(rows, asOf)
/** A measure without a plan, so that only its analysis can speak. */
const analysed = (analysis: Partial<RowAnalysis>, changes: Partial<ScorecardRow> = {}) =>
  aScorecardRow({ plan: { kind: 'no-plan' }, analysis: aRowAnalysis(analysis), ...changes })
const kindsOf = (row: ScorecardRow) => rank(row)[0]?.reasons.map(({ kind }) => kind) ?? []

const concern = {
  variation: 'special_cause_concern',
  headline: 'Getting worse: above its usual range',
} as const
const flagged = {
  kind: 'step',
  direction: 1,
  since: '2025-05',
  meaning: 'concern',
  sentence: 'Higher since May 2025.',
} as const
const outOfReach = { reach: someChances() }

describe('rankAttention', () => {
  it('calls nothing for common cause, for improvement, or for a target that cannot be relied on', () => {
    expect(
      rank(
        analysed({}),
        analysed({ assurance: 'consistent_fail' }),
        analysed({ variation: 'special_cause_improvement', signal: { ...flagged, meaning: 'improvement' } }),
      ),
    ).toEqual([])
  })

  it('adds up the weights of what it finds, and lets the weightiest lead', () => {
    const row = analysed({ ...concern, signal: flagged, signalsWithin: 2 })
    expect(rank(row)).toEqual([
      {
        kpi: 'ot-waiting',
        // 50 + 40 + 4
        weight: 94,
        reasons: [
          { kind: 'concern', sentence: 'Getting worse: above its usual range.' },
          { kind: 'recent-concern', sentence: 'Higher since May 2025.' },
          { kind: 'breakdowns', sentence: 'Two of its parts have changed lately.' },
        ],
        isCalledFor: true,
      },
    ])
  })

  it('tells a recent change once where the headline begins with it', () => {
    const headline = 'Higher since May 2025; target not likely to be met'
    const [found] = rank(analysed({ ...concern, headline, signal: flagged }))
    expect(new Set(found?.reasons.map(({ sentence }) => sentence))).toEqual(new Set([`${headline}.`]))
    expect(found?.weight).toBe(90)
  })

  it('tells a level that has lasted once, where what was flagged is that level', () => {
    const headline = 'Worse, lasting since May 2025'
    const sentencesWith = (since: string) =>
      rank(analysed({ ...concern, headline, signal: { ...flagged, direction: -1, since } }))[0]?.reasons.map(
        ({ sentence }) => sentence,
      )
    expect(new Set(sentencesWith('2025-05'))).toEqual(new Set([`${headline}.`]))
    expect(sentencesWith('2025-07')).toEqual([`${headline}.`, 'Lower since Jul 2025.'])
    const stepped = 'Rising since Nov 2022, 42 of it in May 2025'
    const [found] = rank(analysed({ ...concern, headline: stepped, signal: flagged }))
    expect(new Set(found?.reasons.map(({ sentence }) => sentence))).toEqual(new Set([`${stepped}.`]))
  })

  it('ranks the weightiest first and keeps the order given among equals', () => {
    const ranked = rank(
      analysed({ variation: 'special_cause_neutral_low' }, { id: 'changed' }),
      aScorecardRow({ id: 'late', due: '2025-10-03' }),
      analysed(concern, { id: 'worse' }),
      aScorecardRow({ id: 'later', due: '2025-10-03' }),
    )
    expect(ranked.map(({ kpi }) => kpi)).toEqual(['worse', 'late', 'later', 'changed'])
  })

  it('lets an overdue figure speak for nothing else', () => {
    const row = aScorecardRow({ due: '2025-10-03', analysis: aRowAnalysis({ ...concern, ...outOfReach }) })
    expect(rank(row)[0]?.reasons).toEqual([
      {
        kind: 'overdue',
        sentence: 'Its next figure, due 3 Oct 2025, has not come, so it counts as unknown.',
      },
    ])
  })

  it('names a missing figure, and makes nothing of a withheld one', () => {
    const missing = aScorecardRow({ plan: { kind: 'no-plan' }, series: aSeries([309, null]) })
    const withheld = analysed(concern, {
      series: { ...aSeries([1]), points: [aPoint({ value: null, availability: 'suppressed' })] },
    })
    expect([kindsOf(missing), kindsOf(withheld)]).toEqual([['missing'], []])
  })

  it('says how far behind its plan a measure is, where the trend does not lead to the target', () => {
    // 77 is a third of the 232 planned, and four months behind
    expect(rank(aScorecardRow({ analysis: aRowAnalysis(outOfReach) }))[0]?.reasons[0]?.sentence).toBe(
      '77 above plan, 4 months behind; if things go on as now, its target is not likely to be met within 18 months.',
    )
  })

  it('calls nothing far behind that is near in value or in time, or that the trend leads to', () => {
    const plan = {
      kind: 'position',
      period: '2025-09',
      planned: 232,
      gap: 77,
      standing: 'worse',
      monthsAhead: -4,
    } as const
    const analysis = aRowAnalysis(outOfReach)
    expect([
      kindsOf(aScorecardRow({ plan: { ...plan, gap: 23 }, analysis })),
      kindsOf(aScorecardRow({ plan: { ...plan, monthsAhead: -2 }, analysis })),
      kindsOf(aScorecardRow({ plan, analysis: aRowAnalysis({ reach: { kind: 'too-few-points' } }) })),
      kindsOf(aScorecardRow({ plan: { ...plan, monthsAhead: null }, analysis })),
    ]).toEqual([[], [], [], ['far-behind']])
    // a tenth of what was planned, and three months, are far behind
    const near = { ...plan, planned: 230 }
    expect([
      kindsOf(aScorecardRow({ plan: { ...near, gap: 23, monthsAhead: -3 }, analysis })),
      kindsOf(aScorecardRow({ plan: { ...near, gap: 22, monthsAhead: -3 }, analysis })),
    ]).toEqual([['far-behind'], []])
  })

  it('calls for a look at a target that is met and being lost', () => {
    const losing = 'Its target is met now, and not likely to be in every month to Mar 2026.'
    expect(rank(analysed({ losing }))).toEqual([
      { kpi: 'ot-waiting', weight: 33, reasons: [{ kind: 'losing', sentence: losing }], isCalledFor: true },
    ])
  })

  it('takes a change that is neither better nor worse for worth a look, not for a call', () => {
    const [changed] = rank(
      analysed({ variation: 'special_cause_neutral_high', signal: { ...flagged, meaning: 'neutral' } }),
    )
    expect(changed).toMatchObject({ weight: 18, isCalledFor: false })
  })

  it('takes what the year before speaks against for worth a look, whichever way limits judge it', () => {
    const headline = 'Better than usual, but worse than a year before'
    const meaning = { kind: 'better-not-on-year', words: headline } as const
    for (const variation of ['special_cause_improvement', 'special_cause_concern'] as const)
      expect(rank(analysed({ variation, meaning, headline }))).toMatchObject([
        { weight: 10, isCalledFor: false, reasons: [{ sentence: `${headline}.` }] },
      ])
  })

  it('leaves breakdowns unsaid where the measure itself improves', () => {
    expect([
      kindsOf(analysed({ signalsWithin: 1 })),
      kindsOf(analysed({ signalsWithin: 1, variation: 'special_cause_improvement' })),
    ]).toEqual([['breakdowns'], []])
  })

  it('judges by figures and plan alone where there is no analysis', () => {
    expect([kindsOf(aScorecardRow()), kindsOf(aScorecardRow({ due: '2025-10-03' }))]).toEqual([
      [],
      ['overdue'],
    ])
  })
})

describe('describeSignal', () => {
  it('says what kind of change since when', () => {
    const say = (kind: typeof flagged.kind | 'drift' | 'spike' | 'variation' | 'mix', direction: 1 | -1) =>
      describeSignal({ kind, direction, since: '2025-05' })
    expect([say('drift', -1), say('spike', 1), say('variation', 1), say('mix', -1)]).toEqual([
      'Lower since May 2025',
      'Unusually high in May 2025',
      'Varies more since May 2025',
      'A smaller share since May 2025',
    ])
  })

  it('says what is seen of a list that was held to its own rise: standing still it is lower than that, and no lower', () => {
    const stalled = {
      kind: 'drift',
      direction: -1,
      since: '2024-10',
      seen: 'rose until Oct 2024, no higher since',
    } as const
    expect(describeSignal(stalled)).toBe('Rose until Oct 2024, no higher since')
  })

  it('calls for a look at a figure far outside all others, which silences what limits would say', () => {
    const reason =
      'The figure for Jun 2024, 9,000, stands far outside all others, which lie between 28 and 33.'
    const [first] = rank(analysed({ variation: null, notJudged: { because: 'one-far-figure', reason } }))
    expect(first).toMatchObject({ isCalledFor: true, reasons: [{ kind: 'doubted', sentence: reason }] })
  })
})
