import { HttpResponse } from 'msw'
import * as z from 'zod/mini'
import type { Problem } from '../src/contract/common.ts'
import { apiBase } from '../src/contract/paths.ts'

/** The address pattern of a resource, wherever the API is: the same origin or another. */
export function at(path: string): string {
  return `*${apiBase}${path}`
}

export type Caching = 'no-store' | 'no-cache' | 'immutable'

const cacheControl: Record<Caching, string> = {
  'no-store': 'no-store',
  'no-cache': 'no-cache',
  immutable: 'public, max-age=31536000, immutable',
}

/** What is read from the tables may not be changed; a reply takes it as it is. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T

/** A reply that the contract's own schema has checked: a mock that drifts fails here first. */
export async function reply<T extends z.ZodMiniType>(
  schema: T,
  body: Frozen<z.infer<T>>,
  request: Request,
  caching: Caching,
): Promise<Response> {
  const text = JSON.stringify(z.parse(schema, body))
  const headers = new Headers({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': cacheControl[caching],
  })
  if (caching === 'no-store') return new HttpResponse(text, { headers })
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

export function problem(
  status: number,
  title: string,
  detail: string,
  about: Pick<Problem, 'parameter' | 'value' | 'allowed' | 'current'> = {},
): Response {
  return new HttpResponse(JSON.stringify({ type: 'about:blank', title, status, detail, ...about }), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

export function badParameter(parameter: string, value: string, allowed: string): Response {
  return problem(400, 'Bad parameter', `${parameter} cannot be "${value}": it takes ${allowed}.`, {
    parameter,
    value,
    allowed,
  })
}
