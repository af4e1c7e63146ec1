import * as z from 'zod/mini'
import { releases } from '../domain/plans/plan.ts'
import { Audience, identifier, isoInstant, period } from './common.ts'
import { confirmed, textOrNothing } from './free-text.ts'

const Release = z.enum(releases)

export const Commentary = z.object({
  kpi: z.string(),
  period,
  authorRole: z.string(),
  /** plain text or light Markdown */
  text: z.string(),
  release: Release,
  /** null where a file did not say */
  writtenAt: z.nullable(isoInstant),
  /** of a draft, which If-Match names in double quotes; null once it is published */
  version: z.nullable(z.int()),
})
export type Commentary = z.infer<typeof Commentary>

export const CommentaryQuery = z.object({
  /** an edition, or `draft`: what officers have written for the next one */
  edition: z.optional(
    z.string().check(z.regex(/^(latest|draft|[1-9]\d{0,5})$/, 'an edition number, latest or draft')),
  ),
  audience: z.optional(Audience),
})

export const CommentaryReply = z.object({
  /** null for drafts */
  edition: z.nullable(z.int()),
  audience: Audience,
  commentary: z.array(Commentary),
})
export type CommentaryReply = z.infer<typeof CommentaryReply>

/** A draft for the next edition, by the role that is signed in. An empty text takes it back. */
export const WriteCommentary = z.strictObject({
  kpi: identifier,
  period,
  text: textOrNothing,
  /** for officers where it is left out */
  release: z.optional(Release),
  confirmed,
})
export type WriteCommentary = z.infer<typeof WriteCommentary>

export const CommentaryDraftReply = z.object({
  /** null where it was taken back */
  draft: z.nullable(Commentary),
})
export type CommentaryDraftReply = z.infer<typeof CommentaryDraftReply>
