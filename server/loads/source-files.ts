import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { UsageError } from '../read-options.ts'
import { fileOnDisk, type SourceFile } from './source-file.ts'
import { listZip } from './zip-files.ts'

/** A path that was asked for and is not there. */
export class NoSuchPathError extends Error {
  constructor(path: string) {
    super(`there is no file or folder ${path}`)
    this.name = 'NoSuchPathError'
  }
}

/** Refuses paths that are not there, before anything is opened for them. */
export async function requirePaths(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (!(await stat(path).catch(() => null))) throw new NoSuchPathError(path)
  }
}

/** Refuses a folder where one file is meant. */
export async function requireFile(path: string, option = '--mapping'): Promise<void> {
  if ((await stat(path)).isDirectory()) throw new UsageError(`${path} is a folder; ${option} needs a file`)
}

/** The files of a load: each path is a file, a folder (its own files, not those of folders inside) or a zip. */
export async function collectSources(paths: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(paths.map(collect))
  return found.flat()
}

/** Tables and JSON: what else lies in a folder is none of a load. */
const fileOfLoad = /\.(csv|tsv|txt|json|zip|xlsx|xlsm|ods)$/i

/**
 * The files of a path as they are sent: a zip as it is, those of a folder one by one, and only those that may be of a
 * load, or that its mapping names.
 */
export async function listSent(
  path: string,
  mapping: string,
): Promise<Pick<SourceFile, 'label' | 'isNamed'>[]> {
  if (!(await stat(path)).isDirectory()) return [{ label: path, isNamed: true }]
  const found = await collectSources([path])
  return found.filter(({ name }) => fileOfLoad.test(name) || mapping.includes(JSON.stringify(name)))
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
