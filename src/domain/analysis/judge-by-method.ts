import { proposedPolicy } from '../disclosure/policy.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Series, SeriesPoint } from '../figures/figure.ts'
import type { Seen, SeenOf } from '../findings/method-words.ts'
import { carriesOver } from '../measures/measure.ts'
import { findMovement, type Movement } from '../movement/find-movement.ts'
import { addPeriods, type Frequency, yearBefore } from '../periods/period.ts'
import { chartAndJudge } from '../spc/attribute/chart-and-judge.ts'
import { compareShares } from '../spc/attribute/compare-shares.ts'
import { fewestToJudge } from '../spc/attribute/judge-latest.ts'
import { judgeStock, rowOfChange } from '../spc/attribute/judge-stock.ts'
import { methodOfGains, methodOfSeason, methodOfStock, methodOfYear } from '../spc/attribute/method-names.ts'
import { referenceOptions } from '../spc/control-chart.ts'
import { judgePoint } from '../spc/judgement.ts'
import { changesOf, isPresent, type Observation, presentValues } from '../spc/observation.ts'
import type { PointType } from '../spc/point-types.ts'
import type { Side } from '../spc/rules.ts'
import type { RunChartReason } from '../spc/run-chart-causes.ts'
import { figuresWithoutSeason } from '../spc/season.ts'
import { isDoubted, isShareOfCases } from '../spc/suitability.ts'
import { type ChartedSeries, chartSeries, type MeasureContext } from './chart-series.ts'
import { partOf, type SeriesGrid } from './series-grid.ts'

/** What a method says of the latest figure where limits of single figures do not suit. */
export interface MethodVerdict {
  /** its name, to stand after "judged by" */
  method: string
  because: RunChartReason
  /** why no limits are drawn */
  reason: string
  variation: PointType
  side: Side
  /** first period that the change rests on; null where there is none */
  since: string | null
  seen: Seen
  /** how many figures at its end may still change, where without them it would be another; else 0 */
  provisional: number
}

/**
 * Judges a series that limits of single figures do not suit by the method that does: a list by its changes, figures
 * that add up through the year by what each month added, those that rise and fall with the year without their season,
 * others by the chart that is chosen for them
 * (spc/attribute/choose-chart.ts), and where there are too few for that, a share by its difference from a year before.
 * Null where limits suit, the latest figure is missing, overdue or doubted, or no method can be asked yet. Method:
 * docs/calculations.md#where-limits-do-not-suit.
 */
export function judgeByMethod(
  context: MeasureContext,
  charted: ChartedSeries,
  series: Series,
): MethodVerdict | null {
  const found = verdictOf(context, charted, series)
  if (!found) return null
  const provisional = provisionalAtEnd(series)
  const isOpen = provisional > 0 && found.side !== 0 && !isOfFinal(context, series, found, provisional)
  return { ...found, provisional: isOpen ? provisional : 0 }
}

/** How many figures, up to the latest, may still change. */
export function provisionalAtEnd({ points }: Series): number {
  return points.length - 1 - points.findLastIndex(({ provisional }) => !provisional)
}

/** Whether the figures that may no longer change lead to the same. */
function isOfFinal(
  context: MeasureContext,
  series: Series,
  { variation }: Pick<MethodVerdict, 'variation'>,
  provisional: number,
): boolean {
  const final = { ...series, points: series.points.slice(0, -provisional) }
  const charted = chartSeries(context, final)
  return charted !== null && verdictOf(context, charted, final)?.variation === variation
}

function verdictOf(
  context: MeasureContext,
  charted: ChartedSeries,
  series: Series,
): Omit<MethodVerdict, 'provisional'> | null {
  const judged = charted.suitability.at(-1)
  const own = partOf(charted.grid, charted.chart.segments.at(-1)?.start ?? 0)
  if (judged?.kind !== 'run-chart' || isDoubted(judged)) return null
  if (isOverdue(context.kpi, context.asOf) || !isPresent(own.values.at(-1))) return null
  const { because, reason } = judged
  const found = findByMethod(context, charted, series, own)
  if (!found) return null
  const { method, side, start, seen } = found
  return {
    method,
    because,
    reason,
    variation: judgePoint(side, charted.improvement),
    side,
    since: start === null ? null : (own.periods[start] ?? null),
    seen,
  }
}

