import type { ForecastPeriod } from '../analysis/edition-analysis.ts'
import { formatValue, type Measured, workedOut } from '../measures/format.ts'
import { dayNumber } from '../periods/calendar.ts'
import { formatObservedAt, formatPeriod } from '../periods/labels.ts'
import { periodEnd } from '../periods/period.ts'
import type { TrendPoint } from './points.ts'

/** One period ahead, where it is plotted. */
export interface ForecastPoint extends ForecastPeriod {
  label: string
  day: number
}

/** What a fan opens from: the last figure, where the latest period holds one. */
export interface Fan {
  origin: { day: number; value: number } | null
  points: ForecastPoint[]
}

const noFan: Fan = { origin: null, points: [] }

/** The forecast after the last period shown; none where that is not the last one held. */
export function buildFan(
  forecast: readonly ForecastPeriod[],
  last: Pick<TrendPoint, 'period' | 'day' | 'value'> | undefined,
  isSnapshot: boolean,
): Fan {
  if (!last || forecast.length === 0) return noFan
  return {
    origin: last.value === null ? null : { day: last.day, value: last.value },
    points: forecast.map((month) => ({
      ...month,
      label: formatObservedAt(month.period, isSnapshot),
      day: dayNumber(periodEnd(month.period)),
    })),
  }
}

/**
 * The furthest forecast in a sentence.
 * @example 'If nothing changes, 289 to 336 by Mar 2026 (8 chances in 10), most likely about 312.'
 */
export function fanInWords(measure: Measured, forecast: readonly ForecastPeriod[]): string | null {
  const last = forecast.at(-1)
  if (!last) return null
  const shown = (value: number) => formatValue(workedOut(measure), value)
  const when = `by ${formatPeriod(last.period)}`
  // a band whose ends are shown alike holds all that is shown so: "0 to 0" is no band
  return shown(last.lower80) === shown(last.upper80)
    ? `If nothing changes, most likely ${shown(last.median)} ${when} (8 chances in 10 or more).`
    : `If nothing changes, ${shown(last.lower80)} to ${shown(last.upper80)} ${when} (8 chances in 10), most likely about ${shown(last.median)}.`
}
