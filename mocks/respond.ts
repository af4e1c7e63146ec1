import { HttpResponse } from 'msw'
import * as z from 'zod/mini'
import { isTooDeep } from '../src/contract/bounds.ts'
import type { Problem } from '../src/contract/common.ts'
import { apiBase } from '../src/contract/paths.ts'
import type { Caching } from '../src/service/operation.ts'
import { ProblemError } from '../src/service/problem.ts'

/** The address pattern of a resource, wherever the API is: the same origin or another. */
export function at(path: string): string {
  return `*${apiBase}${path}`
}

const cacheControl: Record<Caching, string> = {
  'no-store': 'no-store',
  'no-cache': 'no-cache',
  immutable: 'public, max-age=31536000, immutable',
}

/** A reply that the contract's own schema has checked: a mock that drifts fails here first. */
export async function reply(
  schema: z.ZodMiniType,
  body: unknown,
  request: Request,
  caching: Caching,
  status: 200 | 201 = 200,
): Promise<Response> {
  const text = JSON.stringify(z.parse(schema, body))
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': cacheControl[caching],
  })
  if (caching === 'no-store') return new HttpResponse(text, { status, headers })
  const etag = await strongTag(text)
  headers.set('etag', etag)
  return request.headers.get('if-none-match') === etag
    ? new HttpResponse(null, { status: 304, headers })
    : new HttpResponse(text, { headers })
}

/** The first 128 bits of SHA-256 where there is a secure context, as on every machine that develops. */
async function strongTag(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hex = [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0'))
  return `"${hex.join('')}"`
}

/** A refusal as RFC 9457 has it. */
export function refuse(problem: Problem): Response {
  return new HttpResponse(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** The body of a request, which is JSON and no larger than is taken, or refused as by the service. */
export async function readJson(request: Request, mostBytes: number): Promise<unknown> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new ProblemError(
      415,
      'The body is of a type that is not taken here. Send JSON (Content-Type: application/json).',
    )
  }
  const text = await request.text()
  if (new TextEncoder().encode(text).length > mostBytes) {
    throw new ProblemError(413, 'The body is larger than what is taken here.')
  }
  if (text === '') throw new ProblemError(400, 'The body is empty. Send JSON.')
  if (isTooDeep(text)) throw new ProblemError(400, 'The body has more lists inside each other than are read.')
  try {
    return JSON.parse(text)
  } catch {
    throw new ProblemError(400, 'The body is not JSON.')
  }
}