/**
 * With which period a series has figures enough for a method that does without limits, if every period brings one; null
 * where it has.
 */
export function judgedFrom(charted: ChartedSeries): string | null {
  const own = partOf(charted.grid, charted.chart.segments.at(-1)?.start ?? 0)
  const latest = own.periods.at(-1)
  const missing = fewestToJudge - presentValues(figuresJudged(charted, own)).length
  return latest === undefined || missing <= 0 ? null : addPeriods(latest, missing)
}

interface FoundByMethod {
  method: string
  side: Side
  start: number | null
  seen: Seen
}

function findByMethod(
  context: MeasureContext,
  charted: ChartedSeries,
  series: Series,
  own: SeriesGrid,
): FoundByMethod | null {
  const { kpi, isRounded } = context
  const enough = presentValues(own.values).length >= fewestToJudge
  if (charted.judgedAs === 'gains') {
    const gains = { ...own, values: [...figuresJudged(charted, own)], cases: own.cases.map(() => null) }
    return presentValues(gains.values).length < fewestToJudge
      ? null
      : fromChart(gains, { aggregation: 'S', denominators: null, isRounded, frequency: 'month', of: 'gains' })
  }
  if (charted.judgedAs === 'season')
    return fromSeason({ ...own, values: [...figuresJudged(charted, own)] }, carriesOver(kpi.aggregation))
  if (carriesOver(kpi.aggregation)) return enough ? fromStock(own) : null
  const shares = sharesOf(kpi.aggregation, own, series)
  if (enough) {
    const aggregation = kpi.aggregation === 'X' ? 'S' : kpi.aggregation
    return fromChart(shares ? { ...own, values: shares.events } : own, {
      aggregation,
      denominators: shares?.sizes ?? null,
      isRounded,
      frequency: kpi.frequency,
      of: kpi.aggregation === 'X' && shares ? 'shares' : 'figures',
    })
  }
  return shares && kpi.unit === 'percent' ? fromYearBefore(own, shares, isRounded) : null
}

/**
 * The figures that a method judges: of those that add up through the year what each month added, of a category its
 * share in percent, and of those that follow the time of year the figures without it.
 */
export function figuresJudged({ judgedAs }: ChartedSeries, own: SeriesGrid): readonly Observation[] {
  switch (judgedAs) {
    case 'gains':
      return gainsOf(own)
    case 'shares':
      return own.values.map((value, row) => shareOf(value, own.cases[row]))
    case 'season':
      return figuresWithoutSeason(own.values) ?? own.values
    case 'figures':
      return own.values
  }
}

/** In percent; null where either is missing, or there is no case. */
export function shareOf(value: Observation, cases: Observation | undefined): Observation {
  return isPresent(value) && isPresent(cases) && cases > 0 ? (100 * value) / cases : null
}

/** What each month added: the figure of April, and of every other month less the one before. */
function gainsOf({ periods, values }: SeriesGrid): Observation[] {
  const changes = changesOf(values)
  return periods.map((period, row) => {
    const isStart = period.endsWith('-04') || period.includes('Q1')
    return (isStart ? values[row] : changes[row]) ?? null
  })
}

function fromChart(
  own: SeriesGrid,
  question: {
    aggregation: MeasureContext['kpi']['aggregation'] | null
    denominators: Observation[] | null
    isRounded: boolean
    frequency: Frequency
    of: SeenOf
  },
): FoundByMethod | null {
  const { aggregation, denominators, isRounded, frequency, of } = question
  const { verdict } = chartAndJudge(
    {
      values: own.values,
      denominators,
      aggregation,
      counts: own.cases,
      roundedTo: isRounded ? proposedPolicy.roundTo : null,
      frequency,
      asked: null,
      rebaseAt: [],
      fixAfterNPoints: null,
      improvementDirection: 'neutral',
    },
    referenceOptions,
  )
  if (verdict.kind === 'not-judged') return null
  const { sign } = verdict
  const method = [verdict.method, ...(plottedAs[of] ? [plottedAs[of]] : [])].join(' ')
  if (!sign) return { method, side: 0, start: null, seen: { kind: 'nothing' } }
  const figures = presentValues(own.values.slice(sign.start)).length
  return { method, side: sign.side, start: sign.start, seen: { ...sign, figures, of } }
}

