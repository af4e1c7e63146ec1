import swagger from '@fastify/swagger'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { Problem } from '../../src/contract/common.ts'
import type { Application } from '../application.ts'
import { finishReply } from '../replies/finished-reply.ts'
import { revalidated, sendFinished } from '../replies/send-reply.ts'
import { renderDocs } from './render-docs.ts'
import { whoMay } from './who-may.ts'

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
    sendFinished(request, reply, finishReply(JSON.stringify(describeApi(app))), revalidated),
  )
  app.get('/api/docs', { schema: { hide: true } }, async (_, reply) => {
    const page = renderDocs(describeApi(app))
    return reply
      .header('cache-control', 'no-cache')
      .header('content-security-policy', page.contentSecurityPolicy)
      .type('text/html; charset=utf-8')
      .send(page.html)
  })
}

interface Operation {
  summary?: string
  responses?: Record<string, object>
}

/** The document of the routes, with what each of them answers when it cannot give what was asked for. */
function describeApi(app: Application) {
  const document = app.swagger()
  const { $schema: _, ...problem } = z.toJSONSchema(Problem)
  const error = {
    description: 'What went wrong, as problem details (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  const describeOperation = (method: string, path: string, operation: Operation) => ({
    ...operation,
    'x-roles': whoMay(method, path),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.responses ?? {}).map(([status, reply]) => [
          status,
          { ...reply, description: operation.summary ?? 'The reply' },
        ]),
      ),
      default: error,
    },
  })
  return {
    ...document,
    components: { schemas: { Problem: problem } },
    paths: Object.fromEntries(
      Object.entries(document.paths ?? {}).map(([path, operations]) => [
        path,
        Object.fromEntries(
          Object.entries<Operation>(operations).map(([method, operation]) => [
            method,
            describeOperation(method, path, operation),
          ]),
        ),
      ]),
    ),
  }
}
