import { sql } from 'drizzle-orm'
import { boolean, check, date, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Whose database this is: one row, never another. */
export const organisationTable = pgTable(
  'organisation',
  {
    only: integer().primaryKey(),
    name: text().notNull(),
    service: text().notNull(),
    illustrative: boolean().notNull(),
    marking: text().notNull(),
    timezone: text().notNull(),
  },
  (table) => [check('organisation_is_one', sql`${table.only} = 1`)],
)

export const editionTable = pgTable('edition', {
  number: integer().primaryKey(),
  label: text().notNull(),
  publishedAt: timestamp('published_at', { withTimezone: true, mode: 'date' }).notNull(),
  dataAsAt: date('data_as_at', { mode: 'string' }).notNull(),
  note: text(),
  supersededBy: integer('superseded_by'),
  withdrawn: boolean().notNull(),
  /** when and why; null while it stands */
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true, mode: 'date' }),
  withdrawnReason: text('withdrawn_reason'),
  /** the earlier edition that it was rolled back to, whose figures stand in it again; null of any other */
  standsOn: integer('stands_on'),
})
