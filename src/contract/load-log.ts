import * as z from 'zod/mini'
import { isoInstant } from './common.ts'
import { Load, ScheduledLoad } from './loads.ts'
import { SavedMatch } from './mappings.ts'
import { TakeBack } from './take-back.ts'

/** A file as it was sent: a zip is one file. */
export const LoggedFile = z.object({
  /** without its folder; empty where the name itself would name a person */
  name: z.string(),
  bytes: z.int(),
  sha256: z.string(),
})
export type LoggedFile = z.infer<typeof LoggedFile>

/** What its files were read by: a file as well, and the saved mappings in it; absent in loads of before. */
export const LoggedMapping = z.extend(LoggedFile, { saved: z.optional(z.array(SavedMatch)) })
export type LoggedMapping = z.infer<typeof LoggedMapping>

/** One load: what came, who brought it, what it changed and what became of it. */
export const LoadLogEntry = z.object({
  id: z.string(),
  /** ISO instant of when it was checked */
  at: isoInstant,
  who: z.string(),
  state: Load.shape.state,
  files: z.array(LoggedFile),
  mapping: z.nullable(LoggedMapping),
  errors: z.int(),
  notices: z.int(),
  /** counts, per audience, as the preview told them; empty where it was rejected */
  changes: Load.shape.preview,
  /** the edition that it became, and everything said of it; null until it is published */
  edition: z.nullable(z.int()),
  publishedAt: z.nullable(isoInstant),
  publishedBy: z.nullable(z.string()),
  label: z.nullable(z.string()),
  note: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  /** what it takes back; absent of a load of files */
  takesBack: z.optional(TakeBack),
  /** the time at which it is to be published, where one was set */
  scheduled: z.optional(ScheduledLoad),
  /** when and why its edition was taken back; null while it stands */
  withdrawal: z.nullable(z.object({ at: isoInstant, reason: z.string() })),
})
export type LoadLogEntry = z.infer<typeof LoadLogEntry>

export const LoadLogReply = z.object({
  /** newest first */
  loads: z.array(LoadLogEntry),
})
export type LoadLogReply = z.infer<typeof LoadLogReply>
