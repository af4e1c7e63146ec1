import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, gt, inArray, lte, or } from 'drizzle-orm'
import type { Access } from '../../src/contract/session.ts'
import type { Queries } from './database.ts'
import { sessionTable, signInTable } from './schema/sessions.ts'

/** 256 bits that nobody can guess. */
export const newSecret = () => randomBytes(32).toString('base64url')

/** What is kept of a secret, or of what would name a person: nobody can go back from it. */
export const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url')

export interface OpenSession {
  id: string
  chosen: Access
  choices: Access[]
  person: string | null
  /** digest of what the provider knows the person by */
  subject: string | null
  seenAt: Date
  endsAt: Date
}

export interface NewSession
  extends Pick<OpenSession, 'chosen' | 'choices' | 'person' | 'subject' | 'endsAt'> {
  visit: string | null
}

/** a session of the demonstration is made by anyone who asks, so their number is bounded: the oldest end first */
const mostSessions = 10_000

/** Opens a session; the secret is for the cookie of its browser alone. */
export async function openSession(queries: Queries, session: NewSession, at: Date): Promise<string> {
  const secret = newSecret()
  await queries.insert(sessionTable).values({ ...session, id: digestOf(secret), begunAt: at, seenAt: at })
  const oldest = queries
    .select({ id: sessionTable.id })
    .from(sessionTable)
    .orderBy(desc(sessionTable.begunAt))
    .offset(mostSessions)
  await queries.delete(sessionTable).where(inArray(sessionTable.id, oldest))
  return secret
}

/** What is over: nothing is kept of whoever was signed in, nor of who never came back. */
export async function forgetSessions(queries: Queries, at: Date): Promise<void> {
  await queries.delete(sessionTable).where(lte(sessionTable.endsAt, at))
  await queries.delete(signInTable).where(lte(signInTable.endsAt, at))
}

/** The session of a cookie, unless its time is over. */
export async function findSession(
  queries: Queries,
  secret: string,
  at: Date,
  idleSince: Date | null,
): Promise<OpenSession | null> {
  const { id, chosen, choices, person, subject, seenAt, endsAt } = sessionTable
  const [row] = await queries
    .select({ id, chosen, choices, person, subject, seenAt, endsAt })
    .from(sessionTable)
    .where(and(eq(id, digestOf(secret)), gt(endsAt, at), idleSince ? gt(seenAt, idleSince) : undefined))
  return row ?? null
}

export async function noteSeen(queries: Queries, id: string, at: Date): Promise<void> {
  await queries.update(sessionTable).set({ seenAt: at }).where(eq(sessionTable.id, id))
}

/** The same session under another role, or the same one, and another secret: the old one is nobody's from now on. */
export async function changeChosen(
  queries: Queries,
  id: string,
  chosen: Access,
  at: Date,
): Promise<string | null> {
  const secret = newSecret()
  const changed = await queries
    .update(sessionTable)
    .set({ id: digestOf(secret), chosen, seenAt: at })
    .where(eq(sessionTable.id, id))
    .returning({ id: sessionTable.id })
  return changed.length ? secret : null
}

export async function endSession(queries: Queries, secret: string): Promise<void> {
  await queries.delete(sessionTable).where(eq(sessionTable.id, digestOf(secret)))
}

/** What the provider has ended: one visit, or everything of one person, that was begun before it said so; whose it was. */
export async function endSessionsOf(
  queries: Queries,
  { subject, visit }: { subject: string | null; visit: string | null },
  saidAt: Date,
): Promise<Pick<OpenSession, 'chosen' | 'person' | 'subject'>[]> {
  const named = [
    ...(visit === null ? [] : [eq(sessionTable.visit, visit)]),
    ...(visit === null && subject !== null ? [eq(sessionTable.subject, subject)] : []),
  ]
  if (named.length === 0) return []
  return await queries
    .delete(sessionTable)
    .where(and(or(...named), lte(sessionTable.begunAt, saidAt)))
    .returning({
      chosen: sessionTable.chosen,
      person: sessionTable.person,
      subject: sessionTable.subject,
    })
}

/** Everybody who is signed in, newest first. */
export async function listSessions(
  queries: Queries,
  at: Date,
): Promise<(typeof sessionTable.$inferSelect)[]> {
  return await queries
    .select()
    .from(sessionTable)
    .where(gt(sessionTable.endsAt, at))
    .orderBy(desc(sessionTable.begunAt))
}

/** Ends those that are still there; whose they were. */
export async function endSessionsWith(
  queries: Queries,
  ids: readonly string[],
): Promise<Pick<OpenSession, 'chosen' | 'person' | 'subject'>[]> {
  const { id, chosen, person, subject } = sessionTable
  if (ids.length === 0) return []
  return await queries
    .delete(sessionTable)
    .where(inArray(id, [...ids]))
    .returning({ chosen, person, subject })
}

export interface PendingSignIn {
  state: string
  nonce: string
  verifier: string
  returnTo: string
}

export async function keepSignIn(queries: Queries, pending: PendingSignIn, until: Date): Promise<string> {
  const secret = newSecret()
  await queries.insert(signInTable).values({ ...pending, id: digestOf(secret), endsAt: until })
  return secret
}

/** The sign-in of a cookie, once: whoever sends it again finds nothing. */
export async function takeSignIn(queries: Queries, secret: string, at: Date): Promise<PendingSignIn | null> {
  const [taken] = await queries
    .delete(signInTable)
    .where(eq(signInTable.id, digestOf(secret)))
    .returning()
  return taken && taken.endsAt > at ? taken : null
}
