import * as z from 'zod/mini'
import type { ActionAuthor } from '../src/domain/actions/change-action.ts'
import { dayOf } from '../src/domain/periods/day-of.ts'
import { currentSession, db } from './db.ts'
import { fail } from './failures/fail.ts'
import { failureOfResource } from './failures/failing-resource.ts'
import { badParameter, problem } from './respond.ts'

/** Who writes, and when; or the refusal of a role that may not. */
export function readAuthor(
  permission: 'write-actions' | 'write-commentary' | 'store-packs',
): ActionAuthor | Response {
  const { role, name, can } = currentSession()
  if (!can.includes(permission)) {
    return problem(403, 'Not permitted', `The role "${name}" may read this and not write it.`)
  }
  const at = new Date().toISOString()
  return { role, name, at, day: dayOf(at, db.organisation.timezone) }
}

/** Today, where the council is. */
export function today(): string {
  return dayOf(new Date().toISOString(), db.organisation.timezone)
}

/** The body as its schema reads it, or the refusal that names what is wrong with it. */
export async function readBody<T extends z.ZodMiniType>(
  request: Request,
  schema: T,
): Promise<{ body: z.infer<T> } | Response> {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    return problem(415, 'Wrong content type', 'Send JSON.')
  }
  const given: unknown = await request.json().catch(() => null)
  const parsed = z.safeParse(schema, given)
  if (parsed.success) return { body: parsed.data }
  const [issue] = parsed.error.issues
  const parameter = String(
    issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : (issue?.path[0] ?? ''),
  )
  const value = new Map(Object.entries(given ?? {})).get(parameter)
  return badParameter(parameter, String(value ?? ''), issue?.message ?? 'a value of another form')
}

/** Fails a reading of no edition where that is asked for; else answers it. */
export function answerLive(resource: string, whole: () => Response | Promise<Response>) {
  const failure = failureOfResource(resource)
  return failure ? fail(failure, whole, whole) : whole()
}

/** A reply to who wrote, with the version that stands now. */
export function withTag(response: Response, tag: string): Response {
  response.headers.set('etag', tag)
  return response
}
