import type { Queries } from './database.ts'
import { createEditionReader, type EditionReader } from './edition-reader.ts'
import { protectedTables } from './schema/protected.ts'

/** Reads what everybody may see of an edition. This file names no exact table and imports nothing that does. */
export function openProtectedReader(queries: Queries, edition: number): EditionReader {
  return createEditionReader(queries, 'protected', protectedTables, edition)
}
