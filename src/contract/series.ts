import * as z from 'zod/mini'
import { availabilities } from '../domain/figures/figure.ts'
import { Audience, identifier, isoDate, KpiParameter, period, ViewQuery } from './common.ts'

export const SeriesPoint = z.object({
  period,
  value: z.nullable(z.number()),
  numerator: z.nullable(z.number()),
  denominator: z.nullable(z.number()),
  n: z.nullable(z.number()),
  availability: z.enum(availabilities),
  provisional: z.boolean(),
  revised: z.boolean(),
  /** what a revised figure replaced; always null in the protected set */
  previousValue: z.nullable(z.number()),
  asAt: isoDate,
})
export type SeriesPoint = z.infer<typeof SeriesPoint>

export const Series = z.object({
  kpi: z.string(),
  dimension: z.string(),
  member: z.string(),
  /** in period order, each period once */
  points: z.array(SeriesPoint),
})
export type Series = z.infer<typeof Series>

export const SeriesReply = z.object({
  edition: z.int(),
  audience: Audience,
  series: z.array(Series),
})
export type SeriesReply = z.infer<typeof SeriesReply>

export const SeriesQuery = z.extend(ViewQuery, {
  /** given once or many times */
  kpi: KpiParameter,
  /** default `borough` */
  dimension: z.optional(identifier),
  /** default: every member */
  member: z.optional(identifier),
  from: z.optional(period),
  to: z.optional(period),
})
export type SeriesQuery = z.infer<typeof SeriesQuery>
