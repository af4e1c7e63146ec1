import * as z from 'zod/mini'
import { meanings } from '../domain/analysis/edition-analysis.ts'
import { identifier, period } from './common.ts'
import { line, text } from './free-text.ts'

/** A level that has lasted, of a measure's exact figures, and what starting limits again there would change. */
export const LastingLevel = z.object({
  kpi: z.string(),
  name: z.string(),
  /** its first period, and as it is shown */
  since: period,
  sinceInWords: z.string(),
  /** which way it differs from the level before, for people */
  meaning: z.enum(meanings),
  means: z.object({ before: z.number(), since: z.number() }),
  /** both means and both usual ranges, as sentences */
  words: z.string(),
  /** the title of the measure as it stands, and with limits from there on */
  titleNow: z.string(),
  titleThen: z.string(),
  /** the stretch that the limits drawn now are of, oldest first; null where a figure is missing */
  history: z.array(z.object({ period, value: z.nullable(z.number()) })),
})
export type LastingLevel = z.infer<typeof LastingLevel>

/** That limits of a measure shall start again where the load offers it. */
export const GivenRebaseline = z.object({
  kpi: identifier,
  /** what changed, in a few words that stand at the line in the chart */
  title: z.optional(line),
  /** why it is right: everybody reads it beside the chart */
  reason: text,
})
export type GivenRebaseline = z.infer<typeof GivenRebaseline>
