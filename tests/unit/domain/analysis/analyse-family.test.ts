import { describe, expect, it } from 'vitest'
import { type AnalysedSeries, analyseFamily } from '../../../../src/domain/analysis/analyse-family.ts'
import { everyPeriod } from '../../../../src/domain/analysis/calendar-grid.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const dates = periodRange('2022-01', '2024-12')

function aSeries(overrides: Partial<AnalysedSeries> = {}): AnalysedSeries {
  const values = overrides.values ?? noiseOf(36, 11).map((noise) => 50 + 5 * noise)
  return {
    id: 'measure',
    dates,
    values,
    improvementDirection: 'increase',
    target: null,
    targetDate: null,
    sustain: null,
    rebaseAt: [],
    fixAfterNPoints: null,
    horizon: 6,
    bounds: { lower: 0, upper: null },
    question: {
      ...{ values, denominators: null, counts: null, aggregation: null, roundedTo: null, asked: null },
      ...{ rebaseAt: overrides.rebaseAt ?? [], fixAfterNPoints: null, improvementDirection: 'increase' },
    },
    measured: { cases: [], frequency: 'month', aggregation: 'S', unit: 'count', isYearToDate: false },
    subject: {
      name: 'Concerns raised',
      measure: { unit: 'count', decimals: 0 },
      isSnapshot: false,
      isProvisional: false,
    },
    ...overrides,
  }
}

const stepped = noiseOf(36, 11).map((noise, row) => 50 + 5 * noise + (row >= 30 ? 25 : 0))

describe('everyPeriod', () => {
  it('puts missing months in their places', () => {
    expect(everyPeriod({ dates: ['2024-12', '2025-02'], values: [1, 3] })).toEqual({
      periods: ['2024-12', '2025-01', '2025-02'],
      values: [1, null, 3],
    })
  })
})

describe('analyseFamily', () => {
  it('says since when a flagged change', () => {
    const [analysis] = analyseFamily([aSeries({ values: stepped })])
    expect(analysis?.signal).toMatchObject({ isFlagged: true, since: '2024-07', change: { direction: 1 } })
  })

  it('counts back from the last month that has a value', () => {
    const values = [...stepped.slice(0, 34), null, null]
    expect(analyseFamily([aSeries({ values })])[0]?.signal.since).toBe('2024-07')
  })

  it('names no beginning where nothing is flagged', () => {
    expect(analyseFamily([aSeries()])[0]?.signal).toMatchObject({ isFlagged: false, since: null })
  })

  it('looks at the months since the last re-baseline only', () => {
    const [analysis] = analyseFamily([aSeries({ values: stepped, rebaseAt: [30] })])
    expect(analysis?.signal.isFlagged).toBe(false)
    expect(analysis?.ahead.periods).toEqual([])
    expect(analysis?.suitability).toMatchObject({ because: 'too-few-points' })
    expect(analysis?.finding).toContain('too few points to judge')
  })

  it('asks more of one series the more others are looked at', () => {
    const others = Array.from({ length: 30 }, (_, seed) =>
      aSeries({ id: `other-${seed}`, values: noiseOf(36, 200 + seed) }),
    )
    const few = analyseFamily([aSeries({ values: stepped }), ...others.slice(0, 5)])[0]
    const together = analyseFamily([aSeries({ values: stepped }), ...others])[0]
    expect(together?.signal.falseAlarmRate).toBeGreaterThan(few?.signal.falseAlarmRate ?? 1)
  })

  it('has nothing to analyse in no series', () => {
    expect(analyseFamily([])).toEqual([])
  })
})
