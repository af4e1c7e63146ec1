import type { Database } from './db/database.ts'
import { forgetFilesBefore } from './db/load-store.ts'
import { forgetKeys } from './db/post-keys.ts'
import { forgetCounts } from './db/request-counts.ts'
import { forgetSessions } from './db/session-store.ts'
import { tryLockUntilEnd } from './db/shared-locks.ts'

const everyMs = 60_000
/** So long the files of a load wait for somebody to publish them. */
const filesWaitMs = 24 * 60 * 60 * 1000

/** Takes out what is over, unless another instance is at it; says whether it did. */
export async function keepHouse({ queries }: Pick<Database, 'queries'>, at: Date): Promise<boolean> {
  return await queries.transaction(async (transaction) => {
    if (!(await tryLockUntilEnd(transaction, 'housekeeping'))) return false
    await forgetCounts(transaction, at)
    await forgetKeys(transaction, at)
    await forgetSessions(transaction, at)
    await forgetFilesBefore(transaction, new Date(at.getTime() - filesWaitMs))
    return true
  })
}

/** Keeps house every minute until it is stopped. */
export function keepHouseRegularly(database: Pick<Database, 'queries'>): () => void {
  // what cannot be done now, because the database is out of reach, is done in a minute
  const timer = setInterval(
    () => void keepHouse(database, new Date()).catch(() => undefined),
    everyMs,
  ).unref()
  return () => clearInterval(timer)
}
