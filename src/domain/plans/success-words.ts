import { besideBound } from '../findings/beside-bound.ts'
import { onProvisional } from '../findings/provisional-words.ts'
import { countOf, formatValueInWords, type Measured, numberInWords } from '../measures/format.ts'
import { isSnapshot, type KpiDefinition } from '../measures/measure.ts'
import { formatObservedAt, formatPeriod, whenInWords } from '../periods/labels.ts'
import { frequencyOf, lastMonthOf, periodContaining, yearBefore } from '../periods/period.ts'
import type { SuccessState } from './judge-success.ts'
import type { DatedFigure, DateOutcome, KeptRun } from './success-history.ts'

type JudgedMeasure = Measured & Pick<KpiDefinition, 'aggregation' | 'frequency'>

/** A success state for a table cell. */
export const successWords: Record<SuccessState['kind'], string> = {
  met: 'met',
  'met-again': 'kept, missed, met again',
  'not-sustained-yet': 'not yet sustained',
  'not-met': 'not met',
  lost: 'kept, not met now',
  missed: 'missed its date',
  'so-far': 'year not over',
  unknown: 'unknown',
  'judged-by-board': 'judged by the board',
  none: 'none set',
}

/**
 * A success state in the order of time: what became of its date, how long it was kept up, where it stands now. A date
 * that was missed is always said.
 *
 * @example 'Its date, Dec 2024, was missed: 323 on 31 Dec 2024, 23 above what was promised. Of the 9 figures since, one
 * meets it. Not met now: 309 on 30 Sep 2025, 9 above what was promised.'
 */
export function describeSuccess(state: SuccessState, kpi: JudgedMeasure): string {
  switch (state.kind) {
    case 'none':
      return 'No measure of success was set.'
    case 'judged-by-board':
      return `Judged by the board: ${state.text.replace(/\.$/, '')}.`
    case 'so-far':
      return [...pastOfYears(state, kpi), ...soFarSentences(state, kpi)].join(' ')
    case 'met':
    case 'met-again':
    case 'not-sustained-yet':
    case 'not-met':
    case 'lost':
    case 'missed':
    case 'unknown': {
      const past = pastSentences(state, kpi)
      const now = nowSentences(state, kpi, past.length > 0)
      return [...past, ...now, ...aheadSentence(state.date)].join(' ')
    }
  }
}

type ConditionState = Exclude<SuccessState, { kind: 'none' | 'judged-by-board' | 'so-far' }>

function pastSentences(state: ConditionState, kpi: JudgedMeasure): string[] {
  // a run that goes on tells of its date itself
  const date = state.kind === 'met' && isInTime(state) ? null : dateSentence(state.date, kpi)
  return [...inOrder(date, state, kpi), ...latelySentence(state, kpi)]
}

/** The date, and the last time that it was kept up and ended, in the order of time. */
function inOrder(date: string | null, state: Told, kpi: JudgedMeasure): string[] {
  const { date: outcome } = state
  const told = outcome.kind === 'lost' ? state.kept.filter(({ from }) => from > outcome.run.from) : state.kept
  const kept = keptSentence(told, kpi)
  const isBefore = 'by' in outcome && lastMonthOf(told.at(-1)?.until ?? outcome.by) < outcome.by
  const dated = date === null ? [] : [date]
  return isBefore ? [...kept, ...dated] : [...dated, ...kept]
}

type Told = Pick<ConditionState, 'date' | 'kept'>

/** Whether the figures in a row of now are those that met it by its date. */
function isInTime({ date, since }: Extract<SuccessState, { kind: 'met' }>): boolean {
  return date.kind === 'met' && since <= periodContaining(frequencyOf(since) ?? 'month', date.by)
}

/** What became of the years before the one that is not over. */
function pastOfYears(state: Extract<SuccessState, { kind: 'so-far' }>, kpi: JudgedMeasure): string[] {
  const ofYears: JudgedMeasure = { ...kpi, frequency: 'year' }
  return inOrder(dateSentence(state.date, ofYears), state, ofYears)
}

/** Null where the date is not past. */
function dateSentence(date: DateOutcome, kpi: JudgedMeasure): string | null {
  switch (date.kind) {
    case 'none':
    case 'ahead':
    case 'awaited':
      return null
    case 'unjudged': {
      const open = `Whether it was met by ${formatPeriod(date.by)} cannot be told`
      if (date.reason === 'rounded') return `${open} from rounded figures.`
      return `${open}: a figure is ${date.reason === 'suppressed' ? 'withheld' : 'missing'}.`
    }
    case 'met':
      return `Met by its date, ${formatPeriod(date.by)}.`
    case 'not-kept': {
      const lasted = countOf(date.periods, kpi.frequency)
      return date.isOver
        ? `Met at its date, ${formatPeriod(date.by)}, and kept for no more than ${lasted}.`
        : `Met at its date, ${formatPeriod(date.by)}, and not yet for long enough to be no chance.`
    }
    case 'missed':
      return `Its date, ${formatPeriod(date.by)}, was missed${atDateInWords(date, kpi)}.`
    case 'lost': {
      const { run, by } = date
      const when = lastMonthOf(run.endedIn) < by ? 'before' : 'at'
      const kept = `Kept up for ${lengthOf(run, kpi.frequency)}`
      return `${kept}, and lost ${when} its date, ${formatPeriod(by)}${atDateInWords(date, kpi)}.`
    }
  }
}

