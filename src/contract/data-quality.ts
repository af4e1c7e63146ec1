import * as z from 'zod/mini'
import { Audience, isoDate, period } from './common.ts'
import { Frequency, Theme } from './measure.ts'

const MeasureQuality = z.object({
  kpi: z.string(),
  name: z.string(),
  theme: Theme,
  frequency: Frequency,
  owner: z.string(),
  source: z.string(),
  /** null where nothing is held */
  latestPeriod: z.nullable(period),
  /** when the next figure is, or was, due */
  due: z.nullable(isoDate),
  /** when the latest figure was read */
  received: z.nullable(isoDate),
  /** the next figure was due before the day of the edition: it counts as unknown in every roll-up */
  isOverdue: z.boolean(),
  /** periods that were due and have not come, oldest first */
  awaited: z.array(period),
  /** periods of which the latest figure may still change, oldest first */
  provisional: z.array(period),
  /** the last 36 months, or since the first figure, up to the last period that was due */
  completeness: z.object({
    from: z.nullable(period),
    to: z.nullable(period),
    expected: z.int(),
    present: z.int(),
    /** held, and withheld from this audience */
    withheld: z.array(period),
    /** not held, or said to be missing */
    missing: z.array(period),
  }),
  revisions: z.object({
    /** final figures of the borough (or of categories) that were replaced, over all periods */
    count: z.int(),
    /** the same of breakdowns and other places */
    further: z.int(),
    /** the edition of the last one; null where there is none */
    last: z.nullable(z.int()),
  }),
  /** the edition in which any figure of the measure last changed */
  lastChanged: z.nullable(z.int()),
})

export const DataQualityReply = z.object({
  edition: z.int(),
  audience: Audience,
  summary: z.object({
    measures: z.int(),
    overdue: z.int(),
    provisional: z.int(),
    /** measures with a period missing */
    incomplete: z.int(),
    revised: z.int(),
  }),
  measures: z.array(MeasureQuality),
})
export type DataQualityReply = z.infer<typeof DataQualityReply>
