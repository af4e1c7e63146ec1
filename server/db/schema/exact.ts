import { integer, json, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Commentary } from '../../../src/domain/commentary/commentary.ts'
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
