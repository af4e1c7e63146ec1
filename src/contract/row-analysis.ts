import * as z from 'zod/mini'
import {
  hiddenByRounding,
  meanings,
  notJudgedCauses,
  signalKinds,
} from '../domain/analysis/edition-analysis.ts'
import { specialCauseMeanings } from '../domain/findings/meanings.ts'
import { assurances, pointTypes } from '../domain/spc/point-types.ts'
import { runChartCauses } from '../domain/spc/run-chart-causes.ts'
import { specialCauses } from '../domain/spc/special-causes.ts'
import { period } from './common.ts'

/** What a point, or the latest one, says of change: common cause, or a special cause and what it means. */
export const PointType = z.enum(pointTypes)

export const Assurance = z.enum(assurances)

/** What may be said of the target: what the limits say, where the figures bear it out. */
const TargetClaim = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['reliably-met', 'reliably-missed', 'by-chance', 'met-now', 'missed-now']) }),
  z.object({
    kind: z.enum(['met-in-all', 'missed-in-all', 'met-in-last', 'missed-in-last']),
    /** how many figures, counted back from the latest */
    figures: z.int(),
  }),
  z.object({
    kind: z.literal('met-in-some'),
    /** how many meet it of the last so many figures, a year of months at most */
    figures: z.int(),
    of: z.int(),
  }),
])

/** A stretch of a series with limits of its own, from its first figure to its last. */
const Segment = z.object({
  from: period,
  to: period,
  mean: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** few figures yet: the limits are likely to move */
  isTrial: z.boolean(),
  /** the recorded change at which it begins, or that figures kept a level since, until the latest; null for the first */
  reason: z.nullable(z.string()),
  /** they take in more than one level, so no range is told as usual; left out where it was not asked */
  isMixed: z.optional(z.boolean()),
})

const SpecialPoint = z.object({
  period,
  cause: z.enum(specialCauses),
  type: PointType,
})

/** Why it is not judged, for a program and for a person. */
const NotJudged = z.object({
  because: z.enum(notJudgedCauses),
  reason: z.string(),
})

/** 1 up, −1 down, 0 where there is no evidence of change */
const Direction = z.union([z.literal(-1), z.literal(0), z.literal(1)])

/** what there is no evidence of, where that is less than real change, as a title; left out elsewhere */
const none = z.optional(z.string())

const ByMethod = z.object({
  because: z.enum(runChartCauses),
  direction: Direction,
  /** its name, to stand after "judged by" */
  method: z.string(),
  /** why no limits are drawn */
  reason: z.string(),
  /** what is behind the verdict, as a sentence */
  rule: z.string(),
  /** first period that the change rests on */
  since: z.nullable(period),
  none,
})

/** What a change means, and the words of its title for it, where its type would say another thing. */
const ToldMeaning = z.object({
  kind: z.enum(specialCauseMeanings),
  words: z.string(),
  /** 1 up, −1 down, of what was flagged among all that was tested; left out elsewhere */
  direction: z.optional(z.union([z.literal(1), z.literal(-1)])),
})

/** How the figures vary: limits, what stands out from them, and the words for it. */
export const Variation = {
  /** of each stretch that limits suit, oldest first */
  segments: z.array(Segment),
  /** points that are not common cause */
  special: z.array(SpecialPoint),
  /** of the latest figure; null where it is not judged */
  variation: z.nullable(PointType),
  /** left out where the type says as much as the title */
  meaning: z.optional(z.nullable(ToldMeaning)),
  /** whether the target can be relied on; null where there is none, it is not judged, or limits are not those of today */
  assurance: z.nullable(Assurance),
  claim: z.optional(z.nullable(TargetClaim)),
  /** on which sides the latest figure lies that rounding hides; left out where nothing is hidden */
  hidden: z.optional(z.array(z.enum(hiddenByRounding))),
  /** no further from its plan than it usually moves in a period: no months are told; left out where it is */
  isNearPlan: z.optional(z.boolean()),
  /** the level that figures have kept for a year, apart from that before: the target is judged by its range */
  level: z.optional(
    z.nullable(z.object({ since: period, mean: z.number(), lower: z.number(), upper: z.number() })),
  ),
  /** how it is judged where limits of single figures do not suit; left out where they do */
  byMethod: z.optional(z.nullable(ByMethod)),
  /** null where the latest figure is judged */
  notJudged: z.nullable(NotJudged),
  /** one sentence */
  finding: z.string(),
  /** about ten words, for a title */
  headline: z.string(),
}

