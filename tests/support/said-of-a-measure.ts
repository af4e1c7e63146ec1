import { QueryClient } from '@tanstack/react-query'
import { db } from '../../mocks/db.ts'
import { analysisQuery } from '../../src/api/analysis.ts'
import { kpisQuery } from '../../src/api/kpis.ts'
import { planQuery } from '../../src/api/plan.ts'
import { seriesQuery } from '../../src/api/series.ts'
import { PlanReply } from '../../src/contract/plan.ts'
import type { SeriesAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Audience, Edition } from '../../src/domain/editions/publication.ts'
import type { ExhibitOrigin } from '../../src/domain/exhibits/exhibit.ts'
import { borough } from '../../src/domain/measures/measure.ts'
import { rankAttention } from '../../src/domain/scorecard/attention.ts'
import { buildScorecard } from '../../src/domain/scorecard/scorecard.ts'
import { type KpiFacts, stateFacts } from '../../src/domain/trends/facts/kpi-facts.ts'
import { readPoint } from '../../src/domain/trends/point-words.ts'
import type { TrendPoint } from '../../src/domain/trends/points.ts'
import { buildTrendTable } from '../../src/domain/trends/trend-table.ts'
import {
  loadTrendExhibit,
  type TrendExhibitInput,
} from '../../src/features/measure/exhibits/trend-exhibit.tsx'
import { readTrend } from '../../src/features/measure/trend/read-trend.ts'
import { buildRow, type RowModel } from '../../src/features/overview/scorecard-model.ts'
import { type SaidOutside, saidOutside } from './said-outside.tsx'

/** Everything that is said of one measure in one edition, place by place. */
export interface Said {
  kpi: DescribedKpi
  /** the series that stands for it: the borough's, or the category that its row on the overview shows */
  isWhole: boolean
  last: TrendPoint
  analysis: SeriesAnalysis
  /** the head of its page, as it is and as it would be without an analysis */
  page: KpiFacts
  pageWithoutAnalysis: KpiFacts
  /** its row on the overview */
  row: RowModel
  /** what is pasted with it */
  sentence: string
  /** it leaves the page: slide, briefing and files, as they are read there */
  outside: SaidOutside
  /** the latest period as the slider says it */
  readout: string
  /** the latest period in the table of the page */
  table: ReturnType<typeof buildTrendTable>[number]
}

/** As the app has them once everything is read: slides, briefings and files read through the same cache. */
function cacheOf(edition: number, audience: Audience) {
  const view = { edition, audience }
  const { tables } = db
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } })
  const kpis = tables.readKpis(edition, audience)
  const analysis = tables.readAnalysis(edition, audience)
  const plan = tables.readPlan(edition, audience)
  queries.setQueryData(kpisQuery(view).queryKey, { ...view, kpis })
  queries.setQueryData(
    planQuery(view).queryKey,
    PlanReply.parse({ ...view, ...plan, impacts: analysis.impacts }),
  )
  for (const kpi of kpis) {
    const found = analysis.kpis.find((one) => one.kpi === kpi.id) ?? null
    queries.setQueryData(analysisQuery(view, kpi.id).queryKey, found)
    for (const { id: dimension } of kpi.dimensions)
      queries.setQueryData(seriesQuery(view, { kpi: kpi.id, dimension }).queryKey, {
        ...view,
        series: tables.readSeries(
          edition,
          audience,
          (one) => one.kpi === kpi.id && one.dimension === dimension,
        ),
      })
  }
  return { queries, kpis, analysis, plan }
}

/** What one edition says of each of its measures to one audience. */
export async function saidIn(edition: Edition, audience: Audience): Promise<Said[]> {
  const { number, dataAsAt: asOf } = edition
  const { queries, kpis, analysis, plan } = cacheOf(number, audience)
  const series = db.tables.readSeries(number, audience, () => true)
  const rows = new Map(analysis.rows.map(({ kpi, ...row }) => [kpi, row]))
  const scorecard = buildScorecard(kpis, ({ id }) => series.filter(({ kpi }) => kpi === id), plan, asOf, rows)
  const attention = rankAttention(scorecard.kpis, asOf)
  const origin: ExhibitOrigin = { organisation: db.organisation, edition, audience }
  const said: Said[] = []
  for (const card of scorecard.kpis) {
    const kpi = kpis.find(({ id }) => id === card.id)
    const { dimension, member } = card.series
    const judged = analysis.kpis
      .find((one) => one.kpi === card.id)
      ?.series.find((one) => one.dimension === dimension && one.member === member)
    if (!kpi || !judged) throw new Error(`${card.id} is not in edition ${number}`)
    const isWhole = dimension === borough.dimension
    const asked: TrendExhibitInput = {
      kpi: kpi.id,
      search: isWhole ? {} : { dimension, member },
      layers: ['limits', 'target', 'plan', 'forecast'],
      address: `/kpis/${kpi.id}`,
    }
    const trend = await readTrend(origin, asked, queries)
    const { points } = trend
    const last = points.at(-1)
    if (!last) throw new Error(`${card.id} has no period in edition ${number}`)
    const exhibit = await loadTrendExhibit(asked, origin, queries)
    const [newest] = buildTrendTable(kpi, points)
    if (!newest) throw new Error(`${card.id} has no table`)
    said.push({
      kpi,
      isWhole,
      last,
      analysis: judged,
      page: trend,
      pageWithoutAnalysis: stateFacts({ ...trend, milestones: [], analysis: null }),
      row: buildRow(card, asOf, attention),
      sentence: exhibit.sentence,
      outside: saidOutside(exhibit),
      readout: readPoint(kpi, last),
      table: newest,
    })
  }
  return said
}
