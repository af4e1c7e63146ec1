import * as z from 'zod/mini'
import { periodOfRow } from '../../src/domain/analysis/calendar-grid.ts'
import { aggregations } from '../../src/domain/measures/measure.ts'
import { isDate } from '../../src/domain/periods/calendar.ts'
import { frequencyOf, isPeriod } from '../../src/domain/periods/period.ts'
import { type ChartKind, chartKinds, needsDenominators } from '../../src/domain/spc/attribute/chart-kinds.ts'
import { smallestBaseline } from '../../src/domain/spc/control-chart.ts'
import { improvementDirections } from '../../src/domain/spc/judgement.ts'

// zod/mini brings no words of its own
z.config(z.locales.en())

const periodOrDay = z
  .string()
  .check(
    z.refine(
      (text) => isDate(text) || isPeriod(text),
      'write a month 2025-04, a quarter 2025-Q1 or a year FY2024-25',
    ),
  )

/** Every month of four centuries: there are no more periods that figures can be of. */
const mostRows = 4800
const mostSeries = 100_000
const mostCharacters = 200
const rows = z.array(z.nullable(z.number())).check(z.maxLength(mostRows, `give ${mostRows} rows at most`))
const baseSizes = z
  .array(z.nullable(z.number().check(z.nonnegative('give 0 or more, or null'))))
  .check(z.maxLength(mostRows, `give ${mostRows} rows at most`))

/** A day is of its month. */
function isMonthOrDay(date: string): boolean {
  return frequencyOf(periodOfRow(date)) === 'month'
}

interface SeriesRows {
  values: readonly (number | null)[]
  denominators?: readonly (number | null)[] | null | undefined
  counts?: readonly (number | null)[] | null | undefined
}

function isAsLongAsValues(field: 'denominators' | 'counts') {
  return (series: SeriesRows): boolean =>
    series[field] == null || series[field].length === series.values.length
}

const asManyAsValues = 'give as many as values, null where there is none'

type Asked = ChartKind | null | undefined

/** Numerators, counts, and what lies between events. */
function isOfEvents(chart: Asked, denominators: SeriesRows['denominators']): boolean {
  return denominators != null || (chart != null && chart !== 'xmr' && chart !== 'run')
}

/** Counts, and what lies between events; single figures and run charts may be of shares. */
function isWithoutDenominators(chart: Asked): boolean {
  return chart === 'c' || chart === 'g' || chart === 't'
}

function isOfShares(chart: Asked): boolean {
  return chart === 'p' || chart === 'p-prime'
}

function isNotBelowZero(value: number | null): boolean {
  return value === null || value >= 0
}

/** Where nothing is known of either there is nothing to compare; of a denominator of zero there is no share. */
function isWithin(denominators: SeriesRows['denominators']) {
  return (value: number | null, row: number): boolean => {
    const size = denominators?.[row] ?? null
    return value === null || size === null || size === 0 || value <= size
  }
}

const SeriesInput = z
  .object({
    id: z.string().check(z.maxLength(mostCharacters, `give ${mostCharacters} characters at most`)),
    dates: z.array(periodOrDay).check(z.maxLength(mostRows, `give ${mostRows} rows at most`)),
    values: rows,
    denominators: z.nullish(baseSizes),
    counts: z.nullish(baseSizes),
    aggregation: z.nullish(z.enum(aggregations)),
    roundedTo: z.nullish(z.number().check(z.positive('give more than 0, or leave it out'))),
    chart: z.nullish(z.enum(chartKinds, `give one of ${chartKinds.join(', ')}, or leave it out`)),
    improvementDirection: z._default(z.enum(improvementDirections), 'increase'),
    target: z.nullish(z.number()),
    rebaseAt: z.nullish(
      z
        .array(z.int().check(z.nonnegative()))
        .check(z.maxLength(mostRows, `give ${mostRows} positions at most`)),
    ),
    fixAfterNPoints: z.nullish(
      z.int().check(z.gte(smallestBaseline, `give ${smallestBaseline} or more, or leave it out`)),
    ),
    screenOutliers: z.nullish(z.boolean()),
    horizon: z.nullish(z.int().check(z.gte(1))),
    targetDate: z.nullish(periodOrDay),
    sustain: z.nullish(z.int().check(z.gte(1, 'give 1 or more periods, or leave it out'))),
    lowerBound: z.nullish(z.number()),
    upperBound: z.nullish(z.number()),
  })
  .check(
    z.refine((series) => series.dates.length === series.values.length, 'give as many dates as values'),
    z.refine(({ dates }) => new Set(dates.map(frequencyOf)).size <= 1 || dates.every(isMonthOrDay), {
      path: ['dates'],
      error: 'give months, quarters or years, and only one of them',
    }),
    z.refine(({ dates }) => new Set(dates.map(periodOfRow)).size === dates.length, {
      path: ['dates'],
      error: 'a period is given twice: give each once',
    }),
    z.refine(
      ({ lowerBound, upperBound }) => lowerBound == null || upperBound == null || lowerBound < upperBound,
      'lowerBound must be below upperBound',
    ),
    z.refine(isAsLongAsValues('denominators'), { path: ['denominators'], error: asManyAsValues }),
    z.refine(isAsLongAsValues('counts'), { path: ['counts'], error: asManyAsValues }),
    z.refine(({ aggregation, denominators }) => aggregation !== 'M' || denominators == null, {
      path: ['denominators'],
      error: 'a median is out of nothing: leave them out, or give counts in their place',
    }),
    z.refine(
      ({ chart, denominators }) => chart == null || !needsDenominators(chart) || denominators != null,
      {
        path: ['denominators'],
        error: 'this chart is of shares or rates: give what each value is out of',
      },
    ),
    z.refine(({ chart, denominators }) => !isWithoutDenominators(chart) || denominators == null, {
      path: ['denominators'],
      error: 'a chart of this kind has none: leave them out, or ask for p-prime or u-prime',
    }),
    z.refine(
      ({ chart, denominators, values }) => !isOfEvents(chart, denominators) || values.every(isNotBelowZero),
      {
        path: ['values'],
        error: 'events and days are 0 or more: one is below',
      },
    ),
    z.refine(
      ({ chart, denominators, values }) => !isOfShares(chart) || values.every(isWithin(denominators)),
      {
        path: ['values'],
        error: 'a share is of its denominator: one value is above it',
      },
    ),
  )
export type SeriesInput = z.infer<typeof SeriesInput>

const SeriesList = z.array(SeriesInput).check(z.maxLength(mostSeries, `give ${mostSeries} series at most`))

export type ReadInput = { kind: 'read'; series: SeriesInput[] } | { kind: 'faulty'; problems: string[] }

/** Reads the array of series that `analyse` takes; every problem names its series, field and remedy. */
export function readAnalyseInput(text: string): ReadInput {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return {
      kind: 'faulty',
      problems: [`not JSON: ${error instanceof Error ? error.message : 'unreadable'}`],
    }
  }
  const parsed = SeriesList.safeParse(json)
  if (parsed.success) return { kind: 'read', series: parsed.data }
  return {
    kind: 'faulty',
    problems: parsed.error.issues.map((issue) => {
      const [index, ...field] = issue.path
      if (index === undefined)
        return issue.code === 'too_big' ? issue.message : 'give an array of series, even for one'
      return `series ${Number(index) + 1}${field.length > 0 ? `, ${field.join('.')}` : ''}: ${issue.message}`
    }),
  }
}
