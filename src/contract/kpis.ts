import * as z from 'zod/mini'
import { disclosureClasses } from '../domain/measures/measure.ts'
import { Audience, isoDate, period } from './common.ts'
import { Aggregation, Break, Direction, Frequency, Noun, RateBase, Target, Theme, Unit } from './measure.ts'

const DisclosureClass = z.enum(disclosureClasses)

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

export const Kpi = z.object({
  id: z.string(),
  name: z.string(),
  theme: Theme,
  unit: Unit,
  aggregation: Aggregation,
  direction: Direction,
  frequency: Frequency,
  decimals: z.int(),
  /** of days that the protected set tells in fewer decimals: as many as they were received in */
  receivedDecimals: z.optional(z.int()),
  per: RateBase,
  /** of a median or percentile: which one, such as 50 or 90 */
  percentile: z.optional(z.nullable(z.int())),
  /** a change or a variance: its figures may be below nought */
  negative: z.optional(z.boolean()),
  /** the dimensions whose members add up to the whole, and no others; not there where nobody said */
  addsUp: z.optional(z.array(z.string())),
  definition: z.string(),
  /** what is counted, in words */
  numerator: z.nullable(z.string()),
  /** of a count: the noun after exactly 1 */
  one: Noun,
  /** of a count: the noun after any other number; what is counted stands for it where it is null */
  many: Noun,
  /** what it is a share of, in words */
  denominator: z.nullable(z.string()),
  owner: z.string(),
  /** the service that answers for it */
  service: z.optional(z.nullable(z.string())),
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
  /** of an exact reply: the figures are those of the protected set, since the measure is of another service */
  audience: z.optional(z.literal('protected')),
})
export type Kpi = z.infer<typeof Kpi>

export const KpisReply = z.object({
  edition: z.int(),
  audience: Audience,
  kpis: z.array(Kpi),
})
export type KpisReply = z.infer<typeof KpisReply>
