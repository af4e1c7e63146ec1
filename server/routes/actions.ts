import * as z from 'zod/mini'
import { ActionsReply } from '../../src/contract/actions.ts'
import { ViewQuery } from '../../src/contract/common.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'
import { sendOfEdition } from './edition-reply.ts'

export function actionsRoute(app: Application, services: Services) {
  app.get(
    '/actions',
    {
      schema: {
        summary: 'Actions arising, as the log stood when the edition was published',
        querystring: z.strictObject(ViewQuery.shape),
        response: { 200: ActionsReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      return sendOfEdition(services, request, reply, {
        view,
        about: 'actions',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          actions: await view.reader.readActions(),
        }),
      })
    },
  )
}
