import * as z from 'zod/mini'
import { SignalsReply } from '../../src/contract/analysis.ts'
import { ViewQuery } from '../../src/contract/common.ts'
import { bearableFalseAlarms } from '../../src/domain/signals/find-signals.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'
import { sendOfEdition } from './edition-reply.ts'

export function signalsRoute(app: Application, services: Services) {
  app.get(
    '/signals',
    {
      schema: {
        summary: 'Every series tested for recent change, ranked',
        querystring: z.strictObject(ViewQuery.shape),
        response: { 200: SignalsReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      return sendOfEdition(services, request, reply, {
        view,
        about: 'signals',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          bearableFalseAlarms,
          ...(await view.reader.readTestedFamily()),
        }),
      })
    },
  )
}