const chance = z.number().check(z.gte(0), z.lte(1))

/** A target is met in any period, or kept, that is met for `sustain` periods in a row; each has its own chances. */
const ReachChances = z.object({
  kind: z.literal('chances'),
  sustain: z.int(),
  /** periods in a row, up to the latest, that meet it already */
  run: z.int(),
  /** figures of the last two years that meet it */
  metLately: z.int(),
  /** of how many that are held; 0 where it is not told how often, left out in an analysis of before it was asked */
  heldLately: z.optional(z.int()),
  /** of meeting it in a period, the mean of the coming year's */
  inOne: chance,
  /** of meeting it in any period by its date, and of having kept it by then; null where that cannot be asked */
  everBy: z.nullable(chance),
  keptBy: z.nullable(chance),
  /** the same within 18 months */
  everWithin: chance,
  keptWithin: chance,
  /** periods by which it is kept with a chance shown as 10, 50 and 90% or more; null beyond 18 months */
  earliest: z.nullable(period),
  median: z.nullable(period),
  latest: z.nullable(period),
})

export const Reach = z.discriminatedUnion('kind', [
  ReachChances,
  /** met in so many periods in a row up to the latest, as many as it must be or more */
  z.object({
    kind: z.literal('kept'),
    run: z.int(),
    /** whether every period up to one meets it too; null where nothing is foretold, left out in an analysis of before */
    stays: z.optional(z.nullable(z.object({ chance, until: period, isLeading: z.boolean() }))),
  }),
  z.object({ kind: z.literal('too-few-points') }),
  z.object({ kind: z.literal('no-question') }),
  /** rounding hides what the figures received say of it */
  z.object({ kind: z.literal('rounded') }),
  // of analyses that were stored before meeting and keeping were told apart: nothing more is told of them
  z.object({ kind: z.literal('reaches'), earliest: period, median: period, latest: z.nullable(period) }),
  z.object({ kind: z.literal('met') }),
  z.object({ kind: z.literal('not-on-current-trend') }),
])

/** What is told of a series that is flagged, where there is little room. */
export const SignalState = z.object({
  kind: z.enum(signalKinds),
  /** 1 up, −1 down */
  direction: z.union([z.literal(1), z.literal(-1)]),
  since: period,
  /** which way it points for people */
  meaning: z.enum(meanings),
  sentence: z.string(),
  /** of a series that was held to its own trend, what is seen of it in a few words: its direction is not "higher" */
  seen: z.optional(z.nullable(z.string())),
})

/** A verdict on quarters, where the months are too small to publish and nothing is told of them. */
const CoarserVerdict = z.object({
  /** the latest quarter */
  period,
  variation: PointType,
  meaning: z.optional(ToldMeaning),
  direction: Direction,
  /** what it is of: 'in quarters' */
  words: z.string(),
})

/** The part of an analysis that a row of the scorecard shows. */
export const RowAnalysis = z.object({
  ...Variation,
  /** left out where it is plainly for the better, for the worse or neither */
  meaning: z.optional(ToldMeaning),
  /** the same in short: its words are on the measure's own page */
  byMethod: z.optional(
    z.nullable(z.object({ direction: Direction, none, isSeasonal: z.optional(z.boolean()) })),
  ),
  /** the recent change of this very series, where it is flagged */
  signal: z.nullable(SignalState),
  /** flagged series among the breakdowns of this measure */
  signalsWithin: z.int(),
  /** of a measure of categories the one that its row shows: it moved most, or is among the largest where that is not told */
  category: z.optional(
    z.object({ dimension: z.string(), member: z.string(), isAmongLargest: z.optional(z.boolean()) }),
  ),
  /** the high and the low that the ends of its small line would hide; null where their month is not told */
  extremes: z.optional(
    z.object({ high: z.optional(z.nullable(period)), low: z.optional(z.nullable(period)) }),
  ),
  reach: Reach,
  /** why its target, met now, is not likely to stay so; left out where it may */
  losing: z.optional(z.string()),
  /** left out where the months are judged, and where quarters are not */
  coarser: z.optional(CoarserVerdict),
})
export type RowAnalysis = z.infer<typeof RowAnalysis>
