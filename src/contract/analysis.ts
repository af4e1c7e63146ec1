import * as z from 'zod/mini'
import { changeSources, testedKinds } from '../domain/analysis/edition-analysis.ts'
import { availabilities } from '../domain/figures/figure.ts'
import { Audience, isoDate, KpiParameter, period, ViewQuery } from './common.ts'
import { Reach, SignalState, Variation } from './row-analysis.ts'

const ForecastMonth = z.object({
  period,
  median: z.number(),
  lower80: z.number(),
  upper80: z.number(),
  lower95: z.number(),
  upper95: z.number(),
})

export const SeriesAnalysis = z.object({
  dimension: z.string(),
  member: z.string(),
  ...Variation,
  /** two to six sentences */
  paragraph: z.string(),
  /** the coming periods; none where the series cannot be looked ahead from */
  forecast: z.array(ForecastMonth),
  /** the figures come and go with the year, so a half year's pace is that of the season; left out where none shows */
  hasSeason: z.optional(z.boolean()),
  /** the chances of meeting the target and of keeping it, going on as now */
  reach: Reach,
  /** what each period would have to bring, beside what was ever kept up over half a year */
  required: z.nullable(
    z.object({
      needed: z.number(),
      best: z.nullable(z.number()),
      typical: z.nullable(z.number()),
      /** of the last six periods; left out in an analysis of before it was asked */
      latest: z.optional(z.nullable(z.number())),
    }),
  ),
})
export type SeriesAnalysis = z.infer<typeof SeriesAnalysis>

const Effect = z.object({
  size: z.number(),
  /** how often an interval made like this one holds the truth, 0 to 1; of every one before lists had their own, 0.98 */
  confidence: z._default(z.number(), 0.98),
  lower: z.number(),
  upper: z.number(),
  /** whether the interval excludes no change */
  isClaimed: z.boolean(),
})

/** How many times as many, of few counts. */
const RatioEffect = z.object({
  /** null where there were none before */
  size: z.nullable(z.number()),
  confidence: z.number(),
  lower: z.number(),
  /** null where it has no end */
  upper: z.nullable(z.number()),
  isClaimed: z.boolean(),
})

/** All that was counted on one side. */
const Tally = z.object({ events: z.number(), periods: z.int() })

/** A measure before and after a milestone or a recorded change. It says "after", never "because of". */
export const ChangeAnalysis = z.object({
  source: z.enum(changeSources),
  id: z.string(),
  title: z.string(),
  date: isoDate,
  /** the first period that ends after that day, or, of what was recorded, on it; of a milestone it may belong to neither side */
  period,
  /** plain means of up to twelve periods on either side; null where a side has none */
  before: z.nullable(z.object({ mean: z.number(), periods: z.int() })),
  after: z.nullable(z.object({ mean: z.number(), periods: z.int() })),
  estimate: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('estimated'),
      level: Effect,
      slope: Effect,
      /** what the series gained or lost each period before; left out in an analysis of before it was told */
      slopeBefore: z.optional(z.number()),
    }),
    z.object({
      kind: z.literal('counted'),
      level: RatioEffect,
      /** null where a change of growth is not asked, of fewer than two years a side */
      slope: z.nullable(RatioEffect),
      /** what each period was multiplied by before */
      growthBefore: z.nullable(z.number()),
      before: Tally,
      after: Tally,
    }),
    z.object({ kind: z.literal('too-few-points'), before: z.int(), after: z.int(), need: z.int() }),
    z.object({ kind: z.literal('overlaps'), with: z.string() }),
    z.object({ kind: z.literal('not-estimable') }),
    z.object({ kind: z.literal('not-suited'), reason: z.string() }),
  ]),
  sentence: z.string(),
})
export type ChangeAnalysis = z.infer<typeof ChangeAnalysis>

/**
 * A measure of which some months are too small to publish, as it can be told: in quarters, or the twelve months to the end
 * of each, of month ends added up where it is counted at month ends. Shares come without their counts.
 */
