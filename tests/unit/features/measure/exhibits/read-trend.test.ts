import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { analysisQuery } from '../../../../../src/api/analysis.ts'
import { kpisQuery } from '../../../../../src/api/kpis.ts'
import { planQuery } from '../../../../../src/api/plan.ts'
import { seriesQuery } from '../../../../../src/api/series.ts'
import type { PinnedView } from '../../../../../src/api/view.ts'
import type { KpiAnalysis } from '../../../../../src/contract/analysis.ts'
import { readTrend } from '../../../../../src/features/measure/exhibits/read-trend.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeries } from '../../../../support/a-series.ts'
import { noPlan } from '../../../../support/a-trend.ts'
import { aChange, aSeriesAnalysis } from '../../../../support/an-analysis.ts'

const view: PinnedView = { edition: 5, audience: 'exact' }
const members = ['Acton', 'Hanwell'].map((id) => ({ id, label: id, level: null }))
const kpi = aDescribedKpi({
  dimensions: [
    { id: 'borough', label: 'Borough', members: [{ id: 'All', label: 'All', level: null }] },
    { id: 'town', label: 'Town', members },
  ],
})
const [acton, hanwell] = members.map(({ id }) => aSeries([1, 2], { dimension: 'town', member: id }))
const whole = aSeries([300, 310])

/** What the service has said already: the borough and two towns, each with limits of its own. */
function queriesWithAll() {
  const queries = new QueryClient()
  const limits = (mean: number) => [
    { from: '2025-08', to: '2025-09', mean, lower: mean - 1, upper: mean + 1, isTrial: false, reason: null },
  ]
  const reply = { edition: 5, audience: 'exact' as const }
  queries.setQueryData(kpisQuery(view).queryKey, { ...reply, kpis: [kpi] })
  queries.setQueryData(planQuery(view).queryKey, { ...reply, ...noPlan })
  const bySelection: [string, ReturnType<typeof aSeries>[]][] = [
    ['borough', [whole]],
    ['town', [acton, hanwell].flatMap((one) => one ?? [])],
  ]
  for (const [dimension, series] of bySelection) {
    queries.setQueryData(seriesQuery(view, { kpi: kpi.id, dimension }).queryKey, { ...reply, series })
  }
  const said: KpiAnalysis = {
    kpi: kpi.id,
    series: [
      aSeriesAnalysis({ segments: limits(305) }),
      aSeriesAnalysis({ dimension: 'town', member: 'Acton', segments: limits(10) }),
      aSeriesAnalysis({ dimension: 'town', member: 'Hanwell', segments: limits(20) }),
    ],
    changes: [aChange()],
  }
  queries.setQueryData(analysisQuery(view, kpi.id).queryKey, said)
  return queries
}

const read = (search: Parameters<typeof readTrend>[2]) =>
  readTrend(view, kpi.id, search, '2025-10-06', queriesWithAll())

describe('readTrend', () => {
  it.each([
    ['Acton', 10],
    ['Hanwell', 20],
  ])('takes figures and limits of %s for itself, and of no other', async (member, mean) => {
    const { series, analysis, isWhole } = await read({ dimension: 'town', member })
    expect(isWhole).toBe(false)
    expect(series.member).toBe(member)
    expect(analysis?.member).toBe(member)
    expect(analysis?.segments[0]?.mean).toBe(mean)
  })

  it('takes those of the whole for the whole, with what was done since', async () => {
    const { series, analysis, changes } = await read({})
    expect(series).toMatchObject({ dimension: 'borough', member: 'All' })
    expect(analysis?.segments[0]?.mean).toBe(305)
    expect(changes.map(({ id }) => id)).toEqual(['M01'])
  })

  it('holds no part against what was done for the whole', async () => {
    expect((await read({ dimension: 'town', member: 'Acton' })).changes).toEqual([])
  })

  it('says in words what this edition does not hold', async () => {
    await expect(readTrend(view, 'nothing', {}, '2025-10-06', queriesWithAll())).rejects.toThrow(
      'This edition holds no measure “nothing” for this audience.',
    )
  })
})
