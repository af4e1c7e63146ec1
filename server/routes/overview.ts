import * as z from 'zod/mini'
import { ViewQuery } from '../../src/contract/common.ts'
import { OverviewReply } from '../../src/contract/overview.ts'
import type { Application } from '../application.ts'
import { readScorecard } from '../db/scorecard.ts'
import type { Services } from '../services.ts'
import { sendOfEdition } from './edition-reply.ts'

export function overviewRoute(app: Application, services: Services) {
  app.get(
    '/overview',
    {
      schema: {
        summary: 'Everything that the first page shows',
        querystring: z.strictObject(ViewQuery.shape),
        response: { 200: OverviewReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      return sendOfEdition(services, request, reply, {
        view,
        about: 'overview',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          ...(await readScorecard(view.reader, view.edition.dataAsAt)),
        }),
      })
    },
  )
}