const CoarserAnalysis = z.object({
  /** months in each: those of a quarter, or the twelve up to the end of one */
  span: z.union([z.literal(3), z.literal(12)]),
  /** by quarters, in order */
  points: z.array(
    z.object({
      period,
      value: z.nullable(z.number()),
      availability: z.enum(availabilities),
      provisional: z.boolean(),
      asAt: isoDate,
    }),
  ),
  /** null where the months are judged themselves, or nothing can be told of change */
  analysis: z.nullable(SeriesAnalysis),
})

export const KpiAnalysis = z.object({
  kpi: z.string(),
  /** the borough series; for a measure of categories, every category */
  series: z.array(SeriesAnalysis),
  changes: z.array(ChangeAnalysis),
  /** parts of its breakdowns of which rounding hides whether they have changed; left out where there are none */
  hiddenParts: z.optional(z.array(z.object({ dimension: z.string(), member: z.string() }))),
  /** those of them whose figures are those of the whole, judged as it is; left out where there are none */
  partsAsWhole: z.optional(z.array(SeriesAnalysis)),
  /** left out where no month of the last year is withheld, and where nothing coarser can be told */
  coarser: z.optional(CoarserAnalysis),
})
export type KpiAnalysis = z.infer<typeof KpiAnalysis>

export const AnalysisQuery = z.extend(ViewQuery, {
  /** given once or many times */
  kpi: KpiParameter,
})

export const AnalysisReply = z.object({
  edition: z.int(),
  audience: Audience,
  analyses: z.array(KpiAnalysis),
})
export type AnalysisReply = z.infer<typeof AnalysisReply>

const RecentChange = z.extend(SignalState, {
  /** the series as it was tested: the last three years, or since the last re-baseline */
  history: z.array(z.object({ period, value: z.nullable(z.number()) })),
  /** mean before it, and since; shares in percent where the kind is `mix` */
  before: z.number(),
  after: z.number(),
  /** where a steady trend went before: the mean that the months since would have had on it */
  expected: z.nullable(z.number()),
  /** whether the latest figure meets the target; null where there is none for this series */
  meetsTarget: z.nullable(z.boolean()),
  /** an open action that covers the measure; null where none does */
  action: z.nullable(z.string()),
})

export const TestedSeries = z.object({
  kpi: z.string(),
  dimension: z.string(),
  member: z.string(),
  label: z.string(),
  /** the series itself, or the share of this category among all of the measure's */
  tested: z.enum(testedKinds),
  /** chance of a change at least as strong where nothing has changed; null in the protected set */
  pValue: z.nullable(z.number()),
  /**
   * share of false alarms to be expected among all series flagged down to this one; in the protected set the most that
   * its strength allows, and null of what is not flagged
   */
  qValue: z.nullable(z.number()),
  flagged: z.boolean(),
  /** null for what is not flagged: nothing is claimed of it */
  change: z.nullable(RecentChange),
})
export type TestedSeries = z.infer<typeof TestedSeries>

/** A series with one or two figures far outside all others: nothing is tested of it before they are confirmed. */
const SeriesToConfirm = z.object({
  kpi: z.string(),
  dimension: z.string(),
  member: z.string(),
  label: z.string(),
  sentence: z.string(),
})

export const SignalsReply = z.object({
  edition: z.int(),
  audience: Audience,
  /** a series is flagged at this q-value or below, where its plain figures bear it out */
  bearableFalseAlarms: z.number(),
  /** series that could not be tested: too few figures, or most of them alike */
  untested: z.int(),
  /** figures to confirm before anything is told of their series; left out by an API that does not ask */
  toConfirm: z.optional(z.array(SeriesToConfirm)),
  /** every series that was tested, strongest and weightiest first */
  signals: z.array(TestedSeries),
})
export type SignalsReply = z.infer<typeof SignalsReply>