/** A list by its changes, other figures by their chart: each without the time of year, and so without units. */
function fromSeason(without: SeriesGrid, isList: boolean): FoundByMethod | null {
  if (!isList) {
    const question = {
      aggregation: null,
      denominators: null,
      isRounded: false,
      frequency: 'month',
      of: 'season',
    } as const
    return fromChart({ ...without, cases: without.cases.map(() => null) }, question)
  }
  const method = `${methodOfStock}, ${methodOfSeason}`
  const sign = judgeStock(without.values)
  if (!sign) return { method, side: 0, start: null, seen: { kind: 'nothing' } }
  const start = rowOfChange(without.values, sign.changes)
  const side = sign.direction
  return { method, side, start, seen: { kind: 'climb', side, start, figures: sign.changes, of: 'season' } }
}

/** A list judged by its changes, and told by how it has moved as a person sees it. */
export function fromStock(own: Pick<SeriesGrid, 'values'>): FoundByMethod {
  const sign = judgeStock(own.values)
  const movement = findMovement(own.values)
  if (!sign) {
    const seen: Seen = movement ? { kind: 'movement', movement, isBeyondChance: false } : { kind: 'nothing' }
    return { method: methodOfStock, side: 0, start: null, seen }
  }
  const start = rowOfChange(own.values, sign.changes)
  const isMovement = movement?.kind === 'going-on' && movement.direction === sign.direction
  return {
    method: methodOfStock,
    side: sign.direction,
    start: isMovement ? movement.from : start,
    seen: isMovement
      ? { kind: 'movement', movement, isBeyondChance: true }
      : { kind: 'moved', movement: movedFrom(own.values, start, sign.direction), changes: sign.changes },
  }
}

function movedFrom(values: readonly Observation[], from: number, direction: 1 | -1): Movement {
  return { kind: 'going-on', direction, from, to: values.length - 1 }
}

/** What a chart is of, where that is not the figures as they are shown. */
const plottedAs: Partial<Record<SeenOf, string>> = { gains: methodOfGains, season: methodOfSeason }

interface Shares {
  events: Observation[]
  sizes: Observation[]
}

/** Events and what they are out of, where every figure held has both: of a category, the cases that it is among. */
function sharesOf(
  aggregation: MeasureContext['kpi']['aggregation'],
  { periods, values, cases }: SeriesGrid,
  { points }: Series,
): Shares | null {
  if (aggregation === 'X') {
    return isShareOfCases({ aggregation, values, cases }) ? { events: [...values], sizes: [...cases] } : null
  }
  const held = new Map(points.map((point) => [point.period, point]))
  const rows = periods.map((period) => held.get(period))
  const isWhole = rows.every(
    (point) => !isShown(point) || (point.numerator !== null && point.denominator !== null),
  )
  if (aggregation !== 'W' || !isWhole) return null
  return {
    events: rows.map((point) => (isShown(point) ? point.numerator : null)),
    sizes: rows.map((point) => (isShown(point) ? point.denominator : null)),
  }
}

function isShown(point: SeriesPoint | undefined): point is SeriesPoint {
  return point !== undefined && point.value !== null
}

function fromYearBefore({ periods }: SeriesGrid, shares: Shares, isRounded: boolean): FoundByMethod | null {
  const latest = periods.length - 1
  const start = periods.indexOf(yearBefore(periods[latest] ?? ''))
  const at = (row: number) => {
    const [events, size] = [shares.events[row], shares.sizes[row]]
    return isPresent(events) && isPresent(size) ? { events, size } : null
  }
  const before = at(start)
  const now = at(latest)
  if (!before || !now) return null
  const interval = compareShares(before, now, isRounded ? proposedPolicy.roundTo : 0)
  if (!interval) return null
  const side: Side = interval.lower > 0 ? 1 : interval.upper < 0 ? -1 : 0
  return {
    method: methodOfYear,
    side,
    start: side === 0 ? null : latest,
    seen: { kind: 'year', lower: 100 * interval.lower, upper: 100 * interval.upper },
  }
}
