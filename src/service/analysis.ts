import { AnalysisQuery, AnalysisReply } from '../contract/analysis.ts'
import { defineOperation, noBody, nothing, only } from './operation.ts'
import { selectKpis } from './select-series.ts'
import { answerOfEdition, openView } from './view.ts'

export const readAnalysis = defineOperation({
  method: 'get',
  path: '/analysis',
  summary: 'Limits, forecast, words, and before and after, as computed at publication',
  params: nothing,
  query: only(AnalysisQuery),
  body: noBody,
  reply: AnalysisReply,
  answer: async ({ store, asker, query }) => {
    const view = await openView(store, asker, query)
    const { number } = view.edition
    const kpis = selectKpis(query.kpi, await view.reader.readKpis(), number).map(({ id }) => id)
    return answerOfEdition(view, `analysis ${JSON.stringify(kpis)}`, async () => ({
      edition: number,
      audience: view.audience,
      analyses: await view.reader.readAnalyses(kpis),
    }))
  },
})
