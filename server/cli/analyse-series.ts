import {
  type AnalysedSeries,
  type Analysis,
  analyseFamily,
  type RecentChange,
} from '../../src/domain/analysis/analyse-family.ts'
import { frequencyOfRows } from '../../src/domain/analysis/calendar-grid.ts'
import type { LookAhead } from '../../src/domain/analysis/look-ahead.ts'
import { furthestMonths } from '../../src/domain/forecast/forecast.ts'
import { carriesOver } from '../../src/domain/measures/measure.ts'
import { frequencyOf, lastMonthOf, periodsInMonths } from '../../src/domain/periods/period.ts'
import { chartRows } from '../../src/domain/spc/attribute/chart-rows.ts'
import { type ControlChart, referenceOptions } from '../../src/domain/spc/control-chart.ts'
import { chartOf, verdictOf } from './analyse-chart.ts'
import type { SeriesInput } from './analyse-input.ts'

/** In months. */
const usualHorizon = 12

/** Nothing is known of what the values measure: no reason to withhold limits but too few, or not monthly. */
const plainSeries = {
  cases: [],
  aggregation: 'W',
  unit: 'rate',
  isYearToDate: false,
} as const
const mostDecimals = 2
const mostRateDecimals = 8

/**
 * The results that `analyse` prints, one for each series in the order given. Rows may come in any order:
 * they are put in date order for the analysis, and arrays come back in the order of the rows given.
 */
export function analyseSeries(inputs: readonly SeriesInput[]) {
  const orders = inputs.map(dateOrder)
  const family = inputs.map((input, index) => familyMember(input, orders[index] ?? []))
  const screening = new Map(family.map((series, index) => [series, inputs[index]?.screenOutliers ?? true]))
  const analyses = analyseFamily(family, (series) => ({
    ...referenceOptions,
    screenOutliers: screening.get(series) ?? true,
  }))
  return inputs.flatMap((input, index) => {
    const analysis = analyses[index]
    const order = orders[index] ?? []
    return analysis ? [resultOf(analysis, input, order)] : []
  })
}

/** Positions of the rows in date order. */
function dateOrder({ dates }: SeriesInput): number[] {
  return dates.map((_, row) => row).sort((a, b) => ((dates[a] ?? '') < (dates[b] ?? '') ? -1 : 1))
}

function familyMember(input: SeriesInput, order: readonly number[]): AnalysedSeries {
  const frequency = frequencyOfRows(input.dates)
  return {
    id: input.id,
    dates: order.map((row) => input.dates[row] ?? ''),
    values: figuresOf(input, order),
    denominators: inOrder(input.denominators, order),
    isList: input.aggregation ? carriesOver(input.aggregation) : false,
    improvementDirection: input.improvementDirection,
    target: input.target ?? null,
    targetDate: monthAsked(input.targetDate),
    sustain: input.sustain ?? null,
    rebaseAt: (input.rebaseAt ?? []).map((row) => order.indexOf(row)),
    fixAfterNPoints: input.fixAfterNPoints ?? null,
    horizon: periodsInMonths(frequency, Math.min(input.horizon ?? usualHorizon, furthestMonths)),
    question: chartQuestion(input, order),
    measured: { ...plainSeries, frequency },
    subject: {
      name: null,
      measure: { unit: 'ratio', decimals: decimalsOf(input) },
      isSnapshot: false,
      isProvisional: false,
    },
    bounds: { lower: input.lowerBound ?? null, upper: input.upperBound ?? null },
  }
}

/** A target is met by the end of the period that is named. */
function monthAsked(date: string | null | undefined): string | null {
  if (date == null) return null
  return frequencyOf(date) === null ? date : lastMonthOf(date)
}

function inOrder(
  values: readonly (number | null)[] | null | undefined,
  order: readonly number[],
): (number | null)[] | null {
  return values ? order.map((row) => values[row] ?? null) : null
}

/** What is told in figures: the values, or what share or rate of their denominators they are. */
function figuresOf({ values, denominators }: SeriesInput, order: readonly number[]): (number | null)[] {
  const rows = { values: inOrder(values, order) ?? [], denominators: inOrder(denominators, order) }
  return chartRows(rows).map(({ y }) => y)
}

