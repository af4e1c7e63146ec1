import * as z from 'zod/mini'
import { isoDate, isoInstant } from './common.ts'

export const Edition = z.object({
  number: z.int().check(z.positive()),
  label: z.string(),
  publishedAt: isoInstant,
  /** overdue, slip and "latest" are judged as of this day */
  dataAsAt: isoDate,
  note: z.nullable(z.string()),
  supersededBy: z.nullable(z.int()),
  withdrawn: z.boolean(),
  /** when and why; absent of an edition that stands */
  withdrawal: z.optional(z.object({ at: isoInstant, reason: z.string() })),
  /** the earlier edition that it stands on again; absent of any that was not rolled back */
  standsOn: z.optional(z.int().check(z.positive())),
})
export type Edition = z.infer<typeof Edition>

/** Newest first; empty before anything has been published. */
export const EditionsReply = z.object({ editions: z.array(Edition) })
export type EditionsReply = z.infer<typeof EditionsReply>
