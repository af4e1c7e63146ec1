import { describe, expect, it } from 'vitest'
import type { RowAnalysis } from '../../../../src/domain/analysis/edition-analysis.ts'
import { describeVariation } from '../../../../src/features/overview/variation.ts'
import { aRowAnalysis, aScorecardRow } from '../../../support/a-row.ts'

const say = (analysis?: Partial<RowAnalysis>) =>
  describeVariation(aScorecardRow({ analysis: analysis && aRowAnalysis(analysis) }), false, 'final')
const signal = {
  kind: 'drift',
  direction: 1,
  since: '2025-05',
  meaning: 'concern',
  sentence: 'Higher since May 2025.',
} as const
const worse = {
  variation: 'special_cause_concern',
  special: [{ period: '2025-09', cause: 'Above UCL', type: 'special_cause_concern' }],
} as const
const better = {
  variation: 'special_cause_improvement',
  special: [{ period: '2025-09', cause: '7 Points Below CL', type: 'special_cause_improvement' }],
} as const
const trending = { because: 'trending-stock', reason: 'The figures carry over.' } as const

describe('describeVariation', () => {
  it('claims no change for common cause', () => {
    expect(say({})).toMatchObject({
      verdict: 'common',
      icon: 'common-cause',
      text: 'No evidence of real change',
    })
  })

  it('says of a list that moved no more than was asked: whether it goes on', () => {
    const byMethod = { direction: 0, none: 'No evidence of a further rise' } as const
    expect(say({ byMethod }).text).toBe('No evidence of a further rise')
  })

  it('gives the side of a special cause and what it means', () => {
    expect([
      say({ ...worse, special: [...worse.special] }),
      say({ ...better, special: [...better.special] }),
      say({ variation: 'special_cause_neutral_low' }),
    ]).toMatchObject([
      { verdict: 'concern', icon: 'concerning-high', text: 'Concerning, high' },
      { verdict: 'improvement', icon: 'improving-low', text: 'Improving, low' },
      { verdict: 'changed', icon: 'changed-low', text: 'Changed, low' },
    ])
  })

  it('says what the title says where a year before speaks against the limits, and takes no side', () => {
    const meaning = {
      kind: 'worse-not-on-year',
      words: 'Worse than usual, but better than a year before',
    } as const
    expect(say({ ...worse, special: [...worse.special], meaning })).toMatchObject({
      verdict: 'changed',
      icon: 'changed-high',
      tone: 'neutral',
      text: 'Worse than usual',
      sub: 'but better than a year before',
    })
  })

  it('says in a few words why nothing is judged', () => {
    expect(say({ variation: null, notJudged: trending })).toMatchObject({
      verdict: 'not-judged',
      text: 'Not judged',
      sub: 'a trending list',
    })
  })

  it('tells a flagged change where limits tell nothing, in words of its own', () => {
    expect(say({ variation: null, notJudged: trending, signal })).toMatchObject({
      verdict: 'concern',
      text: 'Recent concern',
      sub: 'higher since May 2025',
    })
  })

  it('adds since when to a special cause that means the same', () => {
    expect(say({ ...worse, special: [...worse.special], signal })).toMatchObject({
      text: 'Concerning, high',
      sub: 'higher since May 2025',
    })
  })

  it('hides no flagged concern behind an older improvement, and no concern behind a flagged improvement', () => {
    expect([
      say({ ...better, special: [...better.special], signal }),
      say({ ...worse, special: [...worse.special], signal: { ...signal, meaning: 'improvement' } }),
    ]).toMatchObject([
      { verdict: 'concern', text: 'Recent concern' },
      { verdict: 'concern', text: 'Concerning, high', sub: null },
    ])
  })

  it('counts an overdue figure as unknown, whatever it was', () => {
    const row = aScorecardRow({ analysis: aRowAnalysis({ variation: 'special_cause_concern' }) })
    expect(describeVariation(row, true, 'overdue')).toMatchObject({ verdict: 'unknown', sub: 'overdue' })
  })

  it('tells what quarters say where the months are withheld, and that it is of quarters', () => {
    const coarser = {
      period: '2025-Q2',
      variation: 'special_cause_concern',
      direction: 1,
      words: 'in quarters',
    } as const
    const row = aScorecardRow({ analysis: aRowAnalysis({ variation: null, coarser }) })
    expect(describeVariation(row, true, 'withheld')).toMatchObject({
      verdict: 'concern',
      text: 'Concerning, high',
      sub: 'in quarters',
    })
  })

  it('claims nothing before there is an analysis', () => {
    expect(say()).toMatchObject({ verdict: 'not-judged', text: 'Being worked out' })
  })
})
