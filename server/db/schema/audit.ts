import { index, integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { AuditEntry, AuditSubject, Deed } from '../../../src/domain/audit/deed.ts'

/**
 * Who did what, when and on what: a chain in which each row's hash holds the one before it. A trigger of the migration
 * refuses to change or delete a row.
 */
export const auditTable = pgTable(
  'audit',
  {
    /** from 1, without a gap */
    place: integer().primaryKey(),
    at: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    who: text().notNull(),
    account: text(),
    role: text().notNull(),
    deed: text().$type<Deed>().notNull(),
    about: json().$type<AuditSubject>().notNull(),
    outcome: text().$type<AuditEntry['outcome']>().notNull(),
    hash: text().notNull(),
    /** digest of what is kept once a day and session, however often it is done; null of all else. Not in the hash. */
    once: text().unique('audit_once'),
  },
  (table) => [index('audit_deed').on(table.deed, table.place), index('audit_at').on(table.at)],
)
