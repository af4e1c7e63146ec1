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
import type { Load, ScheduledState } from '../../../src/contract/loads.ts'
import type { Actor } from '../../../src/domain/audit/deed.ts'
import type { GivenNaming } from '../../loads/given-naming.ts'

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

/** A staged load that waits for its time, as it was decided; the row goes when its edition stands, or is called off. */
export const scheduledLoadTable = pgTable('scheduled_load', {
  load: text()
    .primaryKey()
    .references(() => loadTable.id, { onDelete: 'cascade' }),
  at: instant('at'),
  naming: json().$type<GivenNaming>().notNull(),
  by: json().$type<Actor>().notNull(),
  state: text().$type<ScheduledState>().notNull(),
  /** why it was not published; null while it waits */
  why: text(),
})
