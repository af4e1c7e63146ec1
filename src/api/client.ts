import type * as z from 'zod/mini'
import { ApiError, kindOfStatus } from './api-error.ts'
import { bringContract, type Contract, readAs, type Shape } from './contract.ts'
import { type Sent, send, sendOnce } from './requests.ts'

/**
 * Reads one resource and checks its shape against the contract.
 * @throws ApiError of one of eight kinds; never anything else, except when `signal` aborts.
 */
export async function getJson<T extends z.ZodMiniType>(
  path: string,
  shape: Shape<T>,
  signal?: AbortSignal,
): Promise<z.infer<T>> {
  return read(sendOnce(path, signal), path, shape)
}

/** Sends JSON and reads what comes back, with the same failures as `getJson`. */
export async function sendJson<T extends z.ZodMiniType>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  shape: Shape<T>,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<z.infer<T>> {
  const sent = send(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return read(sent, path, shape)
}

/** As `sendJson`, for work that takes longer than any reading: how long, in milliseconds, is said. */
export async function sendJsonPatiently<T extends z.ZodMiniType>(
  method: 'POST',
  path: string,
  shape: Shape<T>,
  body: unknown,
  patience: number,
): Promise<z.infer<T>> {
  const headers = { 'content-type': 'application/json' }
  return read(send(path, { method, headers, body: JSON.stringify(body) }, patience), path, shape)
}

/** Sends files; a form of another site cannot say the header that goes with them. */
export async function sendForm<T extends z.ZodMiniType>(
  path: string,
  shape: Shape<T>,
  body: FormData,
  patience: number,
  signal?: AbortSignal,
): Promise<z.infer<T>> {
  const headers = { 'x-requested-with': 'governance-dashboard' }
  return read(send(path, { method: 'POST', headers, body, signal: signal ?? null }, patience), path, shape)
}

async function read<T extends z.ZodMiniType>(sent: Sent, path: string, shape: Shape<T>): Promise<z.infer<T>> {
  // on its way beside the reply; where it does not come, that is told once there is a reply to check
  const contract = bringContract()
  contract.catch(() => {})
  const response = await sent.reply.catch((cause: unknown) => {
    if (sent.signal?.aborted) throw cause
    if (sent.timeout.aborted) throw tookTooLong()
    throw new ApiError('network', 'The data service could not be reached.')
  })
  if (!response.ok) throw await readProblem(response)
  return parseReply(await readBody(response, sent), await contract, shape, path)
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

function parseReply<T extends z.ZodMiniType>(
  body: unknown,
  contract: Contract,
  shape: Shape<T>,
  path: string,
): z.infer<T> {
  const parsed = contract.safeParse(shape(contract), body)
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
  // the kind of the failure stands without it
  await bringContract().catch(() => null)
  const problem = readAs(body, ({ Problem }) => Problem)
  const message = problem
    ? (problem.detail ?? problem.title)
    : `The data service answered with an error (${response.status}).`
  return new ApiError(
    kind,
    message,
    response.status,
    problem ? { parameter: problem.parameter ?? null, current: problem.current ?? null } : {},
  )
}
