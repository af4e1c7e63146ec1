import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { SettingError } from '../setting-error.ts'
import { noRoomBehind } from './no-room.ts'

/** The embedded database takes one process at a time; another one has it. */
export class LockedError extends Error {
  readonly owner: number
  constructor(directory: string, owner: number) {
    super(
      `${directory} is in use by another process (${owner}). Stop that one first, or give this one a directory of its own with DATA_DIR.`,
    )
    this.name = 'LockedError'
    this.owner = owner
  }
}

export interface Lock {
  release: () => void
}

/**
 * Takes a data directory for this process. A lock whose process has ended without releasing it (killed, or the
 * machine went down) is taken over.
 */
export function lockDirectory(directory: string): Lock {
  const path = join(directory, 'lock')
  try {
    mkdirSync(directory, { recursive: true })
    accessSync(directory, constants.W_OK | constants.X_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SettingError(
      `DATA_DIR cannot be ${directory} (${reason}). Give a folder that this user may write to.`,
    )
  }
  for (let attempt = 0; attempt < 3; attempt++) {
    if (create(path)) return { release: () => release(path) }
    const owner = ownerOf(path)
    if (owner !== null && isRunning(owner)) throw new LockedError(directory, owner)
    rmSync(path, { force: true })
  }
  throw new Error(`${path} is being taken by several processes at once. Try again.`)
}

/** `wx` makes the file only where there is none, so of two processes one succeeds. */
function create(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600)
    try {
      writeSync(file, `${process.pid}\n`)
    } catch (error) {
      // on a full disk the file can be made and not be written
      rmSync(path, { force: true })
      throw error
    } finally {
      closeSync(file)
    }
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw noRoomBehind(error) ?? error
  }
}

function ownerOf(path: string): number | null {
  try {
    const owner = Number.parseInt(readFileSync(path, 'utf8'), 10)
    return Number.isInteger(owner) && owner > 0 ? owner : null
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

/** Signal 0 only asks whether the process is there; EPERM says that it is, as another user. */
export function isRunning(owner: number): boolean {
  if (owner === process.pid) return false
  try {
    process.kill(owner, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function release(path: string) {
  if (ownerOf(path) === process.pid) rmSync(path, { force: true })
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
