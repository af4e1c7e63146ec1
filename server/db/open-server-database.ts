import { describeError } from '../log/loggable-error.ts'
import { conflictBehind } from './conflict.ts'
import { type Database, openPostgres } from './database.ts'

/** There is no way to the server, or it lets nobody in. Its address is not repeated: there may be a password in it. */
export class DatabaseUnreachableError extends Error {
  constructor(error: unknown) {
    super(
      `The database of DATABASE_URL cannot be used (${describeError(error)}). Is the server running, are its address, user and password right, and may that user make tables? Nothing was changed.`,
    )
    this.name = 'DatabaseUnreachableError'
  }
}

/** What PostgreSQL says of a user or a database that it does not know, or that may not do this. */
const codesOfRefusal = /^(28\w{3}|3D000|42501|25006)$/

/** Opens a PostgreSQL server at its newest migration, or says in words why not. */
export async function openServerDatabase(url: string, readUrl: string | null = null): Promise<Database> {
  try {
    return await openPostgres(url, { readUrl })
  } catch (error) {
    if (conflictBehind(error) === 'out-of-reach' || isRefused(error))
      throw new DatabaseUnreachableError(error)
    throw error
  }
}

function isRefused(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 8; error = error.cause, depth++) {
    if ('code' in error && typeof error.code === 'string' && codesOfRefusal.test(error.code)) return true
  }
  return false
}
