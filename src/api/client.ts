import * as z from 'zod/mini'
import { Problem } from '../contract/common.ts'
import { ApiError, kindOfStatus } from './api-error.ts'
import { type Sent, send, sendOnce } from './requests.ts'

/**
 * Reads one resource and checks its shape against the contract.
 * @throws ApiError of one of eight kinds; never anything else, except when `signal` aborts.
 */
export async function getJson<T extends z.ZodMiniType>(
  path: string,
  schema: T,
  signal?: AbortSignal,
): Promise<z.infer<T>> {
  return read(sendOnce(path, signal), path, schema)
}

/** Sends JSON and reads what comes back, with the same failures as `getJson`. */
export async function sendJson<T extends z.ZodMiniType>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  schema: T,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<z.infer<T>> {
  const sent = send(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return read(sent, path, schema)
}

/** As `sendJson`, for work that takes longer than any reading: how long, in milliseconds, is said. */
export async function sendJsonPatiently<T extends z.ZodMiniType>(
  method: 'POST',
  path: string,
  schema: T,
  body: unknown,
  patience: number,
): Promise<z.infer<T>> {
  const headers = { 'content-type': 'application/json' }
  return read(send(path, { method, headers, body: JSON.stringify(body) }, patience), path, schema)
}

/** Sends files; a form of another site cannot say the header that goes with them. */
export async function sendForm<T extends z.ZodMiniType>(
  path: string,
  schema: T,
  body: FormData,
  patience: number,
  signal?: AbortSignal,
): Promise<z.infer<T>> {
  const headers = { 'x-requested-with': 'governance-dashboard' }
  return read(send(path, { method: 'POST', headers, body, signal: signal ?? null }, patience), path, schema)
}

async function read<T extends z.ZodMiniType>(sent: Sent, path: string, schema: T): Promise<z.infer<T>> {
  const response = await sent.reply.catch((cause: unknown) => {
    if (sent.signal?.aborted) throw cause
    if (sent.timeout.aborted) throw tookTooLong()
    throw new ApiError('network', 'The data service could not be reached.')
  })
  if (!response.ok) throw await readProblem(response)
  return parseReply(await readBody(response, sent), schema, path)
}

async function readBody(response: Response, { signal, timeout }: Sent): Promise<unknown> {
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
