import { describe, expect, it } from 'vitest'
import type {
  FlaggedChange,
  Meaning,
  TestedSeries,
} from '../../../../src/domain/analysis/edition-analysis.ts'
import { rankByStrengthAndMeaning } from '../../../../src/domain/analysis/rank-signals.ts'
import type { Theme } from '../../../../src/domain/measures/measure.ts'

function tested(kpi: string, qValue: number, meaning: Meaning | null): TestedSeries {
  const change: FlaggedChange | null = meaning && {
    kind: 'step',
    direction: 1,
    since: '2025-04',
    meaning,
    sentence: '',
    history: [],
    before: 1,
    after: 2,
    expected: null,
    meetsTarget: null,
    action: null,
  }
  return {
    kpi,
    dimension: 'borough',
    member: 'All',
    label: 'All',
    tested: 'series',
    pValue: qValue / 2,
    qValue,
    flagged: meaning !== null,
    change,
  }
}

const themes = new Map<string, { theme: Theme }>([
  ['waiting', { theme: 'waiting' }],
  ['safe', { theme: 'safeguarding' }],
])

const order = (...all: TestedSeries[]) =>
  rankByStrengthAndMeaning(all, themes).map(({ kpi, qValue }) => `${kpi} ${qValue}`)

describe('rankByStrengthAndMeaning', () => {
  it('puts a concern before a plainer improvement', () => {
    // −log10: 3 × 1 against 5 × 0.4 = 2
    expect(order(tested('waiting', 1e-5, 'improvement'), tested('waiting', 1e-3, 'concern'))).toEqual([
      'waiting 0.001',
      'waiting 0.00001',
    ])
  })

  it('weighs a neutral change in safeguarding as a concern, and elsewhere a little less', () => {
    expect(order(tested('waiting', 0.001, 'neutral'), tested('safe', 0.001, 'neutral'))).toEqual([
      'safe 0.001',
      'waiting 0.001',
    ])
  })

  it('tells nothing apart beyond one in a million but by its q', () => {
    expect(order(tested('waiting', 1e-9, 'concern'), tested('waiting', 1e-12, 'concern'))).toEqual([
      'waiting 1e-12',
      'waiting 1e-9',
    ])
  })

  it('puts what is not flagged last, by its q', () => {
    expect(
      order(
        tested('waiting', 0.5, null),
        tested('waiting', 0.2, null),
        tested('waiting', 0.06, 'improvement'),
      ),
    ).toEqual(['waiting 0.06', 'waiting 0.2', 'waiting 0.5'])
  })
})
