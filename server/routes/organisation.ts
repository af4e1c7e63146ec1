import * as z from 'zod/mini'
import { Organisation } from '../../src/contract/organisation.ts'
import type { Application } from '../application.ts'
import { readOrganisation } from '../db/organisation.ts'
import { ProblemError } from '../problem.ts'
import { sendRevalidated } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'

export function organisationRoute(app: Application, { database }: Services) {
  app.get(
    '/organisation',
    {
      schema: {
        summary: 'Whose figures these are',
        querystring: z.strictObject({}),
        response: { 200: Organisation },
      },
    },
    async (request, reply) => {
      const organisation = await readOrganisation(database.queries)
      if (!organisation) {
        throw new ProblemError(
          404,
          "Nothing has been loaded yet, so these figures are nobody's. The first load says whose they are (organisation.json).",
        )
      }
      return sendRevalidated(request, reply, organisation)
    },
  )
}
