import type { Queries } from './database.ts'
import { createEditionReader, type EditionReader } from './edition-reader.ts'
import { exactTables } from './schema/exact.ts'

/** Reads what signed-in officers may see of an edition. */
export function openExactReader(queries: Queries, edition: number): EditionReader {
  return createEditionReader(queries, 'exact', exactTables, edition)
}
