import type { CoarserSpan } from '../disclosure/coarser-figures.ts'
import type { Figure } from '../figures/figure.ts'
import type { TargetClaim } from '../findings/claim-of.ts'
import type { Extremes } from '../findings/highs-and-lows.ts'
import type { ToldMeaning } from '../findings/meanings.ts'
import type { ReachedTarget } from '../forecast/reached-target.ts'
import type { RequiredChange } from '../forecast/required-change.ts'
import type { BeforeAndAfter } from '../interventions/before-and-after.ts'
import type { ImpactState } from '../plans/impact-states.ts'
import type { SuccessState } from '../plans/judge-success.ts'
import type { Assurance, PointType } from '../spc/point-types.ts'
import { type RunChartReason, runChartCauses } from '../spc/run-chart-causes.ts'
import type { SpecialCause } from '../spc/special-causes.ts'

/** What is computed of one edition for one audience, told in that audience's own figures; its verdicts are everybody's. Plain data: it is stored. */
export interface EditionAnalysis {
  kpis: KpiAnalysis[]
  /** for the row of each measure on the scorecard */
  rows: ({ kpi: string } & RowAnalysis)[]
  family: TestedFamily
  /** of every milestone of the plan, in its order */
  impacts: MilestoneImpact[]
}

export interface KpiAnalysis {
  kpi: string
  /** the borough series; for a measure of categories, every category */
  series: SeriesAnalysis[]
  changes: ChangeAnalysis[]
  /**
   * parts of its breakdowns of which rounding hides whether they have changed: their published figures would say
   * otherwise than those received; absent where there are none
   */
  hiddenParts?: SeriesPart[] | undefined
  /** those of them whose figures are those of the whole: judged as it is; absent where there are none */
  partsAsWhole?: SeriesAnalysis[] | undefined
  /** quarters, of a measure whose months are withheld in part; absent where they are not, or these cannot be told */
  coarser?: CoarserAnalysis | undefined
}

/** A measure as the public is told it where months would say too much: in quarters, or the twelve months to the end of each. */
export interface CoarserAnalysis {
  span: CoarserSpan
  /** by quarters, in order */
  points: CoarserPoint[]
  /** null where the months are judged themselves, or nothing can be told of change */
  analysis: SeriesAnalysis | null
}

export type CoarserPoint = Pick<Figure, 'period' | 'value' | 'availability' | 'provisional' | 'asAt'>

/** One member of one dimension of a measure. */
export interface SeriesPart {
  dimension: string
  member: string
}

/** A stretch of a series with limits of its own. */
export interface Segment {
  /** its first and last figure */
  from: string
  to: string
  mean: number
  lower: number
  upper: number
  /** few figures yet: the limits are likely to move */
  isTrial: boolean
  /** the recorded change at which it begins, or that figures kept a level since, until the latest; null for the first */
  reason: string | null
  /** they take in more than one level, so nothing is told as usual; absent in what was stored before it was asked here */
  isMixed?: boolean | undefined
}

export interface SpecialPoint {
  period: string
  cause: Exclude<SpecialCause, 'Common Cause'>
  type: PointType
}

/** How a latest figure is judged that limits of single figures do not suit. */
export interface JudgedByMethod {
  /** its name, to stand after "judged by" */
  method: string
  because: RunChartReason
  /** why no limits are drawn */
  reason: string
  /** what is behind the verdict, as a sentence */
  rule: string
  /** 1 up, −1 down, 0 where there is no evidence of change */
  direction: -1 | 0 | 1
  /** first period that the change rests on */
  since: string | null
  /** what there is no evidence of, where that is less than real change; absent elsewhere */
  none?: string | undefined
}

/** Why a latest figure is not judged at all. */
export const notJudgedCauses = [...runChartCauses, 'no-limits', 'latest-missing', 'overdue'] as const

export interface NotJudged {
  because: (typeof notJudgedCauses)[number]
  reason: string
}

/**
 * What rounding hides of the latest figure: on which side of its target it lies, and of its plan. `target-so-far` stands
 * in analyses that were stored before: its side of the target is told, and not for how long figures have lain there.
 */
export const hiddenByRounding = ['target', 'plan', 'target-so-far'] as const
export type HiddenByRounding = (typeof hiddenByRounding)[number]

/** How the figures of a series vary, and the words for it. */
export interface Variation {
  /** of each stretch that limits suit, oldest first */
  segments: Segment[]
  /** points that are not common cause, in those stretches */
  special: SpecialPoint[]
  /** of the latest figure; null where it is not judged */
  variation: PointType | null
  /** what its change means where the type would say another thing than the title; absent where it says it all */
  meaning?: ToldMeaning | null | undefined
  /** whether the target can be relied on; null where there is none, it is not judged, or limits are not those of today */
  assurance: Assurance | null
  /** what may be said of the target; absent in an analysis that was stored before figures were asked */
  claim?: TargetClaim | null | undefined
  /** absent where nothing is */
  hidden?: HiddenByRounding[] | undefined
  /** no further from its plan than it usually moves: no months ahead or behind are told; absent where it is */
  isNearPlan?: boolean | undefined
  /** a level kept for a year, by which assurance and claim are judged; absent without one */
  level?: { since: string; mean: number; lower: number; upper: number } | null | undefined
  /** how it is judged where limits do not suit; absent where they do, and where nothing can be told */
  byMethod?: JudgedByMethod | null | undefined
  /** null where the latest figure is judged */
  notJudged: NotJudged | null
  finding: string
  headline: string
}

