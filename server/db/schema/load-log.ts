import { integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { LoadLogEntry } from '../../../src/contract/load-log.ts'
import type { TakeBack } from '../../../src/contract/take-back.ts'

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** Every load that was ever checked, and the edition that it became; its files and its problems are not kept. */
export const loadLogTable = pgTable('load_log', {
  id: text().primaryKey(),
  at: instant('at').notNull(),
  who: text().notNull(),
  state: text().$type<LoadLogEntry['state']>().notNull(),
  files: json().$type<LoadLogEntry['files']>().notNull(),
  mapping: json().$type<LoadLogEntry['mapping']>(),
  errors: integer().notNull(),
  notices: integer().notNull(),
  changes: json().$type<LoadLogEntry['changes']>().notNull(),
  edition: integer(),
  publishedAt: instant('published_at'),
  publishedBy: text('published_by'),
  label: text(),
  note: text(),
  reason: text(),
  /** of a load without files: what it takes back */
  takesBack: json('takes_back').$type<TakeBack>(),
})
