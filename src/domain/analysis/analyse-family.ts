import { findingState } from '../findings/finding-state.ts'
import { type FindingSubject, writeFinding } from '../findings/write-finding.ts'
import { findSignals, type KnownOfSeries, type Signal } from '../signals/find-signals.ts'
import {
  analyseControlChart,
  type ControlChart,
  type ControlChartOptions,
  referenceOptions,
} from '../spc/control-chart.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { judgeSuitability, type MeasuredSeries, type Suitability } from '../spc/suitability.ts'
import { type CalendarValues, type DatedValues, everyMonth, rowsFrom } from './calendar-grid.ts'
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
  /** what the values are, which decides whether limits may be drawn */
  measured: Omit<MeasuredSeries, 'values'>
  subject: Omit<FindingSubject, 'periods' | 'values' | 'target'>
}

export interface Analysis {
  id: string
  chart: ControlChart
  suitability: Suitability
  ahead: LookAhead
  signal: RecentChange
  finding: string
}

export interface RecentChange extends Signal {
  /** the month in which the flagged change began; null where nothing is flagged */
  since: string | null
}

/**
 * Everything the product says of a family of series, computed together, because whether one of them stands
 * out depends on how many are looked at. Rows are in date order, each month once. Forecast and recent change
 * look at the months since the last re-baseline.
 */
export function analyseFamily(
  family: readonly AnalysedSeries[],
  options: (series: AnalysedSeries) => ControlChartOptions = () => referenceOptions,
): Analysis[] {
  const charted = family.map((series) => {
    const chart = analyseControlChart(series, options(series))
    const recentRows = rowsFrom(series, chart.segments.at(-1)?.start ?? 0)
    const known = knownOf(series, chart.segments.at(-1)?.start ?? 0)
    return { series, chart, recent: everyMonth(recentRows), recentRows, known }
  })
  const signals = findSignals(
    charted.map(({ recent }) => recent.values),
    charted.map(({ known }) => known),
  )
  return charted.map(({ series, chart, recent, recentRows }, index) => {
    const suitability = judgeSuitability({ ...series.measured, values: recentRows.values })
    return {
      id: series.id,
      chart,
      suitability,
      ahead: lookAhead(recent, series),
      signal: datedSignal(signals[index] ?? untested, recent),
      finding: findingOf(series, chart, suitability),
    }
  })
}

function knownOf({ dates, denominators, isList = false }: AnalysedSeries, start: number): KnownOfSeries {
  if (!denominators) return { isList }
  const sizes = everyMonth(rowsFrom({ dates, values: denominators }, start)).values
  return { isList, shares: { denominators: sizes, whole: 1 } }
}

const untested: Signal = { change: null, chance: 1, falseAlarmRate: 1, isFlagged: false }

/** A change is counted back from the last month that has a value. */
function datedSignal(signal: Signal, recent: CalendarValues): RecentChange {
  const last = recent.values.findLastIndex(isPresent)
  const since = signal.change === null ? null : (recent.periods[last - signal.change.months + 1] ?? null)
  return { ...signal, since: signal.isFlagged ? since : null }
}

function findingOf(series: AnalysedSeries, chart: ControlChart, suitability: Suitability): string {
  const { periods, values } = everyMonth(series)
  const yearAgo = values[values.length - 1 - 12]
  const latest = values.at(-1)
  const by = isPresent(latest) && isPresent(yearAgo) ? Math.sign(latest - yearAgo) : 0
  const onYear = by === 0 ? null : by > 0 ? 1 : -1
  const judged = { target: series.target, improvement: series.improvementDirection }
  const state = findingState(chart, suitability, series.values, onYear, null, judged)
  return writeFinding({ ...series.subject, target: series.target, periods, values }, state)
}
