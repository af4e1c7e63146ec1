import { firstComparable } from '../figures/comparability.ts'
import type { Series } from '../figures/figure.ts'
import type { Bounds } from '../forecast/bounded-scale.ts'
import { requiredChange } from '../forecast/required-change.ts'
import { borough, meetsTarget, targetAt } from '../measures/measure.ts'
import { monthOf } from '../periods/calendar.ts'
import { periodContaining, periodEnd, periodsBetween, periodsInMonths } from '../periods/period.ts'
import type { SuccessCondition } from '../plans/success-measure.ts'
import { isFullOfGaps, isPresent } from '../spc/observation.ts'
import type { CalendarValues } from './calendar-grid.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'
import type { SeriesAnalysis } from './edition-analysis.ts'
import { lookAhead } from './look-ahead.ts'
import { partOf } from './series-grid.ts'

/** Shown ahead where no milestone, target or plan lies further, and at most. */
const fewestMonthsAhead = 6
const mostMonthsAhead = 18

export type SeriesAhead = Pick<SeriesAnalysis, 'forecast' | 'reach' | 'chanceByDate' | 'required'>

/**
 * Forecast to the furthest promise, 18 months at most; when the target is reached, the chance of meeting it by
 * its date, and what that would take. From the figures since the last recorded change. Figures that start again
 * every April are not looked ahead from, nor those of which over a quarter are missing: what is withheld is small,
 * and a forecast from the rest would be too high; nor those with a figure far outside all others, until it is confirmed.
 */
export function lookAtSeriesAhead(
  context: MeasureContext,
  series: Series,
  charted: ChartedSeries,
): SeriesAhead {
  const { improvement, target, targetDate, isYearToDate, doubted } = charted
  const recent = sinceLastChange(charted)
  const last = recent.periods.at(-1)
  if (isYearToDate || doubted || last === undefined) {
    return { forecast: [], reach: { kind: 'no-question' }, chanceByDate: null, required: null }
  }
  const ahead = lookAhead(recent, {
    improvementDirection: improvement,
    target,
    targetDate,
    horizon: horizonOf(context, last),
    bounds: boundsOf(context, charted),
  })
  return {
    forecast: ahead.months.map(({ median, lower80, upper80, lower95, upper95 }, index) => ({
      period: ahead.periods[index] ?? last,
      median,
      lower80,
      upper80,
      lower95,
      upper95,
    })),
    reach: hasMetTarget(context, series, charted) ? { kind: 'met' } : ahead.reaches,
    chanceByDate: ahead.probabilityMetBy,
    required: requiredToMeet(context, charted, last),
  }
}

/** The chance of meeting a one-sided condition in the period of a date; null for a band, or a date out of reach. */
export function chanceOfSuccess(
  context: MeasureContext,
  charted: ChartedSeries,
  condition: SuccessCondition,
  date: string,
): number | null {
  if (condition.kind === 'between' || charted.isYearToDate || charted.doubted) return null
  return lookAhead(sinceLastChange(charted), {
    improvementDirection: condition.kind === 'at-most' ? 'decrease' : 'increase',
    target: condition.value,
    targetDate: date,
    horizon: 1,
    bounds: boundsOf(context, charted),
  }).probabilityMetBy
}

/** What is looked ahead from; without a value where too many are missing. */
function sinceLastChange({ grid, chart }: ChartedSeries): CalendarValues {
  const { periods, values } = partOf(grid, chart.segments.at(-1)?.start ?? 0)
  return { periods, values: isFullOfGaps(values) ? values.map(() => null) : values }
}

function hasMetTarget({ kpi, asOf }: MeasureContext, series: Series, { grid }: ChartedSeries): boolean {
  const target = series.dimension === borough.dimension ? targetAt(kpi.targets, monthOf(asOf)) : null
  const latest = grid.values.at(-1)
  return target !== null && target.value !== null && isPresent(latest)
    ? meetsTarget(latest, target, kpi.direction) === true
    : false
}

/** Periods from the last figure to the furthest milestone, target date or planned value. */
function horizonOf({ kpi, plan }: MeasureContext, last: string): number {
  const dates = [
    ...plan.milestones.filter((milestone) => milestone.kpi === kpi.id).map(({ currentDue }) => currentDue),
    ...kpi.targets.flatMap(({ by }) => by ?? []),
    ...plan.trajectories
      .filter((trajectory) => trajectory.kpi === kpi.id)
      .flatMap(({ points }) => points.at(-1)?.period ?? [])
      .map(periodEnd),
  ]
  const steps = dates.map((date) => periodsBetween(last, periodContaining(kpi.frequency, monthOf(date))))
  const fewest = periodsInMonths(kpi.frequency, fewestMonthsAhead)
  const most = periodsInMonths(kpi.frequency, mostMonthsAhead)
  return Math.min(most, Math.max(fewest, ...steps))
}

/** What the values of a measure can be; a bound that figures have already crossed is none. */
function boundsOf({ kpi }: MeasureContext, { grid }: ChartedSeries): Bounds {
  const values = grid.values.filter(isPresent)
  const isPercent = kpi.unit === 'percent'
  const isBounded = kpi.unit !== 'pounds'
  return {
    lower: isBounded && values.every((value) => value >= 0) ? 0 : null,
    upper: isPercent && values.every((value) => value <= 100) ? 100 : null,
  }
}

function requiredToMeet(
  { kpi }: MeasureContext,
  { grid, improvement, target, targetDate }: ChartedSeries,
  last: string,
): SeriesAnalysis['required'] {
  if (target === null || targetDate === null) return null
  const steps = periodsBetween(last, periodContaining(kpi.frequency, monthOf(targetDate)))
  // what was kept up under another definition is no measure of what can be
  const comparable = grid.values.slice(firstComparable(kpi.breaks, grid.periods))
  const needed = requiredChange(comparable, target, steps, improvement)
  return needed && needed.needed > 0 ? needed : null
}
