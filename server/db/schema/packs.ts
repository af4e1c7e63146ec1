import { json, pgTable, text, timestamp } from 'drizzle-orm/pg-core'
import type { PackAsStored } from '../../../src/domain/packs/stored-form.ts'

/**
 * Packs that were too long for an address: which charts, and words. They hold no figure, so they belong to neither
 * audience's set.
 */
export const packTable = pgTable('pack', {
  /** made of the document, which therefore never changes */
  id: text().primaryKey(),
  document: json().$type<PackAsStored>().notNull(),
  storedAt: timestamp('stored_at', { withTimezone: true, mode: 'date' }).notNull(),
})
