import { shownPercent } from '../forecast/chance-words.ts'
import { fanOfPaths, type Interval } from '../forecast/fan-of-paths.ts'
import { type Forecast, forecastMonths, furthestMonths } from '../forecast/forecast.ts'
import {
  type ChancesAhead,
  chancesAhead,
  countMeeting,
  type Goal,
  goalOf,
  runUnderWay,
} from '../forecast/reach.ts'
import {
  monthsLately,
  type NoReach,
  type ReachChances,
  type Stays,
  usualSustain,
} from '../forecast/reached-target.ts'
import { chosenSettings } from '../forecast/settings.ts'
import type { Bounds } from '../measures/bounds.ts'
import { monthOf } from '../periods/calendar.ts'
import {
  addPeriods,
  type Frequency,
  frequencyOf,
  periodContaining,
  periodsBetween,
  periodsInMonths,
} from '../periods/period.ts'
import type { ImprovementDirection } from '../spc/judgement.ts'
import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import type { CalendarValues } from './calendar-grid.ts'

/**
 * In percent, as it is shown: a person would not wait for a smaller chance, one half, and one to count on. By the chance
 * as it is shown, so that no month is told for one half beside a month before it that is told with 50%.
 */
const earliestPercent = 10
const medianPercent = 50
const latestPercent = 90
const monthsInYear = 12

export interface LookAheadInput {
  improvementDirection: ImprovementDirection
  target: number | null
  targetDate: string | null
  /** periods in a row that the target must be met to be kept; null for the usual number of its frequency */
  sustain: number | null
  /** periods to show, 18 months at most */
  horizon: number
  bounds: Bounds
}

export interface LookAhead {
  /** the periods ahead that have a forecast; none where there are too few points */
  periods: string[]
  months: Interval[]
  /** chance of meeting the target in the very period of its date; null where that cannot be asked */
  probabilityMetBy: number | null
  reach: ReachChances | NoReach
  /** of a target that is met now: whether it stays so; null where that cannot be asked */
  stays: Stays | null
  /** whether the figures show a season */
  hasSeason: boolean
}

/**
 * Forecast, and the chances of meeting the target and of keeping it, as calendar periods of the series' own
 * frequency, from those since the last re-baseline. At most 18 months ahead: six quarters.
 */
export function lookAhead(recent: CalendarValues, input: LookAheadInput): LookAhead {
  const { target, improvementDirection } = input
  const last = recent.periods.at(-1)
  const goal =
    target === null || improvementDirection === 'neutral' ? null : goalOf(target, improvementDirection)
  const forecast = forecastAhead(recent, input.bounds)
  if (forecast.kind === 'too-few-points' || last === undefined) {
    const reach = { kind: goal === null ? ('no-question' as const) : ('too-few-points' as const) }
    return { periods: [], months: [], probabilityMetBy: null, reach, stays: null, hasSeason: false }
  }
  const shown = fanOfPaths(forecast, input.horizon)
  return {
    periods: shown.map((_, index) => addPeriods(last, index + 1)),
    months: shown,
    hasSeason: forecast.joint.seasonal.some((effect) => effect !== 0),
    ...(goal === null
      ? { probabilityMetBy: null, reach: { kind: 'no-question' }, stays: null }
      : askOfTarget(forecast, goal, recent, last, input)),
  }
}

interface KeepingToAsk {
  goal: Goal
  sustain: number
  isUsual: boolean
  date: string
  bounds: Bounds
}

/**
 * The chance of having kept a goal for `sustain` periods in a row by a date; null where that cannot be asked. It is too
 * late where fewer periods are left than are wanting; where nothing was said of how long (`isUsual`), it is asked of
 * those that are left.
 */
export function chanceOfKeeping(
  recent: CalendarValues,
  { goal, sustain, isUsual, date, bounds }: KeepingToAsk,
): { chance: number; sustain: number; isTooLate: boolean } | null {
  const last = recent.periods.at(-1)
  const forecast = forecastAhead(recent, bounds)
  if (forecast.kind === 'too-few-points' || last === undefined) return null
  const run = runUnderWay(recent.values, goal)
  const left = stepsTo(last, date)
  const asked = isUsual ? Math.max(1, Math.min(sustain, run + left)) : sustain
  const chance = chancesAhead(forecast, goal, asked, run).keptBy[left - 1]
  return chance === undefined ? null : { chance, sustain: asked, isTooLate: run + left < asked }
}

