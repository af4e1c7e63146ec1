import * as z from 'zod/mini'
import { EditionParameter } from '../../src/contract/common.ts'
import { Edition, EditionsReply } from '../../src/contract/editions.ts'
import type { Application } from '../application.ts'
import { readEditions } from '../db/editions.ts'
import { sendRevalidated } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import { findEdition } from '../session/views.ts'

export function editionRoutes(app: Application, { database }: Services) {
  app.get(
    '/editions',
    {
      schema: {
        summary: 'Published editions, newest first',
        querystring: z.strictObject({}),
        response: { 200: EditionsReply },
      },
    },
    async (request, reply) =>
      sendRevalidated(request, reply, { editions: await readEditions(database.queries) }),
  )
  app.get(
    '/editions/:n',
    {
      schema: {
        summary: 'One published edition',
        querystring: z.strictObject({}),
        params: z.object({ n: EditionParameter }),
        response: { 200: Edition },
      },
    },
    async (request, reply) => sendRevalidated(request, reply, await findEdition(database, request.params.n)),
  )
}
