import { type SQL, sql } from 'drizzle-orm'
import type { Queries } from './queries.ts'

/** Marks our locks among those of other programs on the same server: "GOVD" in ASCII. */
const ours = 0x474f5644

/** What one instance at a time may do, over all machines. Numbers are never used again for something else. */
const numbers = { migration: 1, publication: 2, housekeeping: 3, audit: 4, sources: 5 } as const

export type SharedLock = keyof typeof numbers

/** The two numbers of a lock, as PostgreSQL's functions for advisory locks take them. */
export function keyOfLock(lock: SharedLock): SQL {
  return sql.raw(`${ours}, ${numbers[lock]}`)
}

/** Waits for the lock, and holds it until the transaction ends, however it ends: a killed instance keeps nothing. */
export async function lockUntilEnd(transaction: Queries, lock: SharedLock): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(${keyOfLock(lock)})`)
}

/** Takes the lock until the transaction ends where nobody has it, and says whether it did. */
export async function tryLockUntilEnd(transaction: Queries, lock: SharedLock): Promise<boolean> {
  const taken = sql<boolean>`pg_try_advisory_xact_lock(${keyOfLock(lock)})`
  const [row] = await transaction.select({ taken }).from(sql`(values (1)) as one`)
  return row?.taken ?? false
}
