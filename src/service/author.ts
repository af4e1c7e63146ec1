import type { ActionAuthor } from '../domain/actions/change-action.ts'
import { fewPeopleInWords, findFewPeople } from '../domain/disclosure/few-people-in-text.ts'
import { dayOf } from '../domain/periods/day-of.ts'
import type { Asker } from './operation.ts'
import { ProblemError } from './problem.ts'
import type { Store } from './store.ts'

/** Who writes, and when. */
export async function identifyAuthor(
  store: Store,
  { session: { role, name }, at }: Asker,
): Promise<ActionAuthor> {
  return { role, name, at, day: await todayHere(store, at) }
}

/** The day of an instant where the council is. */
export async function todayHere(store: Store, at: string): Promise<string> {
  const organisation = await store.readOrganisation()
  return dayOf(at, organisation?.timezone ?? 'Europe/London')
}

/**
 * Releasing is a right of its own.
 * @throws ProblemError 403 for roles that have it not
 */
export function refuseRelease({ session: { name, can } }: Pick<Asker, 'session'>): void {
  if (can.includes('release')) return
  throw new ProblemError(
    403,
    `Leads and the director say what everybody may read; the role "${name}" may not. Save it for officers, and ask one of them to release it.`,
    { parameter: 'release', value: 'public', allowed: 'officer' },
  )
}

/**
 * Words that everybody will read and that may give few people away are released once somebody has said that they do not.
 * @throws ProblemError 400 that names the field `confirmed`
 */
export function refuseUnconfirmed(
  texts: readonly (string | null | undefined)[],
  isConfirmed: boolean | undefined,
): void {
  const found = fewPeopleInWords(findFewPeople(texts.filter(Boolean).join('\n\n')))
  if (found === null || isConfirmed) return
  throw new ProblemError(400, found, {
    parameter: 'confirmed',
    allowed: 'true, once the words were looked at',
  })
}
