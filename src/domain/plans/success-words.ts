import { besideBound } from '../findings/beside-bound.ts'
import { countOf, formatValueInWords, type Measured } from '../measures/format.ts'
import { isSnapshot, type KpiDefinition } from '../measures/measure.ts'
import { formatObservedAt, formatPeriod, whenInWords } from '../periods/labels.ts'
import type { LatestFigure, SuccessState } from './judge-success.ts'

type JudgedMeasure = Measured & Pick<KpiDefinition, 'aggregation' | 'frequency'>

/** A success state for a table cell. */
export const successWords: Record<SuccessState['kind'], string> = {
  met: 'met',
  'not-sustained-yet': 'not yet sustained',
  'not-met': 'not met',
  lost: 'met, then lost',
  missed: 'missed its date',
  unknown: 'unknown',
  'judged-by-board': 'judged by the board',
  none: 'none set',
}

/**
 * A success state as a sentence or two.
 * @example 'Not met: 471 on 30 Sep 2025, 21 above what was promised.'
 */
export function describeSuccess(state: SuccessState, kpi: JudgedMeasure): string {
  switch (state.kind) {
    case 'none':
      return 'No measure of success was set.'
    case 'judged-by-board':
      return `Judged by the board: ${state.text.replace(/\.$/, '')}.`
    case 'unknown':
      return `Unknown: ${whyUnknown(state, kpi)}.`
    case 'met': {
      const late =
        state.timing === 'late' && state.by !== null ? `, reached after ${formatPeriod(state.by)}` : ''
      const rests = state.restsOnProvisional ? ' This rests on provisional figures.' : ''
      return `Met${runWords(state, kpi)}: ${latestFigure(state.latest, kpi)}${late}.${rests}`
    }
    case 'not-sustained-yet':
      return `${sustainedWords(state, kpi)}: ${latestFigure(state.latest, kpi)}.${dateWords(state)}`
    case 'not-met':
      return `Not met: ${missingWords(state, kpi)}.${dateWords(state)}`
    case 'lost': {
      const span =
        state.from === state.until
          ? `in ${formatPeriod(state.from)}`
          : `from ${formatPeriod(state.from)} to ${formatPeriod(state.until)}`
      return `Met ${span} and not now: ${missingWords(state, kpi)}.`
    }
    case 'missed': {
      const now =
        state.periods > 0
          ? `${sustainedWords(state, kpi)}: ${latestFigure(state.latest, kpi)}`
          : `Not met now: ${missingWords(state, kpi)}`
      return `Its date, ${formatPeriod(state.by)}, passed without it. ${now}.`
    }
  }
}

function runWords(
  { since, periods }: Extract<SuccessState, { kind: 'met' }>,
  { frequency }: JudgedMeasure,
): string {
  return periods === 1 ? '' : ` in every figure since ${formatPeriod(since)} (${countOf(periods, frequency)})`
}

function sustainedWords(
  { periods, needed }: { periods: number; needed: number },
  { frequency }: JudgedMeasure,
): string {
  return `Met for ${periods} of the ${countOf(needed, frequency)} in a row that it must last`
}

function latestFigure(
  latest: LatestFigure,
  kpi: JudgedMeasure,
  figure = formatValueInWords(kpi, latest.value),
): string {
  const provisional = latest.provisional ? ' (provisional)' : ''
  return `${figure} ${dated(latest.period, kpi)}${provisional}`
}

function dated(period: string, { aggregation }: JudgedMeasure): string {
  return whenInWords(period, isSnapshot(aggregation))
}

function missingWords(
  { latest, distance }: { latest: LatestFigure; distance: number },
  kpi: JudgedMeasure,
): string {
  const beside = besideBound(kpi, latest.value, latest.value - distance)
  return `${latestFigure(latest, kpi, beside.figure)}, ${beside.distance} what was promised`
}

function whyUnknown(
  { reason, period }: Extract<SuccessState, { kind: 'unknown' }>,
  kpi: JudgedMeasure,
): string {
  const figure = period === null ? 'the latest figure' : `the figure ${figureFor(period, kpi)}`
  switch (reason) {
    case 'overdue':
      return 'the latest figure is overdue'
    case 'missing':
      return `${figure} is missing`
    case 'suppressed':
      return `${figure} is withheld`
    case 'no-figures':
      return 'there are no figures to judge it by'
  }
}

function figureFor(period: string, { aggregation }: JudgedMeasure): string {
  return `for ${formatObservedAt(period, isSnapshot(aggregation))}`
}

function dateWords({
  deadline,
  by,
}: Extract<SuccessState, { kind: 'not-met' | 'not-sustained-yet' }>): string {
  if (by === null) return ''
  switch (deadline) {
    case 'none':
      return ''
    case 'ahead':
      return ` Its date is ${formatPeriod(by)}.`
    case 'awaited':
      return ` Its date was ${formatPeriod(by)}; the figure has not come yet.`
    case 'unjudged':
      return ` Whether it was met by ${formatPeriod(by)} cannot be told: a figure is missing.`
  }
}
