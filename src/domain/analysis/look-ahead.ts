import type { Bounds } from '../forecast/bounded-scale.ts'
import { type ForecastMonth, forecastMonths, furthestMonths } from '../forecast/forecast.ts'
import { chanceOfMeeting, whenReached } from '../forecast/reach.ts'
import type { ReachedPeriods } from '../forecast/reached-target.ts'
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
import type { CalendarValues } from './calendar-grid.ts'

export interface LookAheadInput {
  improvementDirection: ImprovementDirection
  target: number | null
  targetDate: string | null
  /** periods to show, 18 months at most */
  horizon: number
  bounds: Bounds
}

export interface LookAhead {
  /** the periods ahead that have a forecast; none where there are too few points */
  periods: string[]
  months: ForecastMonth[]
  /** chance of meeting the target in the period of its date; null where that cannot be asked */
  probabilityMetBy: number | null
  reaches: ReachedPeriods
}

/**
 * Forecast, chance of meeting the target by its date, and when it will be reached, as calendar periods of the
 * series' own frequency, from those since the last re-baseline. At most 18 months ahead: six quarters.
 */
export function lookAhead(recent: CalendarValues, input: LookAheadInput): LookAhead {
  const { target, improvementDirection } = input
  const last = recent.periods.at(-1)
  const furthest = periodsInMonths(frequencyAt(last), furthestMonths)
  const forecast = forecastMonths(recent.values, furthest, input.bounds)
  const reach = whenReached(forecast, target, improvementDirection)
  if (forecast.kind === 'too-few-points' || last === undefined) {
    const none = { periods: [], months: [], probabilityMetBy: null }
    return { ...none, reaches: reach.kind === 'reaches' ? { kind: 'too-few-points' } : reach }
  }
  const periodAt = (steps: number) => addPeriods(last, steps)
  const shown = forecast.months.slice(0, input.horizon)
  return {
    periods: shown.map((_, index) => periodAt(index + 1)),
    months: shown,
    probabilityMetBy: chanceByDate(forecast.months, last, input),
    reaches:
      reach.kind === 'reaches'
        ? {
            kind: 'reaches',
            earliest: periodAt(reach.earliest),
            median: periodAt(reach.median),
            latest: reach.latest === null ? null : periodAt(reach.latest),
          }
        : reach,
  }
}

/** Null for a date that is past, or further ahead than the forecast. */
function chanceByDate(months: readonly ForecastMonth[], last: string, input: LookAheadInput): number | null {
  const { target, targetDate, improvementDirection } = input
  if (target === null || targetDate === null || improvementDirection === 'neutral') return null
  const date = periodContaining(frequencyAt(last), monthOf(targetDate))
  const month = months[periodsBetween(last, date) - 1]
  return month === undefined ? null : chanceOfMeeting(month, target, improvementDirection)
}

function frequencyAt(period: string | undefined): Frequency {
  return (period === undefined ? null : frequencyOf(period)) ?? 'month'
}
