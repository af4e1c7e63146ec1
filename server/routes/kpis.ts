import * as z from 'zod/mini'
import { ViewQuery } from '../../src/contract/common.ts'
import { KpisReply } from '../../src/contract/kpis.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'
import { sendOfEdition } from './edition-reply.ts'

export function kpisRoute(app: Application, services: Services) {
  app.get(
    '/kpis',
    {
      schema: {
        summary: 'Definitions of the measures of an edition',
        querystring: z.strictObject(ViewQuery.shape),
        response: { 200: KpisReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      return sendOfEdition(services, request, reply, {
        view,
        about: 'kpis',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          kpis: await view.reader.readKpis(),
        }),
      })
    },
  )
}