function chartQuestion(input: SeriesInput, order: readonly number[]): AnalysedSeries['question'] {
  return {
    values: inOrder(input.values, order) ?? [],
    denominators: inOrder(input.denominators, order),
    counts: inOrder(input.counts, order),
    aggregation: input.aggregation ?? null,
    roundedTo: input.roundedTo ?? null,
    frequency: frequencyOfRows(input.dates),
    rebaseAt: (input.rebaseAt ?? []).map((row) => order.indexOf(row)),
    fixAfterNPoints: input.fixAfterNPoints ?? null,
    asked: input.chart ?? null,
    improvementDirection: input.improvementDirection,
  }
}

/** Of shares and rates, enough for two figures that say something; else as many as the values have, two at most. */
function decimalsOf(input: SeriesInput): number {
  if (input.denominators) {
    const figures = figuresOf(input, [...input.values.keys()]).map((figure) => Math.abs(figure ?? 0))
    const largest = figures.reduce((most, figure) => Math.max(most, figure), 0)
    const needed = largest > 0 ? Math.ceil(-Math.log10(largest)) + 1 : 0
    return Math.min(mostRateDecimals, Math.max(mostDecimals, needed))
  }
  const { values, target } = input
  const decimals = [...values, target ?? null].map((value) => `${value ?? ''}`.split('.')[1]?.length ?? 0)
  return Math.min(mostDecimals, Math.max(0, ...decimals))
}

function resultOf(
  { id, chart, judged, ahead, signal, finding }: Analysis,
  input: SeriesInput,
  order: readonly number[],
) {
  return {
    id,
    spc: spcOf(chart, order),
    chart: chartOf(judged.chart, order),
    verdict: verdictOf(judged.verdict, order, input.dates),
    forecast: forecastOf(ahead),
    signal: signalOf(signal),
    finding,
  }
}

/** What is not flagged is not claimed: it has its chance, and neither kind, direction nor beginning. */
function signalOf({ change, since, chance, falseAlarmRate, isFlagged }: RecentChange) {
  const flagged = isFlagged ? change : null
  return {
    since,
    direction: flagged === null ? null : flagged.direction > 0 ? 'increase' : 'decrease',
    kind: flagged?.kind ?? null,
    pValue: chance,
    qValue: falseAlarmRate,
    flagged: isFlagged,
  }
}

function spcOf(chart: ControlChart, order: readonly number[]) {
  const place = new Map(order.map((row, position) => [row, position]))
  const points = order.map((_, row) => chart.points[place.get(row) ?? -1])
  const segments = points.map((point) => (point === undefined ? undefined : chart.segments[point.segment]))
  return {
    mean: segments.map((segment) => segment?.mean ?? null),
    lpl: segments.map((segment) => segment?.limits?.lower ?? null),
    upl: segments.map((segment) => segment?.limits?.upper ?? null),
    nlpl: segments.map((segment) => segment?.limits?.nearLower ?? null),
    nupl: segments.map((segment) => segment?.limits?.nearUpper ?? null),
    pointType: points.map((point) => point?.type ?? 'common_cause'),
    specialCauseType: points.map((point) => point?.cause ?? 'Common Cause'),
    variationType: chart.variation,
    assuranceType: chart.assurance,
  }
}

function forecastOf({ periods, months, probabilityMetBy, reach }: LookAhead) {
  return {
    periods,
    median: months.map((month) => month.median),
    lower80: months.map((month) => month.lower80),
    upper80: months.map((month) => month.upper80),
    lower95: months.map((month) => month.lower95),
    upper95: months.map((month) => month.upper95),
    probabilityMetBy,
    reach: reachOf(reach),
  }
}

function reachOf(reach: LookAhead['reach']) {
  switch (reach.kind) {
    case 'chances': {
      const { sustain, everBy, keptBy, earliest, median, latest } = reach
      return { sustain, everBy, keptBy, earliest, median, latest }
    }
    case 'no-question':
      return null
    case 'too-few-points':
      return reach.kind
  }
}
