import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { findPerson, type PersonKind } from '../../src/contract/person-in-text.ts'
import { isPersonName } from '../../src/domain/persons/person-name.ts'
import type { RowOrigin } from '../../src/ingest/apply-mapping.ts'
import type { FileMapping } from '../../src/ingest/mapping.ts'
import type { Sheet } from './sheets/sheet.ts'

/** One file of a load, wherever it lies. It can be read again from its beginning. */
export interface SourceFile {
  /** without its folder: what says which kind of file it is */
  name: string
  /** as problems name it */
  label: string
  /** named one by one, not found in a folder: one that cannot be used is then an error */
  isNamed: boolean
  open: () => Promise<AsyncIterable<Uint8Array>>
  /** of a sheet of a workbook: what stands in it; `name` is then the workbook's */
  sheet?: SourceSheet
}

/** A workbook that cannot be read has one sheet, whose rows say why. */
export interface SourceSheet extends Sheet {
  /** whether the workbook has no other that is shown */
  isOnly: boolean
}

export function fileOnDisk(path: string, label = path, isNamed = true): SourceFile {
  return { name: basename(label), label, isNamed, open: async () => createReadStream(path) }
}

/** Of which file a row is, as a mapping may read it. */
export function originOf({ label, name, sheet }: SourceFile): RowOrigin {
  return { label, name, sheet: sheet?.name ?? '' }
}

/** Where the records of a mapped file of JSON are; undefined where the file is a table. */
export function recordsOf({ name }: SourceFile, mapping: FileMapping | null): string | undefined {
  return mapping && /\.json$/i.test(name) ? (mapping.records ?? '') : undefined
}

/** What of a person a path gives away, in its whole or as the name of a file or folder. @example 'margaret.example.csv' */
export function findPersonInPath(path: string): PersonKind | null {
  const parts = path.split(/[\\/]/).map((part) => part.replace(/\.[A-Za-z]{2,5}$/, ''))
  return findPerson(path) ?? (parts.some(isPersonName) ? 'name' : null)
}
