import { sql } from 'drizzle-orm'
import { integer, json, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Commentary } from '../../../src/domain/commentary/commentary.ts'
import type { Withholding } from '../../../src/domain/disclosure/withholding.ts'
import { defineAudienceTables } from './versioned.ts'

/** What signed-in officers may see. */
export const exactTables = defineAudienceTables('exact')
export const {
  series: exactSeries,
  figure: exactFigure,
  record: exactRecord,
  analysis: exactAnalysis,
  action: exactAction,
} = exactTables

/** What a sender called its recording, so that one sent twice over a poor line is recorded once. */
export const exactActionKey = pgTable('exact_action_key', {
  key: text().primaryKey(),
  action: text().notNull(),
})

/** Commentary for the next edition: officers alone read it until it is published. */
export const exactCommentaryDraft = pgTable(
  'exact_commentary_draft',
  {
    kpi: text().notNull(),
    period: text().notNull(),
    authorRole: text('author_role').notNull(),
    version: integer().notNull(),
    document: json().$type<Commentary>().notNull(),
  },
  (table) => [
    primaryKey({ name: 'exact_commentary_draft_key', columns: [table.kpi, table.period, table.authorRole] }),
  ],
)

/**
 * Which rule hides what of a figure from the panel. It says more of a withheld figure than that it is withheld, so no
 * table of the protected set holds it, and nothing that the panel reads is made from it.
 */
export const exactWithheld = pgTable(
  'exact_withheld',
  {
    /** of the exact set */
    series: integer().notNull(),
    period: text().notNull(),
    document: json().$type<Pick<Withholding, 'hides' | 'rule' | 'against'>>().notNull(),
    firstEdition: integer('first_edition').notNull(),
    lastEdition: integer('last_edition'),
  },
  (table) => [
    primaryKey({ name: 'exact_withheld_version', columns: [table.series, table.period, table.firstEdition] }),
    uniqueIndex('exact_withheld_standing').on(table.series, table.period).where(sql`last_edition is null`),
  ],
)
