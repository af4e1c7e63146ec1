import { describe, expect, it } from 'vitest'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import { analyseFamily } from '../../../../src/domain/analysis/analyse-family.ts'
import { isDeniedAhead, judgeTargetClaim } from '../../../../src/domain/findings/target-claim.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { someChances } from '../../../support/some-chances.ts'

const up = (target: number | null) => ({ target, improvement: 'increase' as const })
const down = (target: number | null) => ({ target, improvement: 'decrease' as const })
const months = (count: number, value: number) => Array.from({ length: count }, () => value)

describe('judgeTargetClaim', () => {
  it('says met in all where every figure is on the target or beyond, whatever the limits say', () => {
    expect(judgeTargetClaim('inconsistent', months(36, 100), up(100))).toEqual({
      kind: 'met-in-all',
      figures: 36,
    })
    expect(judgeTargetClaim('inconsistent', [20, 24, 22, null, 21], down(24))).toEqual({
      kind: 'met-in-all',
      figures: 4,
    })
    // a series without limits, as one that never changes
    expect(judgeTargetClaim(null, months(16, 100), up(100))).toEqual({ kind: 'met-in-all', figures: 16 })
  })

  it('says missed in all where none is', () => {
    expect(judgeTargetClaim('inconsistent', months(36, 99), up(100))?.kind).toBe('missed-in-all')
    expect(judgeTargetClaim(null, months(14, 1), down(0))).toEqual({ kind: 'missed-in-all', figures: 14 })
  })

  it('tells a year and more on one side, and no shorter run', () => {
    const met = [...months(20, 95), ...months(12, 98)]
    expect(judgeTargetClaim('inconsistent', met, up(97))).toEqual({ kind: 'met-in-last', figures: 12 })
    expect(judgeTargetClaim('inconsistent', met.slice(0, -1), up(97))?.kind).toBe('by-chance')
    expect(judgeTargetClaim('inconsistent', met, down(97))).toEqual({ kind: 'missed-in-last', figures: 12 })
    expect(judgeTargetClaim('consistent_fail', met, up(97))?.kind).toBe('met-in-last')
  })

  it('tells seven on one side where the latest figure shows a change: limits of before say nothing of it', () => {
    const met = [...months(20, 95), ...months(7, 98)]
    const changed = { isChanged: true }
    expect(judgeTargetClaim('inconsistent', met, up(97), changed)).toEqual({
      kind: 'met-in-last',
      figures: 7,
    })
    expect(judgeTargetClaim('inconsistent', met, up(97))?.kind).toBe('by-chance')
    // of a change nothing is left to chance: six of the last twelve
    expect(judgeTargetClaim('inconsistent', met.slice(0, -1), up(97), changed)).toEqual({
      kind: 'met-in-some',
      figures: 6,
      of: 12,
    })
  })

  it('says reliably of limits of today alone, where each of the last twelve figures bears it out', () => {
    const late = [620, 500, 480, 490, 505, 470, 723]
    const values = [...months(30, 900), ...late]
    const reads = (of: Parameters<typeof judgeTargetClaim>[3], shown = values) =>
      judgeTargetClaim('consistent_fail', shown, down(506), of)
    const some = { kind: 'met-in-some', figures: 5, of: 12 }
    expect([reads({ isChanged: true }), reads({ isMixed: true }), reads({})]).toEqual([some, some, some])
    expect(reads({}, months(30, 900))?.kind).toBe('reliably-missed')
    expect(reads({ isChanged: true }, months(30, 900))).toEqual({ kind: 'missed-in-all', figures: 30 })
    expect(reads({ isMixed: true }, months(30, 900))).toEqual({ kind: 'missed-in-all', figures: 30 })
  })

  it('leaves to the limits what the latest figure bears out, and says now where it does not', () => {
    expect(judgeTargetClaim('consistent_pass', [90, 91, 92], up(80))?.kind).toBe('reliably-met')
    expect(judgeTargetClaim('consistent_fail', [70, 71, 72], up(80))?.kind).toBe('reliably-missed')
    expect(judgeTargetClaim('consistent_fail', [70, 71, 85], up(80))?.kind).toBe('met-now')
    expect(judgeTargetClaim('consistent_pass', [90, 91, 75], up(80))?.kind).toBe('missed-now')
  })

  it('claims nothing without a target, a good way, limits or a figure', () => {
    expect(judgeTargetClaim('inconsistent', [1, 2], up(null))).toBeNull()
    expect(judgeTargetClaim('inconsistent', [1, 2], { target: 1, improvement: 'neutral' })).toBeNull()
    expect(judgeTargetClaim(null, [1, 2], up(2))).toBeNull()
    expect(judgeTargetClaim('inconsistent', [null], up(2))).toBeNull()
  })
})

