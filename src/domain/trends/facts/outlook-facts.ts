import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { paceSpans, requiredPaces } from '../../findings/required-words.ts'
import { chanceInWords, runningInWords } from '../../forecast/chance-words.ts'
import { likelihoodName, nowAndThenInWords, oddsName } from '../../forecast/odds-words.ts'
import {
  isLikelyBy,
  type KeptTarget,
  notLikely,
  outlookOf,
  type ReachChances,
  type ReachedTarget,
} from '../../forecast/reached-target.ts'
import { formatTarget, formatValue, workedOut } from '../../measures/format.ts'
import { capital, lowerFirst } from '../../measures/letter-case.ts'
import { carriesOver, targetAt } from '../../measures/measure.ts'
import { monthOf } from '../../periods/calendar.ts'
import { formatDate, formatPeriod } from '../../periods/labels.ts'
import type { Frequency } from '../../periods/period.ts'
import type { TrendPoint } from '../points.ts'
import { periodNouns } from '../trend-table.ts'
import { workOffBacklog } from './backlog.ts'
import type { Fact } from './fact.ts'

export interface OutlookInput {
  kpi: DescribedKpi
  isWhole: boolean
  points: readonly TrendPoint[]
  analysis: SeriesAnalysis | null
  asOf: string
}

/** What lies ahead, going on as now: what comes of the target, how likely by its date, and what it would take. */
export function listOutlook({ kpi, isWhole, points, analysis, asOf }: OutlookInput): Fact[] {
  if (!analysis) return []
  const target = isWhole ? targetAt(kpi.targets, monthOf(asOf)) : null
  const last = analysis.forecast.at(-1)
  // the pace of figures that show no change is one of chance
  const isMoving = analysis.variation !== 'common_cause'
  const isChanged = analysis.variation !== null && isMoving
  const isSeasonal = analysis.byMethod?.because === 'season'
  const backlog = target && isMoving ? workOffBacklog(kpi, points, target.value, analysis) : null
  return [
    ...(target
      ? reachFacts(analysis.reach, kpi.frequency, isChanged || isSeasonal || carriesOver(kpi.aggregation))
      : []),
    ...(target?.by ? chanceFacts(analysis.reach, kpi, formatTarget(kpi, target), target.by) : []),
    ...neededFact(kpi, analysis.required),
    ...(backlog ? [backlog] : []),
    ...(last
      ? [
          {
            term: `If nothing changes, ${formatPeriod(last.period)}`,
            ...bandFact(formatValue(workedOut(kpi), last.lower80), formatValue(workedOut(kpi), last.upper80)),
          },
        ]
      : []),
  ]
}

/** A band whose ends are shown alike holds all that is shown so: "0 to 0" is no band. */
function bandFact(lower: string, upper: string): Pick<Fact, 'value' | 'detail'> {
  return lower === upper
    ? { value: lower, detail: '8 chances in 10 or more' }
    : { value: `${lower} to ${upper}`, detail: '8 chances in 10' }
}

const reachTerm = 'Will it be kept?'
const within = 'within the next 18 months'

function reachFacts(reach: ReachedTarget, frequency: Frequency, isMoving: boolean): Fact[] {
  switch (reach.kind) {
    case 'kept':
      return [keptFact(reach, frequency)]
    case 'chances':
      return [{ term: reachTerm, ...outlookFact(reach, frequency, isMoving) }]
    case 'met':
      return [{ term: reachTerm, value: 'The latest figure meets it' }]
    case 'too-few-points':
      return [{ term: reachTerm, value: 'Too few points to say' }]
    case 'rounded':
      return [{ term: reachTerm, value: 'Hidden by rounding' }]
    case 'reaches':
    case 'not-on-current-trend':
    case 'no-question':
      return []
  }
}

/** Without a forecast it is a fact of the figures so far, and no answer to what will be. */
function keptFact({ run, stays }: KeptTarget, frequency: Frequency): Fact {
  const soFar = `the last ${run === 1 ? 'figure meets' : `${run} figures meet`} it`
  if (!stays) return { term: 'Is it kept?', value: 'Kept so far', detail: soFar }
  const { chance, until } = stays
  return {
    term: reachTerm,
    value: `Kept so far, ${likelihoodName(chance, notLikely.kept)} to last`,
    detail: `${soFar}; in every ${frequency} to ${formatPeriod(until)}: ${lowerFirst(chanceInWords(chance))}`,
  }
}