/**
 * What stood at a date that was missed, which need not be a figure that misses: one that meets it may be too few.
 * @example ': met for 1 of the 3 months in a row by then, after 53% in May 2025'
 */
function atDateInWords(
  { by, figure, distance, periods, needed, isBare }: Extract<DateOutcome, { kind: 'missed' | 'lost' }>,
  kpi: JudgedMeasure,
): string {
  if (isBare) return ''
  const beside = besideBound(kpi, figure.value, figure.value - distance)
  // what came between it and the date is not there to be told
  const among =
    periods === 0 && needed > 1 && lastMonthOf(figure.period) < by
      ? `, one of the ${countOf(needed, kpi.frequency)} in a row by then`
      : ''
  const shown = `${latestFigure(figure, kpi, beside.figure)}${among}, ${beside.distance} what was promised`
  return periods === 0
    ? `: ${shown}`
    : `: met for ${periods} of the ${countOf(needed, kpi.frequency)} in a row by then, after ${shown}`
}

function keptSentence(kept: readonly KeptRun[], kpi: JudgedMeasure): string[] {
  const last = kept.at(-1)
  if (!last) return []
  // runs that ended before it counts are not held: how often in all is not known
  const often = kept.length > 1 ? ' more than once, the last time' : ''
  const ended =
    last.endedBy === 'missed'
      ? `missed in ${formatPeriod(last.endedAt ?? last.endedIn)}`
      : `no figure can be told for ${formatPeriod(last.endedIn)}`
  return [`Kept up${often} for ${lengthOf(last, kpi.frequency)}, then ${ended}.`]
}

/** @example '5 months (Jan 2025 to May 2025)'; 'at least 5 months (to May 2025)' where the figure before is withheld */
function lengthOf(
  { from, until, periods, mayBeLonger }: KeptRun,
  frequency: JudgedMeasure['frequency'],
): string {
  const last = formatPeriod(until)
  const span = mayBeLonger?.before ? `to ${last}` : from === until ? last : `${formatPeriod(from)} to ${last}`
  return `${mayBeLonger ? 'at least ' : ''}${countOf(periods, frequency)} (${span})`
}

/** Met now and then, and never kept up: said as just that. */
function latelySentence(state: ConditionState, { frequency }: JudgedMeasure): string[] {
  if (state.kind !== 'missed' && state.kind !== 'not-met') return []
  if (state.date.kind === 'not-kept') return []
  const { met, of, since, isWhole } = state.lately
  if (met === 0 || !isWhole || (state.kind === 'missed' && state.periods === met)) return []
  const meet = `${numberInWords(met)} ${met === 1 ? 'meets' : 'meet'} it`
  const unit = frequency === 'year' ? 'figures' : `${of} figures`
  return since === 'date'
    ? [`Of the ${of === 1 ? 'one figure' : unit} since, ${meet}.`]
    : [`Of the last ${unit}, ${meet}.`]
}

function nowSentences(state: ConditionState, kpi: JudgedMeasure, hasPast: boolean): string[] {
  switch (state.kind) {
    case 'unknown':
      return [unknownSentence(state, kpi, hasPast)]
    case 'met': {
      const { provisional, periods } = state
      const rests = provisional > 0 ? [`This rests ${onProvisional(provisional, periods)}.`] : []
      return [`${metWords(state, kpi)}: ${latestFigure(state.latest, kpi)}.`, ...rests]
    }
    case 'met-again':
      return [`Met again for ${countOf(state.periods, kpi.frequency)}: ${latestFigure(state.latest, kpi)}.`]
    case 'not-sustained-yet':
      return [`${sustainedWords(state, kpi)}: ${latestFigure(state.latest, kpi)}.`]
    case 'missed':
      if (state.periods > 0) return [`${sustainedWords(state, kpi)}: ${latestFigure(state.latest, kpi)}.`]
      // the figure that missed the date is the latest: said once
      return isToldOfDate(state) ? [] : [`Not met now: ${missingWords(state, kpi)}.`]
    case 'lost':
      return isToldOfDate(state) ? [] : [`Not met now: ${missingWords(state, kpi)}.`]
    case 'not-met':
      return [`Not met${hasPast ? ' now' : ''}: ${missingWords(state, kpi)}.`]
  }
}

