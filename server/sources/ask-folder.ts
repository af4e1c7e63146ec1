import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { mostFiles } from '../../src/contract/bounds.ts'
import { isOfPattern } from '../../src/ingest/mapping/cut-text.ts'
import { noRoomBehind } from '../db/no-room.ts'
import { codeOf } from '../log/loggable-error.ts'
import { type Asking, type Brought, keepFile } from './brought.ts'
import { SourceError } from './source-error.ts'
import type { FolderSource } from './source-settings.ts'

/** A file whose size or time differs between two looks is still being written. */
const mostLooks = 6

/** What programs lay beside a file while they write it, and what they hide. */
const unfinished = /^\.|^~|\.(tmp|temp|part|partial|crdownload)$|~$/i

interface Seen {
  name: string
  path: string
  size: number
  changedAt: number
}

/** The files of a folder that somebody else fills, once nobody writes them any more. */
export async function askFolder(source: FolderSource, asking: Asking): Promise<Brought> {
  const seen = await lookUntilSteady(source, asking.signal)
  const files = []
  for (const [place, { name, path, size, changedAt }] of seen.entries()) {
    files.push(await keepFile(asking, place, name, createReadStream(path)).catch(unreadable))
    const after = await stat(path).catch(() => null)
    if (after?.size !== size || after.mtimeMs !== changedAt) throw stillWritten()
  }
  return { files, noticed: [], note: null }
}

async function lookUntilSteady(source: FolderSource, signal: AbortSignal): Promise<Seen[]> {
  let before = await look(source)
  for (let looks = 1; looks < mostLooks; looks++) {
    await wait(source.steadySeconds * 1000, undefined, { signal })
    const now = await look(source)
    if (JSON.stringify(now) === JSON.stringify(before)) return now
    before = now
  }
  throw stillWritten()
}

/** A drive that brings its files only when they are opened fails here, as does a file for somebody else alone. */
function unreadable(error: unknown): never {
  const code = codeOf(error)
  if (error instanceof SourceError || code === null || noRoomBehind(error) || code === 'ABORT_ERR')
    throw error
  throw new SourceError(
    `a file of the folder cannot be read (${code}): may the service's user read it, and is it on this machine in full?`,
  )
}

function stillWritten(): SourceError {
  return new SourceError(
    'a file is still being written: it is taken once its size stays the same. Ask again, or choose a later time in "schedule"',
  )
}

async function look({ folder, files: patterns, newest }: FolderSource): Promise<Seen[]> {
  const names = await namesIn(folder)
  const found = new Map<string, Seen>()
  for (const pattern of patterns) {
    const own = await Promise.all(
      names.filter((name) => isOfPattern(name, pattern)).map((name) => see(folder, name)),
    )
    const there = own.flatMap((one) => one ?? []).toSorted((a, b) => b.changedAt - a.changedAt)
    for (const one of newest ? there.slice(0, 1) : there) found.set(one.name, one)
  }
  if (found.size === 0)
    throw new SourceError(
      'no file of these names is in the folder: look at "files", and whether whoever fills it has done so',
    )
  if (found.size > mostFiles)
    throw new SourceError(
      `more than ${mostFiles} files of these names are in the folder: move older ones away, or say "newest": true`,
    )
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.filter((entry) => entry.isFile() && !unfinished.test(entry.name)).map(({ name }) => name)
  } catch (error) {
    throw new SourceError(
      `the folder cannot be read (${codeOf(error) ?? 'no reason given'}): is it there, is its drive connected, and may the service's user read it?`,
    )
  }
}

/** null where it went away between two looks */
async function see(folder: string, name: string): Promise<Seen | null> {
  const path = join(folder, name)
  const found = await stat(path).catch(() => null)
  return found && { name, path, size: found.size, changedAt: found.mtimeMs }
}
