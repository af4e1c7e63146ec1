import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { postKeyTable } from './schema/shared.ts'

/** What was answered to a POST that was sent with a key. */
export interface KeptAnswer {
  status: number
  etag: string | null
  body: unknown
}

export interface Post {
  /** digest of who asks and of the key */
  name: string
  /** digest of what is asked */
  asked: string
}

export interface KnownPost {
  /** what was asked under the key */
  asked: string
  /** null while it is being done */
  answer: KeptAnswer | null
}

/** Takes a key for one request, whichever instance it came to; where somebody has it, says what is known of that. */
export async function takeKey(
  queries: Queries,
  { name, asked }: Post,
  { at, until }: { at: Date; until: Date },
): Promise<KnownPost | null> {
  const fresh = { asked, until, status: null, etag: null, body: null }
  const taken = await queries
    .insert(postKeyTable)
    .values({ name, ...fresh })
    // a key whose time is over belongs to nobody
    .onConflictDoUpdate({ target: postKeyTable.name, set: fresh, setWhere: lte(postKeyTable.until, at) })
    .returning({ name: postKeyTable.name })
  if (taken.length) return null
  const [known] = await queries.select().from(postKeyTable).where(eq(postKeyTable.name, name))
  if (!known) return await takeKey(queries, { name, asked }, { at, until })
  const { status, etag, body } = known
  return { asked: known.asked, answer: status === null ? null : { status, etag, body } }
}

/**
 * Keeps the answer, in the transaction of what was done: both, or neither. Whoever took too long and lost the key to
 * another is the second of two, whatever became of the key: false, and nothing of theirs may stand.
 */
export async function keepAnswer(
  queries: Queries,
  { name, asked }: Post,
  answer: KeptAnswer,
  until: Date,
): Promise<boolean> {
  const done = { asked, until, ...answer }
  const kept = await queries
    .insert(postKeyTable)
    .values({ name, ...done })
    .onConflictDoUpdate({ target: postKeyTable.name, set: done, setWhere: isNull(postKeyTable.status) })
    .returning({ name: postKeyTable.name })
  return kept.length > 0
}

/** What was not done may be sent again; what was, though its sender was told of an error, was done. */
export async function leaveKey(queries: Queries, name: string): Promise<void> {
  await queries.delete(postKeyTable).where(and(eq(postKeyTable.name, name), isNull(postKeyTable.status)))
}

/** Says that these are being done still. */
export async function holdKeys(queries: Queries, names: readonly string[], until: Date): Promise<void> {
  if (names.length)
    await queries
      .update(postKeyTable)
      .set({ until })
      .where(and(inArray(postKeyTable.name, [...names]), isNull(postKeyTable.status)))
}

export async function forgetKeys(queries: Queries, at: Date): Promise<void> {
  await queries.delete(postKeyTable).where(lte(postKeyTable.until, at))
}
