import * as z from 'zod/mini'
import { ViewQuery } from '../../src/contract/common.ts'
import { PlanReply } from '../../src/contract/plan.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'
import { sendOfEdition } from './edition-reply.ts'

export function planRoute(app: Application, services: Services) {
  app.get(
    '/plan',
    {
      schema: {
        summary: 'Milestones, trajectories, interventions and risks',
        querystring: z.strictObject(ViewQuery.shape),
        response: { 200: PlanReply },
      },
    },
    async (request, reply) => {
      const view = await services.views.resolve(request, request.query)
      return sendOfEdition(services, request, reply, {
        view,
        about: 'plan',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          ...(await view.reader.readPlan()),
          impacts: await view.reader.readImpacts(),
        }),
      })
    },
  )
}
