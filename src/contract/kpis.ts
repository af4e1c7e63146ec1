import * as z from 'zod/mini'
import { aggregations, directions, disclosureClasses, themes, units } from '../domain/measures/measure.ts'
import { frequencies } from '../domain/periods/period.ts'
import { Audience, isoDate, month, period } from './common.ts'

export const Theme = z.enum(themes)
export const Unit = z.enum(units)
export const Aggregation = z.enum(aggregations)
export const Direction = z.enum(directions)
export const Frequency = z.enum(frequencies)
const DisclosureClass = z.enum(disclosureClasses)

/** Of a rate: what it is per, null for other units. A service that does not say counts per 100,000. */
export const RateBase = z._default(
  z.nullable(z.union([z.literal(1000), z.literal(10_000), z.literal(100_000)])),
  null,
)

/** A single `value`, or a band from `lower` to `upper`. */
export const Target = z.object({
  from: month,
  value: z.nullable(z.number()),
  lower: z.nullable(z.number()),
  upper: z.nullable(z.number()),
  by: z.nullable(isoDate),
  setBy: z.string(),
})

const Dimension = z.object({
  id: z.string(),
  label: z.string(),
  members: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      /** for comparators: England, region, council */
      level: z.nullable(z.string()),
    }),
  ),
})

export const Break = z.object({ date: isoDate, title: z.string(), reason: z.string() })

export const Kpi = z.object({
  id: z.string(),
  name: z.string(),
  theme: Theme,
  unit: Unit,
  aggregation: Aggregation,
  direction: Direction,
  frequency: Frequency,
  decimals: z.int(),
  per: RateBase,
  definition: z.string(),
  /** what is counted, in words */
  numerator: z.nullable(z.string()),
  /** what it is a share of, in words */
  denominator: z.nullable(z.string()),
  owner: z.string(),
  source: z.string(),
  code: z.nullable(z.string()),
  sdc: DisclosureClass,
  version: z.int(),
  validFrom: isoDate,
  targets: z.array(Target),
  dimensions: z.array(Dimension),
  /** changes of definition or recording: figures before and after are not comparable */
  breaks: z.array(Break),
  /** recorded re-baselining */
  baselines: z.array(z.object({ period, reason: z.string() })),
  latestPeriod: z.nullable(period),
  /** when the next figure is, or was, due */
  due: z.nullable(isoDate),
  /** when the latest figure was read */
  received: z.nullable(isoDate),
})
export type Kpi = z.infer<typeof Kpi>

export const KpisReply = z.object({
  edition: z.int(),
  audience: Audience,
  kpis: z.array(Kpi),
})
export type KpisReply = z.infer<typeof KpisReply>
