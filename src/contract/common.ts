import * as z from 'zod/mini'
import { audiences } from '../domain/editions/publication.ts'
import { longestId, mostKpis } from './bounds.ts'
import { isPlainLine } from './plain-text.ts'

export const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'an ISO date, such as 2025-09-30'))
export const isoInstant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/, 'an ISO instant'))
export const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, such as 2025-04'))
export const period = z
  .string()
  .check(
    z.regex(
      /^(\d{4}-(0[1-9]|1[0-2])|\d{4}-Q[1-4]|FY\d{4}-\d{2})$/,
      'a period: a month 2025-04, a quarter 2025-Q1 or a financial year FY2024-25',
    ),
  )

export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>

/** What names something in a request: one line, no longer than any id there is. */
export const identifier = z.string().check(
  z.minLength(1, 'not empty'),
  z.maxLength(longestId, `at most ${longestId} characters`),
  z.refine((given) => isPlainLine(given), 'one line of plain text'),
)

/** A measure, given once or many times. */
export const KpiParameter = z.union([
  identifier,
  z.array(identifier).check(z.maxLength(mostKpis, `at most ${mostKpis} measures at once`)),
])

/** An edition in an address: its number, or `latest`. */
export const EditionParameter = z
  .string()
  .check(z.regex(/^(latest|[1-9]\d{0,5})$/, 'an edition number, or latest'))

export const ViewQuery = z.object({
  edition: z.optional(EditionParameter),
  audience: z.optional(Audience),
})

/**
 * RFC 9457 problem details; `parameter`, `value` and `allowed` name what a 400 is about, `current` is what stands
 * now where a 412 or 428 says that it is not what the sender read.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  instance: z.optional(z.string()),
  parameter: z.optional(z.string()),
  value: z.optional(z.string()),
  allowed: z.optional(z.string()),
  current: z.optional(z.unknown()),
})
export type Problem = z.infer<typeof Problem>
