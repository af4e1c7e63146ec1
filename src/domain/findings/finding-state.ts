import type { ControlChart } from '../spc/control-chart.ts'
import { takeInLevels } from '../spc/mixed-limits.ts'
import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import type { PointType } from '../spc/point-types.ts'
import { runLength } from '../spc/rules.ts'
import type { RunChartReason } from '../spc/run-chart-causes.ts'
import { isHigh, type SpecialCauseSign, signOfCause } from '../spc/signs.ts'
import { isDoubted, type Suitability } from '../spc/suitability.ts'
import type { TargetClaim } from './claim-of.ts'
import { countFiguresOfSign } from './figures-of-sign.ts'
import { replacesOwn } from './is-flag-told.ts'
import type { PlainMeaning, SpecialCauseMeaning } from './meanings.ts'
import type { SeenInWords } from './method-words.ts'
import { judgeTargetClaim, type TargetToJudge } from './target-claim.ts'

/** How strong the evidence of change is. Every finding comes from exactly one of these. */
export type ChangeState =
  | { kind: 'latest-missing' }
  | { kind: 'not-judged'; because: RunChartReason | 'overdue' }
  /** by another method than limits of single figures; `meaning` null where it shows no evidence of change */
  | {
      kind: 'by-method'
      meaning: SpecialCauseMeaning | null
      seen: SeenInWords | null
      /** how many figures at the end may still change, where it cannot do without them; else left out */
      provisional?: number
      /** judged beside the same month of other years, since figures rise and fall with the time of year */
      isSeasonal?: boolean
      /** limits of the figures received tell the change: their title leaves what lies ahead of the target to the text */
      isOfLimits?: boolean
    }
  | { kind: 'flagged'; flag: FlagInWords }
  | { kind: 'no-limits'; because: NoLimitsReason }
  /** `since`: where limits start anew, nothing is said of what came before; left out where they never did */
  | { kind: 'common-cause'; since?: string }
  | {
      kind: 'special-cause'
      sign: SpecialCauseSign
      meaning: SpecialCauseMeaning
      /** how many figures, up to the latest, show the sign */
      figures: number
      /** how many cannot be told: seven or more */
      isSevenOrMore?: boolean
      /** how many of these the sign cannot do without and may still change; left out where it can do without all */
      provisional?: number
      /** the limits take in more than one level, so nothing is told as usual */
      isMixed?: boolean
      /** since when figures had kept the level that limits are of, where no change is recorded there */
      levelSince?: string
      /** the level that they have kept for a year; left out where they have not */
      shift?: ShiftInState | null
    }

/** A level apart from the one before, and since when figures have kept it. */
export interface ShiftInState {
  since: string
  /** mean of the figures before; null where there are none */
  before: number | null
  mean: number
  lower: number
  upper: number
  isTrial: boolean
}

/** What the tests of a whole edition say of a series that limits do not suit, as clauses. */
export interface FlagInWords {
  /** 'drifting up since Oct 2024, 72 days in Sep 2025 against about 52 days before' */
  clause: string
  /** 'drifting up since Oct 2024' */
  title: string
  /** what it says of the latest figure; null where it is of their spread, or against a trend of their own */
  variation?: PointType | null
  meaning: PlainMeaning
  direction: 1 | -1
}

/** All figures alike, or no two of them beside each other. */
export type NoLimitsReason = 'constant' | 'gaps'

export interface FindingState {
  change: ChangeState
  /** null where there is no target to judge by, or nothing to judge it against */
  claim: TargetClaim | null
}

/** On which side of a year before the latest figure lies; `alike` where both are published as the same, and may differ. */
export type OnYear = 1 | -1 | 'alike' | null

export interface TargetOfSeries extends TargetToJudge {
  /** the first row whose figures count for it; of the stretch that limits are of where left out */
  countsFrom?: number
}

const noTarget: TargetOfSeries = { target: null, improvement: 'neutral' }

/**
 * The state of a series as its limits show it; where they do not suit it, or find nothing, as it was flagged among all
 * that was tested. The words come from it and from nothing else.
 */