function isToldOfDate({ date, latest }: { date: DateOutcome; latest: DatedFigure }): boolean {
  return 'figure' in date && !date.isBare && date.figure.period === latest.period
}

/**
 * How far a year has come that is not over, beside the same point of the year before: a pace, and no verdict.
 * @example 'So far this year: 59 by Sep 2025 (provisional), 51 short of what was promised by Mar 2026. A year before,
 * it stood at 50 by Sep 2024 and at 91 by Mar 2025.'
 */
function soFarSentences(state: Extract<SuccessState, { kind: 'so-far' }>, kpi: JudgedMeasure): string[] {
  const { latest, closes, before, distance } = state
  const beside = besideBound(kpi, latest.value, latest.value - distance)
  const provisional = latest.provisional ? ' (provisional)' : ''
  const gap = beside.distance.replace(/ (above|below)$/, '')
  const standing =
    distance === 0
      ? 'within what was promised'
      : distance < 0
        ? `${gap} short of what was promised`
        : `already ${gap} above what was promised`
  const shown = (value: number) => formatValueInWords(kpi, value)
  return [
    `So far this year: ${beside.figure} by ${formatPeriod(latest.period)}${provisional}, ${standing} by ${formatPeriod(closes)}.`,
    ...(before
      ? [
          `A year before, it stood at ${shown(before.value)} by ${formatPeriod(before.period)} and at ${shown(before.closed)} by ${formatPeriod(yearBefore(closes))}.`,
        ]
      : []),
  ]
}

/**
 * Where what is withheld or rounded hides how long it was met, no month is named as the first.
 * @example 'Met by its date, Sep 2024, and in every figure since Apr 2024 (17 months)'; 'Met in at least the last 6 months
 * (the figure before is withheld)'
 */
function metWords(state: Extract<SuccessState, { kind: 'met' }>, { frequency }: JudgedMeasure): string {
  const { since, periods, date, cutBy, latest } = state
  const inTime = date.kind === 'met' && isInTime(state) ? ` by its date, ${formatPeriod(date.by)}` : ''
  if (periods === 1 && !cutBy) return `Met${inTime}`
  const hidden = cutBy === 'rounded' ? 'rounding hides the figure before' : 'the figure before is withheld'
  const last = periods === 1 ? frequency : countOf(periods, frequency)
  const run = cutBy
    ? ` in at least the last ${last} (${hidden})`
    : ` in every ${latest.at ? 'year' : 'figure'} since ${formatPeriod(since)} (${countOf(periods, frequency)})`
  return `Met${inTime}${inTime === '' ? '' : ', and'}${run}`
}

function sustainedWords(
  { periods, needed }: { periods: number; needed: number },
  { frequency }: JudgedMeasure,
): string {
  return `Met for ${periods} of the ${countOf(needed, frequency)} in a row that it must last`
}

function latestFigure(
  latest: DatedFigure,
  kpi: JudgedMeasure,
  figure = formatValueInWords(kpi, latest.value),
): string {
  const provisional = latest.provisional ? ' (provisional)' : ''
  const when = latest.at ? `by ${formatPeriod(latest.at)}` : dated(latest.period, kpi)
  return `${figure} ${when}${provisional}`
}

function dated(period: string, { aggregation }: JudgedMeasure): string {
  return whenInWords(period, isSnapshot(aggregation))
}

function missingWords(
  { latest, distance }: { latest: DatedFigure; distance: number },
  kpi: JudgedMeasure,
): string {
  const beside = besideBound(kpi, latest.value, latest.value - distance)
  return `${latestFigure(latest, kpi, beside.figure)}, ${beside.distance} what was promised`
}

/** Where the latest figure shows it, what it does is said: open is then for how long. */
function unknownSentence(
  state: Extract<SuccessState, { kind: 'unknown' }>,
  kpi: JudgedMeasure,
  hasPast: boolean,
): string {
  const why = whyUnknown(state, kpi)
  switch (state.latestMeets) {
    case null:
      return `${hasPast ? 'What stands now is unknown' : 'Unknown'}: ${why}.`
    case true:
      return `The latest figure meets what was promised; whether for as long as promised is unknown: ${why}.`
    case false:
      return `The latest figure does not meet what was promised; what came before it is not told: ${why}.`
  }
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
    case 'rounded':
      return `rounding hides on which side of what was promised ${figure} lies`
    case 'partly-shown':
      return 'figures that are rounded or withheld hide for how long it was kept'
    case 'no-figures':
      return 'there are no figures to judge it by'
  }
}

function figureFor(period: string, { aggregation }: JudgedMeasure): string {
  return `for ${formatObservedAt(period, isSnapshot(aggregation))}`
}

function aheadSentence(date: DateOutcome): string[] {
  if (date.kind === 'ahead') return [`Its date is ${formatPeriod(date.by)}.`]
  if (date.kind === 'awaited') return [`Its date was ${formatPeriod(date.by)}; the figure has not come yet.`]
  return []
}
