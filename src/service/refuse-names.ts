import { isPersonName } from '../domain/persons/person-name.ts'
import { ProblemError } from './problem.ts'

/**
 * Refuses a body in which a text is nothing but somebody's name, whichever field it stands in: a role, a title, a
 * word of a pack. The field is named, never what stands there. Names inside a sentence are not found (0024).
 */
export function refuseNames<Body>(body: Body): Body {
  if (typeof body !== 'object' || body === null) return body
  for (const [parameter, value] of Object.entries(body)) {
    if (!holdsName(value)) continue
    const allowed = 'a role, a team or a title: no person is named here'
    throw new ProblemError(400, `${parameter} names a person. Allowed: ${allowed}.`, { parameter, allowed })
  }
  return body
}

/** A body is no deeper than the API reads (`deepestJson`). */
function holdsName(value: unknown): boolean {
  if (typeof value === 'string') return isPersonName(value.trim())
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsName)
}
