import { type FindingState, findingState, meaningOf } from '../findings/finding-state.ts'
import { type Seen, seenInWords } from '../findings/method-words.ts'
import { type FindingSubject, writeFinding } from '../findings/write-finding.ts'
import { carriesOver } from '../measures/measure.ts'
import { periodsInMonths, yearBefore } from '../periods/period.ts'
import { findSignals, type KnownOfSeries, type Signal } from '../signals/find-signals.ts'
import { type ChartQuestion, chartAndJudge } from '../spc/attribute/chart-and-judge.ts'
import { methodNames, methodOfYear } from '../spc/attribute/method-names.ts'
import type { LatestSign } from '../spc/attribute/read-latest.ts'
import {
  analyseControlChart,
  type ControlChart,
  type ControlChartOptions,
  referenceOptions,
} from '../spc/control-chart.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { figuresWithoutSeason } from '../spc/season.ts'
import { judgeSuitability, type MeasuredSeries, type Suitability } from '../spc/suitability.ts'
import { asSeen, listAsSeen } from './as-seen.ts'
import {
  type CalendarValues,
  type DatedValues,
  everyPeriod,
  frequencyOfRows,
  periodOfRow,
  rowsFrom,
} from './calendar-grid.ts'
import { fromStock } from './judge-by-method.ts'
import { type LookAhead, type LookAheadInput, lookAhead } from './look-ahead.ts'

export interface AnalysedSeries extends DatedValues, LookAheadInput {
  id: string
  /** positions at which a recorded re-baseline starts a new segment */
  rebaseAt: readonly number[]
  fixAfterNPoints: number | null
  /** what each value is a share of (1 is all of them), where it is one */
  denominators?: readonly Observation[] | null
  /** most of those counted are the people of the month before */
  isList?: boolean
  /** what the latest row is judged by: a chart that is asked for, or the one that suits */
  question: Omit<ChartQuestion, 'withoutSeason' | 'yearBefore'>
  /** what the values are, which decides whether limits may be drawn */
  measured: Omit<MeasuredSeries, 'values'>
  subject: Omit<FindingSubject, 'periods' | 'values' | 'target'>
}

export interface Analysis {
  id: string
  chart: ControlChart
  suitability: Suitability
  judged: Judged
  ahead: LookAhead
  signal: RecentChange
  finding: string
}

type Judged = ReturnType<typeof chartAndJudge>

export interface RecentChange extends Signal {
  /** the month in which the flagged change began; null where nothing is flagged */
  since: string | null
}

/**
 * Everything the product says of a family of series, computed together, because whether one of them stands
 * out depends on how many are looked at. Rows are in date order, each period once. Forecast and recent change
 * look at the periods since the last re-baseline.
 */
export function analyseFamily(
  family: readonly AnalysedSeries[],
  options: (series: AnalysedSeries) => ControlChartOptions = () => referenceOptions,
): Analysis[] {
  const charted = family.map((series) => {
    const chart = analyseControlChart(series, options(series))
    const recentRows = rowsFrom(series, chart.segments.at(-1)?.start ?? 0)
    const known = knownOf(series, chart.segments.at(-1)?.start ?? 0)
    return { series, chart, recent: everyPeriod(recentRows), recentRows, known }
  })
  // quarters and years are too few to be tested, as they are in an edition
  const tested = charted.filter(({ series }) => frequencyOfRows(series.dates) === 'month')
  const found = findSignals(
    tested.map(({ recent }) => recent.values),
    tested.map(({ known }) => known),
  )
  const signals = new Map(tested.map((one, index) => [one, found[index] ?? untested]))
  return charted.map((one) => {
    const { series, chart, recent, recentRows } = one
    const suitability = judgeSuitability({ ...series.measured, values: recentRows.values })
    const withoutSeason = rowsWithoutSeason(series, recent, recentRows)
    const yearBefore = rowOfYearBefore(series)
    const signal = datedSignal(signals.get(one) ?? untested, series, recent)
    const found = chartAndJudge({ ...series.question, withoutSeason, yearBefore }, options(series))
    const judged = sinceFlagged(found, series, signal)
    return {
      id: series.id,
      chart,
      suitability,
      judged,
      ahead: lookAhead(recent, series),
      signal,
      finding: findingOf(series, chart, suitability, isOfAllSince(found) ? judged : found, withoutSeason),
    }
  })
}

function knownOf({ dates, denominators, isList = false }: AnalysedSeries, start: number): KnownOfSeries {
  if (!denominators) return { isList }
  const sizes = everyPeriod(rowsFrom({ dates, values: denominators }, start)).values
  return { isList, shares: { denominators: sizes, whole: 1 } }
}

const untested: Signal = { change: null, chance: 1, falseAlarmRate: 1, isFlagged: false }

/** As an edition tells it: of the kind and since the month that a reader sees, counted back from the last with a value. */
function datedSignal(
  signal: Signal,
  { isList = false, subject }: AnalysedSeries,
  recent: CalendarValues,
): RecentChange {
  if (!signal.change || !signal.isFlagged) return { ...signal, since: null }
  const seen = asSeen(signal.change, recent.values)
  const change = isList ? listAsSeen(subject.measure, seen, recent) : seen
  const last = recent.values.findLastIndex(isPresent)
  return { ...signal, change, since: recent.periods[last - change.months + 1] ?? null }
}

