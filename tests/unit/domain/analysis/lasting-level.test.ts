import { describe, expect, it } from 'vitest'
import { analyseSeries } from '../../../../src/domain/analysis/analyse-series.ts'
import type { MeasureContext } from '../../../../src/domain/analysis/chart-series.ts'
import { findLastingLevel } from '../../../../src/domain/analysis/lasting-level.ts'
import { describeKpi } from '../../../../src/domain/editions/describe-kpi.ts'
import type { Series } from '../../../../src/domain/figures/figure.ts'
import type { Intervention } from '../../../../src/domain/plans/plan.ts'
import { recordRebaseline } from '../../../../src/domain/plans/rebaseline.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const share = aDescribedKpi({
  id: 'dq-complete',
  name: 'Records complete',
  unit: 'percent',
  aggregation: 'W',
  direction: 'up',
  decimals: 1,
  numerator: 'complete records',
  denominator: 'records',
  targets: [{ from: '2025-04', value: 97, lower: null, upper: null, by: null, setBy: 'Board' }],
})

function contextOf(interventions: readonly Intervention[] = [], kpi = share): MeasureContext {
  const { dimensions, latestPeriod, due, received } = kpi
  const described = describeKpi(
    { ...kpi, dueDay: null },
    { dimensions, latestPeriod, due, received },
    interventions,
  )
  const plan = { workstreams: [], milestones: [], trajectories: [], interventions, risks: [] }
  return { kpi: described, plan, asOf: '2025-10-06', isRounded: false }
}

function levelOf(context: MeasureContext, series: Series) {
  const standing = analyseSeries(context, series)
  return standing && findLastingLevel(context, series, standing)
}

const level = (count: number, mean: number, seed: number) =>
  noiseOf(count, seed).map((one) => Math.round(10 * (mean + one / 2)) / 10)
const better = aSeries([...level(24, 88, 3), ...level(19, 95, 4)], { kpi: share.id })

describe('findLastingLevel', () => {
  it('tells no change of a latest figure that limits of both levels hold', () => {
    const around = (count: number, mean: number, seed: number) =>
      noiseOf(count, seed).map((one) => Math.round(10 * (mean + one)) / 10)
    const within = aSeries([...around(24, 88, 4), ...around(19, 90.5, 1)], { kpi: share.id })
    const found = levelOf(contextOf(), within)
    expect(found?.titleNow).toMatch(/^No evidence of real change/)
    expect(found?.words).toMatch(
      /take in the level before as well, and the latest figure: so no change is told now\.$/,
    )
  })

  it('says since when, both means and both ranges, and the title with limits from there on', () => {
    const found = levelOf(contextOf(), better)
    expect(found).toMatchObject({
      kpi: 'dq-complete',
      since: '2024-03',
      sinceInWords: 'Mar 2024',
      meaning: 'improvement',
    })
    expect(found?.words).toMatch(
      /^Since Mar 2024 figures have kept a level of about 9[45]\.\d%, against about 8[78]\.\d% before\. Limits that start again there would be [\d.]+% to [\d.]+%; those drawn now, [\d.]+% to [\d.]+%, take in the level before as well\.$/,
    )
    expect(found?.titleNow).toMatch(/lasting since Mar 2024/)
    expect(found?.titleThen).toMatch(/^No evidence of real change since Mar 2024/)
    expect(found?.history).toHaveLength(43)
  })

  it('promises what an edition with the re-baseline then says, and is not offered twice', () => {
    const found = levelOf(contextOf(), better)
    const recorded = contextOf([
      recordRebaseline(
        { kpi: share.id, since: '2024-03' },
        { title: 'One form', reason: 'One form is used.' },
      ),
    ])
    const analysed = analyseSeries(recorded, better)
    expect(analysed?.headline).toBe(found?.titleThen)
    const [before, since] = analysed?.segments ?? []
    expect([before?.to, since?.from, since?.reason]).toEqual(['2024-02', '2024-03', 'One form is used.'])
    expect(found?.words).toContain(`would be ${since?.lower.toFixed(1)}% to ${since?.upper.toFixed(1)}%`)
    expect(levelOf(recorded, better)).toBeNull()
  })

  it('says of a worse level that it is worse', () => {
    const worse = aSeries([...level(24, 95, 3), ...level(19, 88, 4)], { kpi: share.id })
    expect(levelOf(contextOf(), worse)?.meaning).toBe('concern')
  })

  it('offers nothing of a part, of an overdue measure, of a level of less than a year, or where none has changed', () => {
    const part = { ...better, dimension: 'town', member: 'Acton' }
    expect(levelOf(contextOf(), part)).toBeNull()
    expect(levelOf(contextOf([], { ...share, due: '2025-10-01' }), better)).toBeNull()
    const young = aSeries([...level(24, 88, 3), ...level(9, 95, 4)], { kpi: share.id })
    expect(levelOf(contextOf(), young)).toBeNull()
    expect(levelOf(contextOf(), aSeries(level(42, 95, 4), { kpi: share.id }))).toBeNull()
  })
})

describe('recordRebaseline', () => {
  it('begins on the first day of the period, under an id of its place', () => {
    const given = { title: 'One form', reason: 'One form is used.' }
    expect(recordRebaseline({ kpi: 'sg-repeat', since: '2024-Q4' }, given)).toEqual({
      id: 'rebaseline-sg-repeat-2024-Q4',
      kpi: 'sg-repeat',
      kind: 'rebaseline',
      start: '2025-01-01',
      end: null,
      ...given,
    })
  })
})
