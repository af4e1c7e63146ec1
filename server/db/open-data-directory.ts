import { accessSync, constants, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DrizzleError } from 'drizzle-orm/errors'
import { describeError } from '../log/loggable-error.ts'
import { SettingError } from '../setting-error.ts'
import { type Database, openEmbeddedDatabase } from './database.ts'
import { lockDirectory } from './lock.ts'
import { freeBytes, NoRoomError, noRoomBehind } from './no-room.ts'

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
      ...database,
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
  if (isNew) refuseWithoutRoom(dirname(folder))
  else refuseUnusable(folder)
  const processFile = join(folder, 'postmaster.pid')
  const hadProcessFile = existsSync(processFile)
  try {
    return await openEmbeddedDatabase({ folder })
  } catch (error) {
    // what a creation that failed has left is no database, and nobody's figures
    if (isNew) rmSync(folder, { recursive: true, force: true })
    if (isNew) throw noRoomBehind(error) ?? error
    // written by the attempt itself, which is over
    if (!hadProcessFile) rmSync(processFile, { force: true })
    throw isShortOfRoom(dirname(folder))
      ? new NoRoomToOpenError()
      : new CorruptedError(folder, reasonOf(error))
  }
}

/** A database that needs its journal to come back needs room for it; it is whole, and says so wrongly by itself. */
export class NoRoomToOpenError extends Error {
  constructor() {
    super(
      'The database cannot be opened: there is no room left on the disk of the data folder (DATA_DIR). Everything published stands. Make room on that disk, then start again; move nothing away.',
    )
    this.name = 'NoRoomToOpenError'
  }
}

/** A new database takes 40 MB before anything is in it, and its journal needs room to grow. */
const roomForNew = 96 * 2 ** 20
/** An opening that comes back from an abrupt end may need another piece of journal. */
const roomForOpening = 32 * 2 ** 20

function isShortOfRoom(directory: string): boolean {
  return freeBytes(directory) < roomForOpening
}

function refuseWithoutRoom(directory: string) {
  if (freeBytes(directory) < roomForNew) throw new NoRoomError('the data folder (DATA_DIR)')
}

function refuseUnusable(folder: string) {
  refuseIncomplete(folder)
  for (const path of ['', ...essentials]) {
    try {
      accessSync(join(folder, path), constants.W_OK)
    } catch (error) {
      throw new SettingError(
        `The database in ${folder} cannot be written (${reasonOf(error)}). Let this user write to it, or give another folder with DATA_DIR.`,
      )
    }
  }
}

/** Node says why a file cannot be used in words without content; of other errors the kind is said alone. */
function reasonOf(error: unknown): string {
  return error instanceof Error && !(error instanceof DrizzleError) ? error.message : describeError(error)
}

function refuseIncomplete(folder: string) {
  if (!isFolder(folder)) throw new CorruptedError(folder, 'it is not a folder')
  const absent = essentials.filter((name) => !existsSync(join(folder, name)))
  if (absent.length) throw new CorruptedError(folder, `without ${absent.join(', ')}`)
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory()
}
