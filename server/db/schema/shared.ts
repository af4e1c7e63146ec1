import {
  boolean,
  customType,
  foreignKey,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'
import type { Load } from '../../../src/contract/loads.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' }).notNull()

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** A POST that was sent with a key, and its answer once there is one. */
export const postKeyTable = pgTable('post_key', {
  /** digest of who asked and of the key */
  name: text().primaryKey(),
  /** digest of what was asked */
  asked: text().notNull(),
  until: instant('until'),
  /** null while it is being done */
  status: integer(),
  etag: text(),
  body: json().$type<unknown>(),
})

/** What one asker asked in this minute. Not logged by the server: after a crash everybody begins anew. */
export const requestCountTable = pgTable('request_count', {
  /** digest of a session or an address */
  name: text().primaryKey(),
  count: integer().notNull(),
  endsAt: instant('ends_at'),
})

/** A load as whoever sent it is told of it. */
export const loadTable = pgTable('load', {
  id: text().primaryKey(),
  document: json().$type<Load>().notNull(),
  /** the newest edition when it was checked; 0 where there was none */
  standsOn: integer('stands_on').notNull(),
  begunAt: instant('begun_at'),
})

/** A file as it was sent; it goes when its load is published, refused or old. */
export const loadFileTable = pgTable(
  'load_file',
  {
    load: text()
      .notNull()
      .references(() => loadTable.id, { onDelete: 'cascade' }),
    place: integer().notNull(),
    label: text().notNull(),
    isMapping: boolean('is_mapping').notNull(),
    isNamed: boolean('is_named').notNull(),
  },
  (table) => [primaryKey({ name: 'load_file_key', columns: [table.load, table.place] })],
)

/** A file in pieces: none is ever held whole. */
export const loadPieceTable = pgTable(
  'load_piece',
  {
    load: text().notNull(),
    place: integer().notNull(),
    piece: integer().notNull(),
    content: bytes().notNull(),
  },
  (table) => [
    primaryKey({ name: 'load_piece_key', columns: [table.load, table.place, table.piece] }),
    foreignKey({
      name: 'load_piece_of_file',
      columns: [table.load, table.place],
      foreignColumns: [loadFileTable.load, loadFileTable.place],
    }).onDelete('cascade'),
  ],
)
