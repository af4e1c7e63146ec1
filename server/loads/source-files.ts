import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { listZip } from './zip-files.ts'

/** One file of a load, wherever it lies. It can be read again from its beginning. */
export interface SourceFile {
  /** without its folder: what says which kind of file it is */
  name: string
  /** as problems name it */
  label: string
  /** named one by one, not found in a folder: one that cannot be used is then an error */
  isNamed: boolean
  open: () => Promise<AsyncIterable<Uint8Array>>
}

/** A path that was asked for and is not there. */
export class NoSuchPathError extends Error {
  constructor(path: string) {
    super(`there is no file or folder ${path}`)
    this.name = 'NoSuchPathError'
  }
}

export function fileOnDisk(path: string, label = path, isNamed = true): SourceFile {
  return { name: basename(label), label, isNamed, open: async () => createReadStream(path) }
}

/** Refuses paths that are not there, before anything is opened for them. */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (!(await stat(path).catch(() => null))) throw new NoSuchPathError(path)
  }
}

/** The files of a load: each path is a file, a folder (its own files, not those of folders inside) or a zip. */
export async function collectSources(paths: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(paths.map(collect))
  return found.flat()
}

async function collect(path: string): Promise<SourceFile[]> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new NoSuchPathError(path)
  if (found.isDirectory()) {
    const entries = await readdir(path, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ name }) => fileOnDisk(join(path, name), join(path, name), false))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }
  return await openIfZip(fileOnDisk(path), path)
}

/** A zip stands for the files inside it. */
export async function openIfZip(source: SourceFile, path: string): Promise<SourceFile[]> {
  return extname(source.name).toLowerCase() === '.zip' ? await listZip(path, source.label) : [source]
}
