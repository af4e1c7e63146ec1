import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, openEmbeddedDatabase } from './database.ts'
import { lockDirectory } from './lock.ts'

/** The folder is there and is no database that can be opened; it is left exactly as it is. */
export class CorruptedError extends Error {
  constructor(folder: string, reason: string) {
    super(
      `${folder} cannot be opened as a database (${reason}). No figure in it was touched. Put back a copy of it, or move it away and start again: the service then begins with an empty one.`,
    )
    this.name = 'CorruptedError'
  }
}

/** What a PostgreSQL data folder cannot do without. */
const essentials = ['PG_VERSION', 'base', 'global/pg_control', 'pg_wal']

/**
 * Opens the embedded database of a data directory for this process alone, at its newest migration. Refuses a
 * directory that another process has, and one that is damaged, without touching either.
 */
export async function openDataDirectory(directory: string): Promise<Database> {
  const lock = lockDirectory(directory)
  try {
    const database = await openFolder(join(directory, 'pg'))
    return {
      queries: database.queries,
      close: async () => {
        await database.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function openFolder(folder: string): Promise<Database> {
  const isNew = !existsSync(folder) || (isFolder(folder) && readdirSync(folder).length === 0)
  if (!isNew) refuseIncomplete(folder)
  const processFile = join(folder, 'postmaster.pid')
  const hadProcessFile = existsSync(processFile)
  try {
    return await openEmbeddedDatabase({ folder })
  } catch (error) {
    if (isNew) throw error
    // written by the attempt itself, which is over
    if (!hadProcessFile) rmSync(processFile, { force: true })
    throw new CorruptedError(folder, error instanceof Error ? error.message : String(error))
  }
}

function refuseIncomplete(folder: string) {
  if (!isFolder(folder)) throw new CorruptedError(folder, 'it is not a folder')
  const absent = essentials.filter((name) => !existsSync(join(folder, name)))
  if (absent.length) throw new CorruptedError(folder, `without ${absent.join(', ')}`)
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory()
}
