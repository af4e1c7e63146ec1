import { isOverdue } from '../editions/holdings.ts'
import { firstComparable } from '../figures/comparability.ts'
import { shownPercent } from '../forecast/chance-words.ts'
import { type Goal, goalOf, runUnderWay } from '../forecast/reach.ts'
import { type Stays, usualSustain } from '../forecast/reached-target.ts'
import { requiredChange } from '../forecast/required-change.ts'
import { boundsOf } from '../measures/bounds.ts'
import { monthOf } from '../periods/calendar.ts'
import { periodContaining, periodEnd, periodsBetween, periodsInMonths } from '../periods/period.ts'
import {
  type MeasurableSuccess,
  parseSuccessMeasure,
  periodsToKeep,
  type SuccessCondition,
} from '../plans/success-measure.ts'
import { isFullOfGaps, isPresent } from '../spc/observation.ts'
import type { CalendarValues } from './calendar-grid.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'
import type { SeriesAnalysis } from './edition-analysis.ts'
import { chanceOfKeeping, lookAhead } from './look-ahead.ts'
import { partOf } from './series-grid.ts'

/** Shown ahead where no milestone, target or plan lies further, and at most. */
const fewestMonthsAhead = 6
const mostMonthsAhead = 18

export type SeriesAhead = Pick<SeriesAnalysis, 'forecast' | 'hasSeason' | 'reach' | 'required'>

/**
 * Forecast to the furthest promise, 18 months at most; the chances of meeting the target and of keeping it, and what
 * meeting it would take. From the figures since the last recorded change. Figures that start again every April are not
 * looked ahead from, nor those of which over a quarter are missing: what is withheld is small, and a forecast from the
 * rest would be too high; nor those with a figure far outside all others, until it is confirmed; nor any while a newer
 * figure is overdue: what stands against target and plan is unknown then, and a chance of it would answer all the same.
 */
export function lookAtSeriesAhead(context: MeasureContext, charted: ChartedSeries): SeriesAhead {
  const { improvement, target, targetDate, isYearToDate, doubted } = charted
  const recent = sinceLastChange(charted)
  const last = recent.periods.at(-1)
  if (isYearToDate || doubted || last === undefined || isOverdue(context.kpi, context.asOf)) {
    return { forecast: [], reach: { kind: 'no-question' }, required: null }
  }
  const sustain = sustainAsked(context, charted)
  const ahead = lookAhead(recent, {
    improvementDirection: improvement,
    target,
    targetDate,
    sustain,
    horizon: horizonOf(context, last),
    bounds: boundsOf(context.kpi.unit, charted.grid.values.filter(isPresent)),
  })
  const reach = keptAlready(charted, sustain, ahead.stays) ?? ahead.reach
  return {
    forecast: ahead.months.map(({ median, lower80, upper80, lower95, upper95 }, index) => ({
      period: ahead.periods[index] ?? last,
      median,
      lower80,
      upper80,
      lower95,
      upper95,
    })),
    ...(ahead.hasSeason ? { hasSeason: true } : {}),
    reach,
    // nothing "must" be done for what is as likely as not to come by itself
    required: isEven(reach) ? null : requiredToMeet(context, charted, last, ahead.hasSeason),
  }
}

/** A promise of a milestone: what is to hold, for how long, and by when. */
export interface Promised extends Pick<MeasurableSuccess, 'condition' | 'sustainedMonths'> {
  date: string
}

/**
 * The chance of having kept a promise by its date, for as long as it says, or else as long as is usual; null for a
 * date that is past or further ahead than the forecast, and of what is not looked ahead from.
 */
export function chanceOfSuccess(
  context: MeasureContext,
  charted: ChartedSeries,
  { condition, sustainedMonths, date }: Promised,
): ReturnType<typeof chanceOfKeeping> {
  if (charted.isYearToDate || charted.doubted || isOverdue(context.kpi, context.asOf)) return null
  return chanceOfKeeping(sinceLastChange(charted), {
    goal: goalOfCondition(condition),
    sustain: periodsToKeep(sustainedMonths, context.kpi.frequency),
    isUsual: sustainedMonths <= 1,
    date,
    bounds: boundsOf(context.kpi.unit, charted.grid.values.filter(isPresent)),
  })
}

function goalOfCondition(condition: SuccessCondition): Goal {
  switch (condition.kind) {
    case 'at-most':
      return { lower: null, upper: condition.value }
    case 'at-least':
      return { lower: condition.value, upper: null }
    case 'between':
      return { lower: condition.lower, upper: condition.upper }
  }
}

/** For how many periods the plan says that this very target must be met; null where no milestone says so. */
function sustainOfTarget(context: MeasureContext, { target }: ChartedSeries): number | null {
  const { kpi, plan } = context
  const said = plan.milestones.flatMap((milestone) => {
    const promised = milestone.kpi === kpi.id ? parseSuccessMeasure(milestone.successMeasure) : null
    if (promised?.kind !== 'condition' || promised.condition.kind === 'between') return []
    // a single month is what is read where nothing was said of how long
    const says = promised.condition.value === target && promised.sustainedMonths > 1
    return says ? periodsToKeep(promised.sustainedMonths, kpi.frequency) : []
  })
  return said.at(-1) ?? null
}

/** Of meeting it in any period, which is likelier than keeping it and is what a pace towards it is asked for. */
function isEven(reach: SeriesAnalysis['reach']): boolean {
  return reach.kind === 'chances' && reach.everBy !== null && shownPercent(reach.everBy) >= 50
}

/** Periods in a row for which the target must be met to be kept. */
export function sustainAsked(context: MeasureContext, charted: ChartedSeries): number {
  return sustainOfTarget(context, charted) ?? usualSustain[context.kpi.frequency]
}

/** A fact about figures, which needs no forecast: told however few they are. Whether it stays so, the forecast says. */
function keptAlready(
  charted: ChartedSeries,
  sustain: number,
  stays: Stays | null,
): SeriesAnalysis['reach'] | null {
  const { target, improvement, grid, countsFrom } = charted
  if (target === null || improvement === 'neutral') return null
  const { values } = partOf(grid, countsFrom)
  const run = runUnderWay(values, goalOf(target, improvement))
  return run >= sustain ? { kind: 'kept', run, stays } : null
}

/** What is looked ahead from; without a value where too many are missing. */
function sinceLastChange({ grid, countsFrom }: ChartedSeries): CalendarValues {
  const { periods, values } = partOf(grid, countsFrom)
  return { periods, values: isFullOfGaps(values) ? values.map(() => null) : values }
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

function requiredToMeet(
  { kpi }: MeasureContext,
  { grid, cuts, improvement, target, targetDate, suitability }: ChartedSeries,
  last: string,
  hasSeason: boolean,
): SeriesAnalysis['required'] {
  // half a year's change of so few cases is chance, and of a season the calendar: no pace can be asked for
  const judged = suitability.at(-1)
  if (judged?.kind === 'run-chart' && (judged.because === 'share-of-few' || judged.because === 'season'))
    return null
  if (target === null || targetDate === null) return null
  const steps = periodsBetween(last, periodContaining(kpi.frequency, monthOf(targetDate)))
  // what was kept up under another definition is no measure of what can be
  const first = firstComparable(kpi.breaks, grid.periods)
  const needed = requiredChange({
    values: grid.values.slice(first),
    target,
    periods: steps,
    improvement,
    frequency: kpi.frequency,
    levelsFrom: cuts.flatMap(({ at }) => (at > first ? [at - first] : [])),
    hasSeason,
  })
  return needed && needed.needed > 0 ? needed : null
}
