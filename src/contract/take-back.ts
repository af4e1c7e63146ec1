import * as z from 'zod/mini'
import { identifier, period } from './common.ts'

/** Parts that one edition takes out at most. */
const mostParts = 50

const RemovedPart = z
  .object({
    kpi: identifier,
    dimension: z.optional(identifier),
    /** of the dimension */
    member: z.optional(identifier),
    period: z.optional(period),
  })
  .check(
    z.refine(
      ({ dimension, member }) => member === undefined || dimension !== undefined,
      'a member together with its dimension',
    ),
  )

/** A load without files: the next edition stands on an earlier one, or parts of what stands are taken out of it. */
export const TakeBack = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('roll-back'),
    /** the number of an edition that stands */
    to: z.int().check(z.positive()),
  }),
  z.object({
    kind: z.literal('removal'),
    parts: z.array(RemovedPart).check(z.minLength(1), z.maxLength(mostParts)),
  }),
])
export type TakeBack = z.infer<typeof TakeBack>
