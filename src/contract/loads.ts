import * as z from 'zod/mini'
import { Audience } from './common.ts'
import { namesNobody } from './free-text.ts'
import { isPlainLine, isPlainText } from './plain-text.ts'

/** One fault of a file, with its place and what to do. */
export const LoadProblem = z.object({
  severity: z.enum(['error', 'notice']),
  file: z.string(),
  /** 1-based; 0 where the whole file is meant */
  line: z.int(),
  column: z.int(),
  message: z.string(),
  remedy: z.string(),
})
export type LoadProblem = z.infer<typeof LoadProblem>

export const Load = z.object({
  id: z.string(),
  state: z.enum(['rejected', 'staged', 'published']),
  problems: z.array(LoadProblem),
  /** what publication would change, per audience */
  preview: z.array(
    z.object({
      audience: Audience,
      newFigures: z.int(),
      restatedFigures: z.int(),
      unchangedFigures: z.int(),
      suppressedFigures: z.int(),
      definitions: z.int(),
      planItems: z.int(),
    }),
  ),
  /** the edition that it became */
  edition: z.nullable(z.int()),
})
export type Load = z.infer<typeof Load>

/** A label stands in every page's head for good: it says something, on one line. */
const label = z.string().check(
  z.refine((given) => isLabel(given), 'one line of 1 to 200 characters, not blank'),
  namesNobody,
)
const note = z.string().check(
  z.maxLength(5000, 'a text of at most 5000 characters'),
  z.refine((given) => isPlainText(given), 'plain text'),
  namesNobody,
)

function isLabel(given: string): boolean {
  return given.length <= 200 && given.trim() !== '' && isPlainLine(given)
}

export const PublishLoad = z.object({ label, note: z.optional(note) })
export type PublishLoad = z.infer<typeof PublishLoad>