/**
 * A step that was flagged and a verdict that goes the same way are one change, and begin in one month: that of the step,
 * which is dated by all figures since and before.
 */
function sinceFlagged(judged: Judged, { dates }: AnalysedSeries, { change, since }: RecentChange): Judged {
  const { verdict } = judged
  if (verdict.kind !== 'judged' || !verdict.sign || change?.kind !== 'step' || change.expected !== null)
    return judged
  const start = dates.findIndex((date) => periodOfRow(date) === since)
  if (start < 0 || verdict.sign.side !== change.direction || !isOfLevel[verdict.sign.kind]) return judged
  return { ...judged, verdict: { ...verdict, sign: { ...verdict.sign, start } } }
}

/** Of a run its figures are counted, which all lie on one side; of what is seen of figures together, all since the step. */
function isOfAllSince({ verdict }: Judged): boolean {
  return verdict.kind === 'judged' && verdict.sign?.kind === 'level'
}

/** Whether a sign is of a level, and not of a way that figures go. */
const isOfLevel: Record<LatestSign['kind'], boolean> = {
  outside: true,
  near: true,
  side: true,
  level: true,
  trend: false,
  climb: false,
}

/** In the places of the rows given, those before the last re-baseline empty; null where no time of year is plain. */
function rowsWithoutSeason(
  { dates, question }: AnalysedSeries,
  recent: CalendarValues,
  recentRows: DatedValues,
): Observation[] | null {
  if (question.asked !== null || frequencyOfRows(dates) !== 'month') return null
  const without = figuresWithoutSeason(recent.values)
  if (!without) return null
  const held = new Map(recent.periods.map((period, row) => [period, without[row] ?? null]))
  const before = dates.slice(0, dates.length - recentRows.dates.length)
  return [...before.map(() => null), ...recentRows.dates.map((date) => held.get(periodOfRow(date)) ?? null)]
}

function rowOfYearBefore({ dates }: AnalysedSeries): number | null {
  const periods = dates.map(periodOfRow)
  const latest = periods.at(-1)
  const row = latest === undefined ? -1 : periods.indexOf(yearBefore(latest))
  return row === -1 ? null : row
}

function findingOf(
  series: AnalysedSeries,
  chart: ControlChart,
  suitability: Suitability,
  judgedBy: Judged,
  withoutSeason: readonly Observation[] | null,
): string {
  const { periods, values } = everyPeriod(series)
  const yearAgo = values[values.length - 1 - periodsInMonths(frequencyOfRows(series.dates), 12)]
  const latest = values.at(-1)
  const by = isPresent(latest) && isPresent(yearAgo) ? Math.sign(latest - yearAgo) : 0
  const onYear = by === 0 ? null : by > 0 ? 1 : -1
  const judged = { target: series.target, improvement: series.improvementDirection }
  const state =
    stateByMethod(series, suitability, judgedBy, onYear, withoutSeason) ??
    findingState(chart, suitability, series.values, onYear, null, judged)
  return writeFinding({ ...series.subject, target: series.target, periods, values }, state)
}

/**
 * The state where another method than limits of single figures gives the verdict, so that sentence and verdict are one;
 * null where limits do, or nothing is judged.
 */
function stateByMethod(
  { dates, values, subject, question }: AnalysedSeries,
  suitability: Suitability,
  { chart, verdict }: Judged,
  onYear: 1 | -1 | null,
  withoutSeason: readonly Observation[] | null,
): FindingState | null {
  if (verdict.kind === 'not-judged') return null
  const { method, variation, sign } = verdict
  const isOfLimits = suitability.kind === 'control-chart' && method === methodNames.xmr
  if (isOfLimits && sign?.kind !== 'level') return null
  const start = chart.segments.at(-1)?.start ?? 0
  const own = { periods: dates.slice(start).map(periodOfRow), values: (withoutSeason ?? values).slice(start) }
  const isSeasonal = withoutSeason !== null
  const isList = question.asked === null && question.aggregation !== null && carriesOver(question.aggregation)
  const seen =
    isList && !isSeasonal
      ? fromStock(own).seen
      : seenOf(method, sign, own.values, start, isSeasonal ? 'season' : 'figures')
  return {
    change: {
      kind: 'by-method',
      meaning: meaningOf(variation, (sign?.side ?? 0) > 0, own.values, isList ? null : onYear),
      seen: seenInWords(subject.measure, own, seen, isSeasonal),
      ...(isSeasonal ? { isSeasonal } : {}),
    },
    claim: null,
  }
}

function seenOf(
  method: string,
  sign: LatestSign | null,
  values: readonly Observation[],
  start: number,
  of: 'figures' | 'season',
): Seen {
  // one difference is no sign of a chart
  if (sign === null || method === methodOfYear) return { kind: 'nothing' }
  const from = sign.start - start
  return { ...sign, start: from, figures: values.slice(from).filter(isPresent).length, of }
}
