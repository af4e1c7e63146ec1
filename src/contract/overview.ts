import * as z from 'zod/mini'
import { noPositionReasons, standings } from '../domain/trajectory/position.ts'
import { Audience, isoDate, period } from './common.ts'
import { Aggregation, Break, Direction, Frequency, Noun, RateBase, Target, Theme, Unit } from './measure.ts'
import { Milestone } from './milestone.ts'
import { RowAnalysis } from './row-analysis.ts'
import { Series } from './series.ts'

/** Where the latest figure stands against the value planned for its period. */
const PlanPosition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-plan') }),
  z.object({
    kind: z.literal('unknown'),
    /** why: the figure is overdue, suppressed, missing or outside the planned span */
    reason: z.enum(noPositionReasons),
  }),
  z.object({
    kind: z.literal('position'),
    period,
    planned: z.number(),
    /** actual minus planned */
    gap: z.number(),
    /** `better`, `level` or `worse` than planned; `none` for a neutral measure */
    standing: z.enum(standings),
    /** months ahead of (positive) or behind the plan; null where this value was never planned */
    monthsAhead: z.nullable(z.number()),
  }),
])

export const OverviewRow = z.object({
  id: z.string(),
  name: z.string(),
  theme: Theme,
  unit: Unit,
  aggregation: Aggregation,
  direction: Direction,
  frequency: Frequency,
  decimals: z.int(),
  per: RateBase,
  numerator: z.nullable(z.string()),
  one: Noun,
  many: Noun,
  denominator: z.nullable(z.string()),
  owner: z.string(),
  /** the target that holds on the day of the edition */
  target: z.nullable(Target),
  /** the borough's last 36 months; for a measure of categories, the category that moved most */
  series: Series,
  /** names that category; null for every other measure */
  category: z.nullable(z.object({ dimension: z.string(), member: z.string(), label: z.string() })),
  /** changes of definition or recording: figures before and after are not comparable */
  breaks: z.array(Break),
  latestPeriod: z.nullable(period),
  due: z.nullable(isoDate),
  received: z.nullable(isoDate),
  plan: PlanPosition,
  /** the next milestone, or the last when none is to come */
  milestone: z.nullable(Milestone),
  /** null where nothing could be computed; an API that offers figures only leaves it out */
  analysis: z.optional(z.nullable(RowAnalysis)),
})
export type OverviewRow = z.infer<typeof OverviewRow>

export const OverviewReply = z.object({
  edition: z.int(),
  audience: Audience,
  kpis: z.array(OverviewRow),
  /** milestones of the plan that this audience may see, whether or not a measure is linked */
  milestones: z.object({
    total: z.int(),
    complete: z.int(),
    /** not complete and red: overdue, slipped too far, moved too often, or in need of a decision */
    offTrack: z.optional(z.int()),
    /** of those, the ones whose date has passed */
    overdue: z.int(),
  }),
})
export type OverviewReply = z.infer<typeof OverviewReply>
