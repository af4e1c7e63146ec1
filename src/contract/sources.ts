import * as z from 'zod/mini'
import { isoInstant } from './common.ts'
import { FoundRows } from './found-rows.ts'
import { Load } from './loads.ts'

const sourceKinds = ['folder', 'address', 'query', 'dashboard'] as const

/**
 * What came of asking: `came`: files that were checked and can be published; `refused`: files with errors; `unchanged`:
 * the files of the time before; `failed`: nothing, and the words say why.
 */
const sourceOutcomes = ['came', 'refused', 'unchanged', 'failed'] as const
export type SourceOutcome = (typeof sourceOutcomes)[number]

/** Where figures come from by themselves, and what came of it; nothing of it is published by itself. */
export const Source = z.object({
  name: z.string(),
  kind: z.enum(sourceKinds),
  /** null until it is asked for the first time */
  askedAt: z.nullable(isoInstant),
  outcome: z.nullable(z.enum(sourceOutcomes)),
  /** the outcome in whole sentences, with the remedy where it failed */
  words: z.nullable(z.string()),
  /** when files came last that were new */
  cameAt: z.nullable(isoInstant),
  /** the load that they became; null where none is kept any more */
  load: z.nullable(z.object({ id: z.string(), state: Load.shape.state })),
  /** when it is asked next; null where no service runs that would */
  nextAt: z.nullable(isoInstant),
  /** whether somebody is asking it at this moment */
  isBeingAsked: z.boolean(),
})
export type Source = z.infer<typeof Source>

/** A source that was asked just now. */
export const AskedSource = z.extend(Source, {
  /** rows in which something was found in what it brought: only to whoever asks and wants them, and kept nowhere */
  rows: z.optional(z.array(FoundRows)),
})
export type AskedSource = z.infer<typeof AskedSource>

export const SourcesReply = z.object({
  /** whose clock their schedules are of */
  timezone: z.string(),
  /** in the order of the settings */
  sources: z.array(Source),
})
export type SourcesReply = z.infer<typeof SourcesReply>
