import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { analysisQuery } from '../../../../../src/api/analysis.ts'
import { kpisQuery } from '../../../../../src/api/kpis.ts'
import { planQuery } from '../../../../../src/api/plan.ts'
import { seriesQuery } from '../../../../../src/api/series.ts'
import type { PinnedView } from '../../../../../src/api/view.ts'
import type { KpiAnalysis } from '../../../../../src/contract/analysis.ts'
import { loadTrendExhibit } from '../../../../../src/features/measure/exhibits/trend-exhibit.tsx'
import type { KpiSearch } from '../../../../../src/features/measure/measure-search.ts'
import { readTrend } from '../../../../../src/features/measure/trend/read-trend.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeries } from '../../../../support/a-series.ts'
import { noPlan } from '../../../../support/a-trend.ts'
import { aChange, aSeriesAnalysis } from '../../../../support/an-analysis.ts'
import { anExhibit } from '../../../../support/an-exhibit.ts'

const view: PinnedView = { edition: 5, audience: 'exact' }
const members = ['Acton', 'Hanwell'].map((id) => ({ id, label: id, level: null }))
const kpi = aDescribedKpi({
  dimensions: [
    { id: 'borough', label: 'Borough', members: [{ id: 'All', label: 'All', level: null }] },
    { id: 'town', label: 'Town', members },
  ],
})
const [acton, hanwell] = members.map(({ id }, index) =>
  aSeries([10 * (index + 1), 10 * (index + 1) + 1], { dimension: 'town', member: id }),
)
const whole = aSeries([300, 310])
const { origin } = anExhibit({ origin: { audience: 'exact' } })

/** What the service has said already: the borough and two towns, and limits of what it is asked to analyse. */
function queriesWithAll(measure = kpi) {
  const queries = new QueryClient()
  const limits = (mean: number) => [
    { from: '2025-08', to: '2025-09', mean, lower: mean - 1, upper: mean + 1, isTrial: false, reason: null },
  ]
  const reply = { edition: 5, audience: 'exact' as const }
  queries.setQueryData(kpisQuery(view).queryKey, { ...reply, kpis: [measure] })
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

const read = (search: KpiSearch, queries = queriesWithAll(), id = kpi.id) =>
  readTrend(origin, { kpi: id, search, layers: ['limits'] }, queries)
const towns = [
  ['Acton', 10],
  ['Hanwell', 20],
] as const

describe('readTrend', () => {
  it.each(towns)(
    'takes limits of the category %s as the service brings them, and of no other',
    async (member, mean) => {
      const categories = aDescribedKpi({ aggregation: 'X', dimensions: kpi.dimensions })
      const { series, analysis, isWhole } = await read(
        { dimension: 'town', member },
        queriesWithAll(categories),
      )
      expect(isWhole).toBe(false)
      expect(series.member).toBe(member)
      expect(analysis?.member).toBe(member)
      expect(analysis?.segments[0]?.mean).toBe(mean)
    },
  )

  it.each(towns)('works out from its own figures what those of the part %s mean', async (member, first) => {
    const { analysis, points, model } = await read({ dimension: 'town', member })
    expect(points.map(({ value }) => value)).toEqual([first, first + 1])
    expect(analysis?.member).toBe(member)
    // two figures are too few for limits, whatever stands in a reply about others
    expect(analysis?.segments).toEqual([])
    expect(model?.limits).toEqual([])
  })

  it('takes those of the whole for the whole, with what was done since', async () => {
    const { series, analysis, changes, change } = await read({ change: 'M01' })
    expect(series).toMatchObject({ dimension: 'borough', member: 'All' })
    expect(analysis?.segments[0]?.mean).toBe(305)
    expect(changes.map(({ id }) => id)).toEqual(['M01'])
    expect(change?.id).toBe('M01')
  })

  it('holds no part against what was done for the whole', async () => {
    const part = await read({ dimension: 'town', member: 'Acton', change: 'M01' })
    expect(part.changes).toEqual([])
    expect(part.change).toBeNull()
  })

  it('lets nothing leave the building of which a part could not be read', async () => {
    const queries = queriesWithAll()
    queries.removeQueries({ queryKey: analysisQuery(view, kpi.id).queryKey })
    // nobody answers here: the service cannot be reached
    await expect(read({}, queries)).rejects.toThrow()
  })

  it('tells the latest figure once where nothing more is found of it', async () => {
    const queries = queriesWithAll()
    queries.setQueryData(analysisQuery(view, kpi.id).queryKey, null)
    const asked = { kpi: kpi.id, search: {}, layers: [], address: '/kpis/ot-waiting' }
    const { finding, sentence } = await loadTrendExhibit(asked, origin, queries)
    expect(finding).toContain('310 people waiting')
    expect(sentence.split('310 people waiting')).toHaveLength(2)
  })

  it('says in words what this edition does not hold', async () => {
    await expect(read({}, queriesWithAll(), 'nothing')).rejects.toThrow(
      'This edition holds no measure “nothing” for this audience.',
    )
  })
})
