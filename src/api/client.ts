import * as z from 'zod/mini'
import { Problem } from '../contract/common.ts'
import { apiBase } from '../contract/paths.ts'
import { ApiError, kindOfStatus } from './api-error.ts'

/** Where the API is: `VITE_API_BASE_URL` at build time, or where the app came from. */
const base = `${(import.meta.env.VITE_API_BASE_URL ?? '').replace(/\/$/, '')}${apiBase}`

/** After this long a reply is given up. */
const patienceMilliseconds = 20_000

/**
 * Reads one resource and checks its shape against the contract.
 * @throws ApiError of one of eight kinds; never anything else, except when `signal` aborts.
 */
export async function getJson<T extends z.ZodMiniType>(
  path: string,
  schema: T,
  signal?: AbortSignal,
): Promise<z.infer<T>> {
  return request(path, schema, signal ? { signal } : {})
}

/** Sends JSON and reads what comes back, with the same failures as `getJson`. */
export async function sendJson<T extends z.ZodMiniType>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  schema: T,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<z.infer<T>> {
  return request(path, schema, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
}

async function request<T extends z.ZodMiniType>(
  path: string,
  schema: T,
  init: RequestInit,
): Promise<z.infer<T>> {
  const timeout = AbortSignal.timeout(patienceMilliseconds)
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  const response = await fetch(`${base}${path}`, {
    credentials: 'include',
    ...init,
    signal,
  }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause
    if (timeout.aborted) throw tookTooLong()
    throw new ApiError('network', 'The data service could not be reached.')
  })
  if (!response.ok) throw await readProblem(response)
  return parseReply(await readBody(response, init.signal, timeout), schema, path)
}

async function readBody(
  response: Response,
  signal: AbortSignal | null | undefined,
  timeout: AbortSignal,
): Promise<unknown> {
  return response.json().catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    // time may also run out when the reply has begun
    if (timeout.aborted) throw tookTooLong()
    throw new ApiError(
      'invalid-response',
      'The data service sent something that is not JSON.',
      response.status,
    )
  })
}

function tookTooLong(): ApiError {
  return new ApiError('timeout', 'The data service took too long to answer.')
}

function parseReply<T extends z.ZodMiniType>(body: unknown, schema: T, path: string): z.infer<T> {
  const parsed = z.safeParse(schema, body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = issue?.path.join('.') || 'the whole reply'
  throw new ApiError(
    'invalid-response',
    `The data service sent ${path.split('?')[0]} in an unexpected form (${place}).`,
  )
}

async function readProblem(response: Response): Promise<ApiError> {
  const kind = kindOfStatus(response.status)
  const body: unknown = await response.json().catch(() => null)
  const problem = z.safeParse(Problem, body)
  const message = problem.success
    ? (problem.data.detail ?? problem.data.title)
    : `The data service answered with an error (${response.status}).`
  return new ApiError(
    kind,
    message,
    response.status,
    problem.success
      ? { parameter: problem.data.parameter ?? null, current: problem.data.current ?? null }
      : {},
  )
}
