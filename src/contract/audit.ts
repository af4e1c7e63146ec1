import * as z from 'zod/mini'
import { headForm } from '../domain/audit/chain-head.ts'
import { deeds } from '../domain/audit/deed.ts'
import { identifier } from './common.ts'

/** Rows of one reply, at most. */
export const mostAuditRows = 1000

/** A day that there is; no record is older than these. */
const day = z
  .string()
  .check(
    z.refine(
      (given) => /^(19|20|21)\d\d-\d\d-\d\d$/.test(given) && isDay(given),
      'a day, such as 2025-09-30',
    ),
  )

function isDay(given: string): boolean {
  const time = Date.parse(given)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(given)
}

/** What is asked of the audit; without a parameter, its newest rows. */
export const AuditQuery = z.object({
  deed: z.optional(z.enum(deeds)),
  /** first and last day, UTC */
  from: z.optional(day),
  to: z.optional(day),
  /** letters of a name, upper or lower case */
  who: z.optional(identifier),
  /** rows before this place */
  before: z.optional(z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'the number of a row'))),
  /** rows of the reply: 50 unless told */
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d{0,2}|1000)$/, `1 to ${mostAuditRows}`))),
})

const head = z.string().check(z.regex(headForm, 'the number of a row, a colon and its hash of 64 digits'))

/** Where the audit ended at some time, as the log or a backup says: rows cut off its end are missed by it. */
export const AuditChainQuery = z.object({
  head: z.optional(z.union([head, z.array(head).check(z.maxLength(100, 'at most 100'))])),
})

const AuditSubject = z.object({
  edition: z.optional(z.int()),
  load: z.optional(z.string()),
  kpi: z.optional(z.string()),
  period: z.optional(z.string()),
  action: z.optional(z.string()),
  page: z.optional(z.string()),
  form: z.optional(z.string()),
})

/** A row: who did what, when and on what. No figure and no text. */
export const AuditRow = z.object({
  /** in the chain, from 1 */
  place: z.int(),
  /** ISO instant */
  at: z.string(),
  who: z.string(),
  /** digest of the account at the sign-in service; null where nobody signs in, and of the command line */
  account: z.nullable(z.string()),
  role: z.string(),
  deed: z.enum(deeds),
  about: AuditSubject,
  outcome: z.enum(['done', 'rejected']),
  /** SHA-256 of this row and of the hash before it */
  hash: z.string(),
})
export type AuditRow = z.infer<typeof AuditRow>

export const AuditReply = z.object({
  /** newest first */
  rows: z.array(AuditRow),
  /** of what was asked, on all pages */
  total: z.int(),
  /** `before` of the next page; null on the last */
  next: z.nullable(z.int()),
})
export type AuditReply = z.infer<typeof AuditReply>

/** Whether every row is what was written, from the first to the last. */
export const AuditChainReply = z.object({
  links: z.int(),
  /** the last whole row; null of an empty audit */
  head: z.nullable(z.object({ place: z.int(), hash: z.string() })),
  /** the first row that does not hold */
  broken: z.nullable(
    z.object({
      place: z.int(),
      at: z.nullable(z.string()),
      why: z.enum(['changed', 'gap', 'cut']),
    }),
  ),
})
export type AuditChainReply = z.infer<typeof AuditChainReply>

/** Forms in which figures are taken out; `files` is a whole public edition. */
export const exportForms = ['csv', 'xlsx', 'svg', 'png', 'pptx', 'zip', 'files'] as const

/** What a reader has taken out, as the app says it. */
export const NoteExport = z.object({
  form: z.enum(exportForms),
  /** an edition's number */
  edition: z.optional(z.int().check(z.minimum(1), z.maximum(999_999))),
})
export type NoteExport = z.infer<typeof NoteExport>

/** Noted: there is nothing to say of it. */
export const NoteExportReply = z.object({})
