import { integer, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core'
import type { SavedMapping } from '../../../src/contract/mappings.ts'

/** Mappings that were saved under a name, each version of them: what is read as what, and never a cell of a file. */
export const savedMappingTable = pgTable(
  'saved_mapping',
  {
    name: text().notNull(),
    version: integer().notNull(),
    /** null where the name is not recognised by any more */
    mapping: json().$type<NonNullable<SavedMapping['mapping']>>(),
    fingerprints: json().$type<SavedMapping['fingerprints']>().notNull(),
    who: text().notNull(),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.name, table.version] })],
)