describe('a share on its target of 100% in every month', () => {
  const kpi = aDescribedKpi({
    unit: 'percent',
    aggregation: 'W',
    direction: 'up',
    numerator: null,
    denominator: 'cases',
    targets: [{ from: '2020-04', value: 100, lower: null, upper: null, by: null, setBy: 'Board' }],
  })
  const analysed = (values: number[]) =>
    analyseEdition({
      kpis: [kpi],
      plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
      series: [aSeries(values)],
      actions: [],
      audience: 'exact',
      asOf: '2025-10-06',
    }).kpis[0]?.series[0]

  it('is told as met in all 36, while limits keep their verdict', () => {
    const own = analysed(months(36, 100))
    expect(own?.assurance).toBe('inconsistent')
    expect(own?.claim).toEqual({ kind: 'met-in-all', figures: 36 })
    expect(own?.headline).toBe('No evidence of real change; target met in all 36 figures')
    expect(own?.finding).toContain('all 36 figures meet the target of 100%.')
    expect(own?.paragraph).toContain('All 36 figures meet the target of 100%.')
    expect(own?.paragraph).not.toContain('by chance')
  })

  it('is told as missed in all 36 one point below', () => {
    const own = analysed(months(36, 99).with(3, 99.5).with(9, 98.5).with(20, 99.8).with(33, 98.9))
    expect(own?.finding).not.toContain('by chance')
  })

  it('is told so from the command line, where the reference sets no limits', () => {
    const [analysis] = analyseFamily([
      {
        id: 'always',
        dates: Array.from(
          { length: 16 },
          (_, row) => `${2023 + Math.floor((row + 9) / 12)}-${String(((row + 9) % 12) + 1).padStart(2, '0')}`,
        ),
        values: months(16, 100),
        target: 100,
        targetDate: null,
        sustain: null,
        horizon: 6,
        bounds: { lower: null, upper: 100 },
        question: {
          ...{ values: months(16, 100), denominators: null, counts: null, aggregation: null, asked: null },
          ...{ roundedTo: null, rebaseAt: [], fixAfterNPoints: null, improvementDirection: 'increase' },
        },
        rebaseAt: [],
        fixAfterNPoints: null,
        measured: { cases: [], frequency: 'month', aggregation: 'W', unit: 'ratio', isYearToDate: false },
        subject: {
          name: 'Latest figure',
          measure: { unit: 'ratio', decimals: 0 },
          isSnapshot: false,
          isProvisional: false,
        },
        improvementDirection: 'increase',
      },
    ])
    expect(analysis?.chart.assurance).toBe('inconsistent')
    expect(analysis?.finding).toContain('all 16 figures meet the target of 100.')
  })
})

describe('isDeniedAhead', () => {
  it('is asked of all that is looked ahead, which may be further than the date of the target', () => {
    const missed = { kind: 'reliably-missed' } as const
    const reach = (everBy: number | null, everWithin: number) => someChances({ everBy, everWithin })
    expect(isDeniedAhead(missed, reach(0.04, 0.1))).toBe(false)
    expect(isDeniedAhead(missed, reach(0.5, 0.9))).toBe(true)
    // hardly by March, and as likely as not by the summer after
    expect(isDeniedAhead(missed, reach(0.04, 0.55))).toBe(true)
    expect(isDeniedAhead(missed, reach(null, 0.55))).toBe(true)
  })
})
