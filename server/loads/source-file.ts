import { createReadStream } from 'node:fs'
import { basename } from 'node:path'

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

export function fileOnDisk(path: string, label = path, isNamed = true): SourceFile {
  return { name: basename(label), label, isNamed, open: async () => createReadStream(path) }
}
