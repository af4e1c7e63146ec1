import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRunning } from '../db/lock.ts'

const prefix = 'governance-loads-'

/** Where the files of a load wait until it is published: a folder of this process alone. */
export function stagingFolderHere(): string {
  return join(tmpdir(), `${prefix}${process.pid}`)
}

/**
 * Removes what services left that were ended without being asked: exact figures that were never published must not
 * outlive them. What belongs to another user, or to a process that runs, is left.
 */
export async function clearAbandoned(folder: string = tmpdir()): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const abandoned = names.filter((name) => {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : 0
    return Number.isInteger(owner) && owner > 0 && !isRunning(owner)
  })
  await Promise.all(
    abandoned.map((name) => rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)),
  )
}
