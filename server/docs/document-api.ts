import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { Application } from '../application.ts'
import { finishReply } from '../replies/finished-reply.ts'
import { revalidated, sendFinished } from '../replies/send-reply.ts'
import { renderDocs } from './render-docs.ts'

/** OpenAPI 3.1 from the schemas of the routes, which are those of the contract; and a page to read it. */
export async function documentApi(app: Application) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Governance dashboard',
        version: '1',
        description:
          'Published editions of adult social care figures: what they are, how they moved, and the plan they are held against. Every error is application/problem+json (RFC 9457).',
      },
    },
    transform: jsonSchemaTransform,
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (request, reply) =>
    sendFinished(request, reply, finishReply(JSON.stringify(app.swagger())), revalidated),
  )
  app.get('/api/docs', { schema: { hide: true } }, async (_, reply) => {
    const page = renderDocs(app.swagger())
    return reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', page.contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(page.html)
  })
}
