import { http } from 'msw'
import { OverviewReply } from '../../src/contract/overview.ts'
import { buildScorecard } from '../../src/domain/scorecard/scorecard.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { at, reply } from '../respond.ts'

export const overviewHandlers = [
  http.get(
    at('/overview'),
    editionResource('overview', [], ({ request, edition, audience, caching, dataAsAt }) => ({
      whole: () => {
        const series = Map.groupBy(
          db.tables.readSeries(edition, audience, () => true),
          ({ kpi }) => kpi,
        )
        const scorecard = buildScorecard(
          db.tables.readKpis(edition, audience),
          (kpi) => series.get(kpi.id) ?? [],
          db.tables.readPlan(edition, audience),
          dataAsAt,
          new Map(db.tables.readAnalysis(edition, audience).rows.map(({ kpi, ...row }) => [kpi, row])),
        )
        return reply(OverviewReply, { edition, audience, ...scorecard }, request, caching)
      },
      empty: () =>
        reply(
          OverviewReply,
          { edition, audience, kpis: [], milestones: { total: 0, complete: 0, overdue: 0 } },
          request,
          caching,
        ),
    })),
  ),
]
