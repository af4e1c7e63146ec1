import * as z from 'zod/mini'
import { Audience, period } from './common.ts'

/** What publication of a load would change in one audience's set, measure by measure. */
export const LoadComparison = z.object({
  audience: Audience,
  /** counted in figures of all breakdowns; measures of which nothing would change are left out */
  measures: z.array(
    z.object({
      kpi: z.string(),
      name: z.string(),
      newFigures: z.int(),
      /** of the new ones, those that this audience would not be shown */
      newWithheld: z.int(),
      /** another value, or settled with the same one */
      replaced: z.int(),
      /** shown now, and withheld then */
      nowWithheld: z.int(),
      /** given now, and missing then */
      vanished: z.int(),
      /** withheld now, and shown then */
      newlyShown: z.int(),
    }),
  ),
  /** final figures that would say something else, and provisional ones that would by more than a tenth */
  restated: z.array(
    z.object({
      kpi: z.string(),
      name: z.string(),
      dimension: z.string(),
      member: z.string(),
      period,
      /** the period as it is shown */
      observedAt: z.string(),
      wasProvisional: z.boolean(),
      /** as they are shown */
      before: z.string(),
      after: z.string(),
      /** the series around it as it stands and as it would, oldest first; null where it is not given */
      history: z.array(z.object({ period, before: z.nullable(z.number()), after: z.nullable(z.number()) })),
    }),
  ),
  furtherRestated: z.int(),
  /** measures of which another thing would be said, in the words of their headlines */
  verdicts: z.array(z.object({ kpi: z.string(), name: z.string(), before: z.string(), after: z.string() })),
  /** measures whose next figure would be overdue, and is not now */
  newlyOverdue: z.array(z.object({ kpi: z.string(), name: z.string() })),
})
export type LoadComparison = z.infer<typeof LoadComparison>