export function findingState(
  chart: ControlChart,
  suitability: Suitability,
  values: readonly Observation[],
  onYear: OnYear = null,
  flag: FlagInWords | null = null,
  target: TargetOfSeries = noTarget,
): FindingState {
  if (!isPresent(values.at(-1))) return { change: { kind: 'latest-missing' }, claim: null }
  if (suitability.kind === 'run-chart') {
    const { because } = suitability
    // what the tests find beside a doubted figure may be that figure
    const isFlagTold = flag !== null && !isDoubted(suitability)
    return { change: isFlagTold ? { kind: 'flagged', flag } : { kind: 'not-judged', because }, claim: null }
  }
  const segment = chart.segments.at(-1)
  const own = values.slice(segment?.start)
  if (!segment?.limits) {
    const present = presentValues(own)
    const isConstant = present.length > 1 && present.every((value) => value === present[0])
    return {
      change: { kind: 'no-limits', because: isConstant ? 'constant' : 'gaps' },
      claim: judgeTargetClaim(null, own, target),
    }
  }
  const isMixed = takeInLevels(own, segment.limits)
  const isFlagged = flag !== null && replacesOwn(flag.meaning, chart.variation, false)
  const isChanged = isFlagged || chart.points.at(-1)?.type !== 'common_cause'
  return {
    change: isFlagged ? { kind: 'flagged', flag } : withMixed(changeOf(chart, values, onYear), isMixed),
    claim: judgeTargetClaim(chart.assurance, values.slice(target.countsFrom ?? segment.start), target, {
      isChanged,
      isMixed,
    }),
  }
}

function withMixed(change: ChangeState, isMixed: boolean): ChangeState {
  return change.kind === 'special-cause' && isMixed ? { ...change, isMixed } : change
}

function changeOf(chart: ControlChart, values: readonly Observation[], onYear: OnYear): ChangeState {
  const latest = chart.points.at(-1)
  if (latest === undefined || latest.cause === 'Common Cause') return { kind: 'common-cause' }
  const sign = longestSign(chart, values, signOfCause[latest.cause])
  const figures = countFiguresOfSign(chart, values, sign)
  const meaning = meaningOf(latest.type, isHigh(sign), values, onYear)
  return meaning === null ? { kind: 'common-cause' } : { kind: 'special-cause', sign, meaning, figures }
}

/** Two of three near a limit say less than the run on that side of the mean which they end. */
function longestSign(
  chart: ControlChart,
  values: readonly Observation[],
  sign: SpecialCauseSign,
): SpecialCauseSign {
  if (sign !== 'near-high' && sign !== 'near-low') return sign
  const side = isHigh(sign) ? 'above' : 'below'
  return countFiguresOfSign(chart, values, side) >= runLength ? side : sign
}

/** What a special cause means beside the year before and the last figures; null for common cause. */
export function meaningOf(
  type: PointType,
  isUp: boolean,
  values: readonly Observation[],
  onYear: OnYear,
): SpecialCauseMeaning | null {
  const isAlike = onYear === 'alike'
  // high for its stretch and below the year before, or low and above it
  const against = onYear === (isUp ? -1 : 1) ? 'not-on-year' : goesBack(isUp, values) ? 'not-of-late' : null
  switch (type) {
    case 'common_cause':
      return null
    case 'special_cause_improvement':
      return against ? `better-${against}` : isAlike ? 'better' : 'improvement'
    case 'special_cause_concern':
      return against ? `worse-${against}` : isAlike ? 'worse' : 'concern'
    case 'special_cause_neutral_high':
    case 'special_cause_neutral_low': {
      const side = isUp ? 'high' : 'low'
      return against ? `${side}-${against}` : isAlike ? side : 'neutral'
    }
  }
}

/** So many steps running towards where figures came from. */
const stepsBack = 3

function goesBack(isUp: boolean, values: readonly Observation[]): boolean {
  const late = values.slice(-stepsBack - 1)
  if (late.length <= stepsBack || !late.every(isPresent)) return false
  return late.every((value, row) => {
    const before = late[row - 1]
    return before === undefined || (isUp ? value < before : value > before)
  })
}
