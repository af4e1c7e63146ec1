import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  json,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Action } from '../../../src/domain/actions/action.ts'
import type {
  KpiAnalysis,
  MilestoneImpact,
  RowAnalysis,
  TestedFamily,
} from '../../../src/domain/analysis/edition-analysis.ts'
import type { Commentary } from '../../../src/domain/commentary/commentary.ts'
import type { Holdings } from '../../../src/domain/editions/holdings.ts'
import type { MemberLabel } from '../../../src/domain/editions/publication.ts'
import { availabilities } from '../../../src/domain/figures/figure.ts'
import type { KpiDefinition } from '../../../src/domain/measures/measure.ts'
import type { Plan } from '../../../src/domain/plans/plan.ts'

/** What is stored of an edition beside its figures, by kind. `holdings` says what the set holds of a measure. */
interface RecordDocuments {
  kpi: KpiDefinition
  member: MemberLabel
  workstream: Plan['workstreams'][number]
  milestone: Plan['milestones'][number]
  trajectory: Plan['trajectories'][number]
  intervention: Plan['interventions'][number]
  risk: Plan['risks'][number]
  action: Action
  commentary: Commentary
  holdings: Holdings
}

const recordKinds = [
  'kpi',
  'member',
  'workstream',
  'milestone',
  'trajectory',
  'intervention',
  'risk',
  'action',
  'commentary',
  'holdings',
] as const satisfies (keyof RecordDocuments)[]

/** One document of a set: its identity and its place among those of its kind. */
export type StoredRecord = {
  [Kind in keyof RecordDocuments]: {
    kind: Kind
    id: string
    position: number
    document: RecordDocuments[Kind]
  }
}[keyof RecordDocuments]

/** What is computed of an edition: of each measure, for its row of the scorecard, the tested family, of each milestone. */
export interface AnalysisDocuments {
  kpi: KpiAnalysis
  row: RowAnalysis
  family: TestedFamily
  impact: MilestoneImpact
}
const analysisKinds = ['kpi', 'row', 'family', 'impact'] as const satisfies (keyof AnalysisDocuments)[]

/** The editions that a row stands in: the last is null while it stands in the newest. */
const span = {
  firstEdition: integer('first_edition').notNull(),
  lastEdition: integer('last_edition'),
}

/**
 * The tables of one audience's set. The two sets have the same columns and share no table, so a reader
 * of one cannot reach the other by a wrong condition.
 */
export function defineAudienceTables(name: 'exact' | 'protected') {
  const series = pgTable(
    `${name}_series`,
    {
      /** in order of first appearance, which is the order that members are listed in */
      id: integer().primaryKey(),
      kpi: text().notNull(),
      dimension: text().notNull(),
      member: text().notNull(),
    },
    (table) => [unique(`${name}_series_key`).on(table.kpi, table.dimension, table.member)],
  )
  const figure = pgTable(
    `${name}_figure`,
    {
      series: integer().notNull(),
      period: text().notNull(),
      /** orders periods of every frequency, and is what a range is compared with */
      periodEnd: date('period_end', { mode: 'string' }).notNull(),
      value: doublePrecision(),
      numerator: doublePrecision(),
      denominator: doublePrecision(),
      n: doublePrecision(),
      availability: text({ enum: availabilities }).notNull(),
      provisional: boolean().notNull(),
      asAt: date('as_at', { mode: 'string' }).notNull(),
      revised: boolean().notNull(),
      previousValue: doublePrecision('previous_value'),
      ...span,
    },
    (table) => [
      // It holds every other column too (INCLUDE, which only the migration can say), so that a series is read from a
      // few pages of it: in the table, which is filled edition by edition, each month lies on a page of its own.
      primaryKey({
        name: `${name}_figure_version`,
        columns: [table.series, table.period, table.firstEdition],
      }),
      uniqueIndex(`${name}_figure_standing`).on(table.series, table.period).where(sql`last_edition is null`),
      // what an edition brought and ended, and what was ever restated, without looking through all the rest
      index(`${name}_figure_opened`).on(table.firstEdition),
      index(`${name}_figure_closed`).on(table.lastEdition).where(sql`last_edition is not null`),
      index(`${name}_figure_revised`).on(table.series, table.period).where(sql`revised`),
    ],
  )
  const record = pgTable(
    `${name}_record`,
    {
      kind: text({ enum: recordKinds }).notNull(),
      id: text().notNull(),
      /** order of first appearance within the kind */
      position: integer().notNull(),
      document: json().notNull(),
      ...span,
    },
    (table) => [
      primaryKey({ name: `${name}_record_version`, columns: [table.kind, table.id, table.firstEdition] }),
      uniqueIndex(`${name}_record_standing`).on(table.kind, table.id).where(sql`last_edition is null`),
    ],
  )
  const analysis = pgTable(
    `${name}_analysis`,
    {
      edition: integer().notNull(),
      kind: text({ enum: analysisKinds }).notNull(),
      /** a measure or a milestone; empty for what concerns the whole edition */
      id: text().notNull(),
      /** order within the kind */
      position: integer().notNull(),
      document: json().notNull(),
    },
    (table) => [primaryKey({ name: `${name}_analysis_key`, columns: [table.edition, table.kind, table.id] })],
  )
  /** the live log of actions: what each says now, whatever an edition froze */
  const action = pgTable(`${name}_action`, {
    id: text().primaryKey(),
    /** order of recording */
    position: integer().notNull(),
    version: integer().notNull(),
    document: json().$type<Action>().notNull(),
  })
  return { series, figure, record, analysis, action }
}

export type AudienceTables = ReturnType<typeof defineAudienceTables>
