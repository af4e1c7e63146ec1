import * as z from 'zod/mini'
import { withholdingRules } from '../domain/disclosure/withholding.ts'
import { EditionParameter, KpiParameter, period } from './common.ts'

/** What the panel does not see of a figure, and which rule hid it. Only officers read it. */
export const Withheld = z.object({
  kpi: z.string(),
  dimension: z.string(),
  member: z.string(),
  period,
  /** the figure itself, or only counts that go with it */
  hides: z.enum(['figure', 'counts']),
  rule: z.enum(withholdingRules),
  /** the rule in words, and what the figure could be worked out from */
  words: z.string(),
})
export const WithheldReply = z.object({
  edition: z.int(),
  /** of the measures asked for, those whose exact figures the asker may read */
  withheld: z.array(Withheld),
})
export type WithheldReply = z.infer<typeof WithheldReply>

export const WithheldQuery = z.object({
  edition: z.optional(EditionParameter),
  /** given once or many times */
  kpi: KpiParameter,
})
