import * as z from 'zod/mini'

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
      audience: z.enum(['exact', 'protected']),
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

export const PublishLoad = z.object({ label: z.string().check(z.minLength(1)), note: z.optional(z.string()) })
export type PublishLoad = z.infer<typeof PublishLoad>
