import * as z from 'zod/mini'
import { SeriesQuery, SeriesReply } from '../../src/contract/series.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'
import { sendOfEdition } from './edition-reply.ts'
import { selectSeries } from './series-selection.ts'

export function seriesRoute(app: Application, services: Services) {
  app.get(
    '/series',
    {
      schema: {
        summary: 'Figures over time',
        querystring: z.strictObject(SeriesQuery.shape),
        response: { 200: SeriesReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      const selection = selectSeries(request.query, await view.reader.readKpis(), view.edition.number)
      return sendOfEdition(services, request, reply, {
        view,
        about: `series ${JSON.stringify(selection)}`,
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          series: await view.reader.readSeries(selection),
        }),
      })
    },
  )
}
