import * as z from 'zod/mini'
import { aggregations, directions, themes, units } from '../domain/measures/measure.ts'
import { frequencies } from '../domain/periods/period.ts'
import { isoDate, month } from './common.ts'

export const Theme = z.enum(themes)
export const Unit = z.enum(units)
export const Aggregation = z.enum(aggregations)
export const Direction = z.enum(directions)
export const Frequency = z.enum(frequencies)

/** Of a rate: what it is per, null for other units. A service that does not say counts per 100,000. */
export const RateBase = z._default(
  z.nullable(z.union([z.literal(1000), z.literal(10_000), z.literal(100_000)])),
  null,
)

/** What one, or any other number, of a count is called; a service that does not say leaves them out. */
export const Noun = z.optional(z.nullable(z.string()))

/** A single `value`, or a band from `lower` to `upper`. */
export const Target = z.object({
  from: month,
  value: z.nullable(z.number()),
  lower: z.nullable(z.number()),
  upper: z.nullable(z.number()),
  by: z.nullable(isoDate),
  setBy: z.string(),
})

export const Break = z.object({ date: isoDate, title: z.string(), reason: z.string() })