export interface ForecastPeriod {
  period: string
  median: number
  lower80: number
  upper80: number
  lower95: number
  upper95: number
}

export interface SeriesAnalysis extends Variation {
  dimension: string
  member: string
  paragraph: string
  forecast: ForecastPeriod[]
  /** the figures come and go with the year; absent where they show no season */
  hasSeason?: boolean | undefined
  reach: ReachedTarget
  required: RequiredChange | null
}

/** Delivery against impact of one milestone. */
export interface MilestoneImpact {
  milestone: string
  state: ImpactState
  /** what was promised of its measure, in plain words; null where nothing was */
  promise: string | null
  success: SuccessState['kind']
  /** where the measure stands against the promise */
  successSentence: string
  sentence: string
  /** chance, 0 to 1, of having kept the promise by its date; null where that is met already or cannot be asked */
  chanceByDate: number | null
  /**
   * periods in a row that the chance is of keeping it; absent in an analysis that was stored before that was asked,
   * whose chance is of the very period of the date
   */
  sustain?: number | null | undefined
  /** the date that was set for its measure has passed without it; absent where it has not */
  isDateMissed?: boolean | undefined
}

interface SideMean {
  mean: number
  periods: number
}

export const changeSources = ['milestone', 'intervention'] as const

export interface ChangeAnalysis {
  source: (typeof changeSources)[number]
  id: string
  title: string
  date: string
  /** the first period that ends after that day, or, of what was recorded, on it; of a milestone it may belong to neither side */
  period: string
  /** plain means of up to twelve periods on either side */
  before: SideMean | null
  after: SideMean | null
  estimate:
    | Exclude<BeforeAndAfter, { kind: 'overlaps' }>
    | { kind: 'overlaps'; with: string }
    /** figures that no such estimate suits */
    | { kind: 'not-suited'; reason: string }
  sentence: string
}

export interface TestedFamily {
  untested: number
  /** series with a figure far outside all others, to be confirmed first; none in an analysis of before it was asked */
  toConfirm?: SeriesToConfirm[] | undefined
  /** strongest and weightiest first */
  signals: TestedSeries[]
}

export const signalKinds = ['step', 'spike', 'drift', 'variation', 'mix'] as const
export type SignalKind = (typeof signalKinds)[number]
export interface SeriesToConfirm {
  kpi: string
  dimension: string
  member: string
  label: string
  sentence: string
}

/** Which way a change points for people. */
export const meanings = ['improvement', 'concern', 'neutral'] as const
export type Meaning = (typeof meanings)[number]

/** The series itself, or the share of this category among all of the measure's. */
export const testedKinds = ['series', 'mix'] as const

export interface TestedSeries {
  kpi: string
  dimension: string
  member: string
  label: string
  /** the series itself, or the share of this category among all of the measure's */
  tested: (typeof testedKinds)[number]
  /** null where it is not told: to the panel, of any series */
  pValue: number | null
  /** to the panel no finer than its strength, and null of what is not flagged */
  qValue: number | null
  flagged: boolean
  /** null for what is not flagged: nothing is claimed of it */
  change: FlaggedChange | null
}

export interface FlaggedChange {
  kind: SignalKind
  direction: -1 | 1
  since: string
  meaning: Meaning
  sentence: string
  /** of a series held to its own trend, what is seen of it in a few words; absent in an analysis of before it was told */
  seen?: string | null | undefined
  history: { period: string; value: number | null }[]
  before: number
  after: number
  /** where a steady trend went before: the mean that the months since would have had on it */
  expected: number | null
  meetsTarget: boolean | null
  action: string | null
}

/** What a row of the scorecard shows of an analysis. */
export interface RowAnalysis extends Omit<Variation, 'byMethod' | 'meaning'> {
  /** where it claims neither improvement nor concern, as the title has it */
  meaning?: ToldMeaning | undefined
  /** its words are on the measure's own page */
  byMethod?:
    | (Pick<JudgedByMethod, 'direction' | 'none'> & { isSeasonal?: boolean | undefined })
    | null
    | undefined
  signal: Pick<FlaggedChange, 'kind' | 'direction' | 'since' | 'meaning' | 'sentence' | 'seen'> | null
  signalsWithin: number
  /** which highs and lows its ends would hide; absent in what was stored before it was asked here */
  extremes?: Extremes | undefined
  /** of a measure of categories the one that is shown; absent for others, and in what was stored before it was chosen here */
  category?: (SeriesPart & { isAmongLargest?: boolean | undefined }) | undefined
  reach: ReachedTarget
  /** that its target, met now, is not likely to stay so, as a sentence; absent where it may */
  losing?: string | undefined
  /** what is told in quarters where nothing is told of the months; absent where something is */
  coarser?: CoarserVerdict | undefined
}

/** A verdict on quarters, in short. */
export interface CoarserVerdict {
  /** the latest of them */
  period: string
  variation: PointType
  meaning?: ToldMeaning | undefined
  /** 1 up, −1 down, 0 where there is no evidence of change */
  direction: -1 | 0 | 1
  /** what it is of: 'in quarters' */
  words: string
}
