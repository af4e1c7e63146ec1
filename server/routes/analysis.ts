import * as z from 'zod/mini'
import { AnalysisQuery, AnalysisReply } from '../../src/contract/analysis.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'
import { sendOfEdition } from './edition-reply.ts'
import { selectKpis } from './series-selection.ts'

export function analysisRoute(app: Application, services: Services) {
  app.get(
    '/analysis',
    {
      schema: {
        summary: 'Limits, forecast, words, and before and after, as computed at publication',
        querystring: z.strictObject(AnalysisQuery.shape),
        response: { 200: AnalysisReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      const { number } = view.edition
      const kpis = selectKpis(request.query.kpi, await view.reader.readKpis(), number).map(({ id }) => id)
      return sendOfEdition(services, request, reply, {
        view,
        about: `analysis ${JSON.stringify(kpis)}`,
        read: async () => ({
          edition: number,
          audience: view.audience,
          analyses: await view.reader.readAnalyses(kpis),
        }),
      })
    },
  )
}