function askOfTarget(
  forecast: Forecast,
  goal: Goal,
  recent: CalendarValues,
  last: string,
  { sustain: asked, targetDate }: LookAheadInput,
): Pick<LookAhead, 'probabilityMetBy' | 'reach' | 'stays'> {
  const frequency = frequencyAt(last)
  const sustain = asked ?? usualSustain[frequency]
  const run = runUnderWay(recent.values, goal)
  const chances = chancesAhead(forecast, goal, sustain, run)
  const byDate = targetDate === null ? -1 : stepsTo(last, targetDate) - 1
  return {
    probabilityMetBy: chances.metIn[byDate] ?? null,
    reach: {
      kind: 'chances',
      sustain,
      run,
      metLately: countMeeting(recent.values, goal, periodsInMonths(frequency, monthsLately)),
      heldLately: presentValues(recent.values.slice(-periodsInMonths(frequency, monthsLately))).length,
      inOne: meanOf(chances.metIn.slice(0, periodsInMonths(frequency, monthsInYear))),
      everBy: chances.metBy[byDate] ?? null,
      keptBy: chances.keptBy[byDate] ?? null,
      everWithin: chances.metBy.at(-1) ?? 0,
      keptWithin: chances.keptBy.at(-1) ?? 0,
      earliest: keptWith(chances, earliestPercent, last),
      median: keptWith(chances, medianPercent, last),
      latest: keptWith(chances, latestPercent, last),
    },
    stays: staysUntil(
      chances,
      byDate in chances.staysBy ? byDate : periodsInMonths(frequency, monthsInYear) - 1,
      last,
      carriedOn(recent.values, periodsInMonths(frequency, monthsInYear / 2)),
      goal,
    ),
  }
}

/** The latest figure so many periods on, at the pace of the last half year; null where either end of that is missing. */
function carriedOn(values: readonly Observation[], over: number): ((periods: number) => number) | null {
  const [latest, before] = [values.at(-1), values.at(-1 - over)]
  if (!isPresent(latest) || !isPresent(before)) return null
  return (periods) => latest + ((latest - before) / over) * periods
}

/**
 * Nothing where the pace that a reader sees, carried on, denies that it is likely: the forecast lets a pace fade, and
 * "rising by about 110 a month" beside "likely to last" would be two stories.
 */
function staysUntil(
  { staysBy, metIn }: ChancesAhead,
  step: number,
  last: string,
  onwards: ReturnType<typeof carriedOn>,
  goal: Goal,
): Stays | null {
  const [chance, inLast] = [staysBy[step], metIn[step]]
  if (chance === undefined || inLast === undefined) return null
  const isDenied = onwards !== null && countMeeting([onwards(step + 1)], goal, 1) === 0
  if (chance >= 0.5 && isDenied) return null
  return { chance, until: addPeriods(last, step + 1), isLeading: inLast < 0.5 }
}

function forecastAhead({ periods, values }: CalendarValues, bounds: Bounds) {
  const frequency = frequencyAt(periods.at(-1))
  const ahead = periodsInMonths(frequency, furthestMonths)
  return forecastMonths(values, ahead, bounds, chosenSettings, periodsInMonths(frequency, monthsInYear))
}

/** The first period by whose end the chance of having kept it is shown as so large; null beyond 18 months. */
function keptWith({ keptBy }: ChancesAhead, percent: number, last: string): string | null {
  const index = keptBy.findIndex((chance) => shownPercent(chance) >= percent)
  return index === -1 ? null : addPeriods(last, index + 1)
}

/** Below 1 for a date that is past. */
function stepsTo(last: string, date: string): number {
  return periodsBetween(last, periodContaining(frequencyAt(last), monthOf(date)))
}

function meanOf(chances: readonly number[]): number {
  return chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length)
}

function frequencyAt(period: string | undefined): Frequency {
  return (period === undefined ? null : frequencyOf(period)) ?? 'month'
}
