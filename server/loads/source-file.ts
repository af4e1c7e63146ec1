import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { findPerson, type PersonKind } from '../../src/contract/person-in-text.ts'
import { isPersonName } from '../../src/domain/persons/person-name.ts'

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

/** What of a person a path gives away, in its whole or as the name of a file or folder. @example 'margaret.example.csv' */
export function findPersonInPath(path: string): PersonKind | null {
  const parts = path.split(/[\\/]/).map((part) => part.replace(/\.[A-Za-z]{2,5}$/, ''))
  return findPerson(path) ?? (parts.some(isPersonName) ? 'name' : null)
}
