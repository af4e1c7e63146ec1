import { http } from 'msw'
import { AnalysisReply } from '../../src/contract/analysis.ts'
import type { KpiAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { fail } from '../failures/fail.ts'
import { failureOf } from '../failures/failing-kpis.ts'
import { at, badParameter, problem, reply } from '../respond.ts'

export const analysisHandlers = [
  http.get(
    at('/analysis'),
    editionResource('analysis', ['kpi'], ({ query, request, edition, audience, caching }) => {
      const ids = [...new Set(query.getAll('kpi'))]
      if (!ids.length) return badParameter('kpi', '', 'the id of a measure, once or many times')
      const held = db.tables.readAnalysis(edition, audience).kpis
      const answer = (analyses: KpiAnalysis[]) =>
        reply(AnalysisReply, { edition, audience, analyses }, request, caching)
      const empty = () => answer([])
      const failure = ids.map(failureOf).find((found) => found !== null)
      if (failure) return { whole: () => fail(failure, empty, empty), empty }
      const unknown = ids.find((id) => !held.some(({ kpi }) => kpi === id))
      if (unknown) return problem(404, 'No such measure', `There is no measure "${unknown}".`)
      return {
        whole: () => answer(ids.flatMap((id) => held.find(({ kpi }) => kpi === id) ?? [])),
        empty,
      }
    }),
  ),
]