function outlookFact(
  reach: ReachChances,
  frequency: Frequency,
  isMoving: boolean,
): Pick<Fact, 'value' | 'detail'> {
  const running = runningInWords(reach.sustain, frequency)
  switch (outlookOf(reach)) {
    case 'not-met':
      return { value: 'Not likely to be met', detail: within }
    case 'now-and-then':
      // how often chance met it before says nothing of figures that have changed, of a season or of a list
      if (isMoving) return { value: 'Not likely to be kept', detail: `${running} ${within}` }
      return {
        value: 'Met now and then, not likely kept',
        detail: `it ${nowAndThenInWords(reach, frequency)}; not likely ${running} ${within}`,
      }
    case 'not-kept':
      return {
        value: 'Not likely to be kept',
        detail: `${running} ${within}; met in any ${frequency}: ${lowerFirst(chanceInWords(reach.everWithin))}`,
      }
    case 'open':
      return {
        value: capital(oddsName(reach.keptWithin)),
        detail: `${running} ${within}: ${lowerFirst(chanceInWords(reach.keptWithin))}`,
      }
    case 'kept':
      return isLikelyBy(reach)
        ? {
            value: `Likely by ${formatPeriod(reach.median ?? '')}`,
            detail: [running, ...earliestOf(reach)].join('; '),
          }
        : { value: `About ${formatPeriod(reach.median ?? '')}`, detail: `${running}; ${spreadOf(reach)}` }
  }
}

function spreadOf(reach: ReachChances): string {
  const { latest } = reach
  const late = latest === null ? 'may be over 18 months away' : `${formatPeriod(latest)} at the latest`
  return [...earliestOf(reach), late].join(', ')
}

/** Nothing where it is the month that is told already. */
function earliestOf({ earliest, median }: ReachChances): string[] {
  return earliest === null || earliest === median ? [] : [`${formatPeriod(earliest)} at the earliest`]
}

/** Two events and two chances: met in any period, and kept. */
function chanceFacts(
  reach: ReachedTarget,
  { frequency }: Pick<DescribedKpi, 'frequency'>,
  target: string,
  date: string,
): Fact[] {
  if (reach.kind !== 'chances' || reach.everBy === null || reach.keptBy === null) return []
  const by = `by ${formatDate(date)}`
  const detail = 'if nothing changes'
  const ever = { value: chanceInWords(reach.everBy), detail }
  if (reach.sustain === 1) return [{ term: `Chance of ${target} ${by}`, ...ever }]
  return [
    { term: `Chance of ${target} in any ${frequency} ${by}`, ...ever },
    {
      term: `Chance of ${target} ${runningInWords(reach.sustain, frequency)} ${by}`,
      value: chanceInWords(reach.keptBy),
      detail,
    },
  ]
}

/** What one period would have to bring, beside what was ever kept up over half a year. */
function neededFact(kpi: DescribedKpi, required: SeriesAnalysis['required']): Fact[] {
  if (!required || required.needed <= 0) return []
  const noun = periodNouns[kpi.frequency]
  const { standing, needed, best, typical } = requiredPaces(kpi, required)
  const span = paceSpans[kpi.frequency].over.replace(/^a /, '')
  const direction = kpi.direction === 'down' ? 'less' : 'more'
  const each = ` a ${noun}`
  const paceOf = (pace: string | null) => (pace === null ? 'no gain' : `${pace}${each}`)
  const most = standing === 'slightly-more' ? 'slightly less' : paceOf(best ?? null)
  const told = [
    ...(best === undefined ? [] : [`best ${span} so far: ${most}`]),
    ...(typical === undefined ? [] : [`typical: ${paceOf(typical)}`]),
  ]
  return [
    {
      term: 'Needed to meet the target',
      value: `${needed} ${kpi.unit === 'count' && direction === 'less' ? 'fewer' : direction} each ${noun}`,
      ...(told.length === 0 ? {} : { detail: told.join('; ') }),
    },
  ]
}
