import { describe, expect, it } from 'vitest'
import { assembleTrend } from '../../../../src/domain/trends/assemble-trend.ts'
import { chooseBreakdown } from '../../../../src/domain/trends/parts/choose-breakdown.ts'
import { notesOfTrend, overdueNote } from '../../../../src/domain/trends/trend-notes.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aPoint } from '../../../support/a-series.ts'
import { noPlan } from '../../../support/a-trend.ts'
import { aSeriesAnalysis } from '../../../support/an-analysis.ts'

const kpi = aDescribedKpi({ targets: [] })

/** June is final, July missing, August withheld though it was sent as provisional, September provisional. */
const points = [
  aPoint({ period: '2025-06', value: 312 }),
  aPoint({ period: '2025-07', value: null, availability: 'missing' }),
  aPoint({ period: '2025-08', value: null, availability: 'suppressed', provisional: true }),
  aPoint({ period: '2025-09', value: 309, provisional: true }),
]

function trendOf({ analysis = aSeriesAnalysis(), asOf = '2025-10-06' } = {}) {
  const series = { kpi: kpi.id, dimension: 'borough', member: 'All', points }
  return assembleTrend(
    {
      ...{ kpi, breakdown: chooseBreakdown(kpi, {}), figures: [series], comparators: [], plan: noPlan },
      ...{ analysis, changes: [] },
    },
    { search: {}, layers: ['limits'], asOf },
  )
}

function notesOf(asked: Parameters<typeof trendOf>[0] = {}, audience: 'exact' | 'protected' = 'exact') {
  const trend = trendOf(asked)
  if (!trend.model) throw new Error('there is nothing to be drawn')
  return notesOfTrend(trend, trend.model, audience)
}

describe('the notes of a trend', () => {
  it('name each figure by its state: what is withheld is neither hollow nor a gap', () => {
    expect(notesOf().slice(0, 3)).toEqual([
      'Provisional (hollow points): 30 Sep 2025.',
      'No figure (gap): 31 Jul 2025.',
      'Withheld because small numbers could identify someone: 31 Aug 2025.',
    ])
  })

  it('say how limits are drawn, or why there are none', () => {
    const drawn = 'Dashed grey lines are the range expected from ordinary variation'
    expect(notesOf().join(' ')).toContain(drawn)
    const notJudged = { because: 'too-few-points', reason: 'Three figures are too few for limits.' } as const
    const without = notesOf({ analysis: aSeriesAnalysis({ segments: [], notJudged }) })
    expect(without).toContain(notJudged.reason)
    expect(without.join(' ')).not.toContain(drawn)
  })

  it('tell the panel alone that counts are rounded', () => {
    const rounded = 'Counts are rounded and small numbers withheld.'
    expect(notesOf({}, 'protected')).toContain(rounded)
    expect(notesOf({}, 'exact')).not.toContain(rounded)
  })

  it('begin with a newer figure that has not come, from the day after it was due', () => {
    expect(notesOf({ asOf: '2025-11-08' })[0]).toBe(
      'A newer figure was due on 7 Nov 2025 and is overdue: the measure counts as unknown.',
    )
    expect(overdueNote(trendOf({ asOf: '2025-11-07' }))).toEqual([])
  })

  it('do not say twice that a figure is overdue', () => {
    const reason = 'The latest figure is overdue, so recent change is not judged.'
    const notJudged = { because: 'overdue', reason } as const
    const analysis = aSeriesAnalysis({ segments: [], notJudged })
    expect(notesOf({ analysis, asOf: '2025-11-08' }).filter((note) => note.includes('overdue'))).toHaveLength(
      1,
    )
  })
})
