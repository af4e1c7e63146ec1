import { breakBetween } from '../figures/comparability.ts'
import type { Series } from '../figures/figure.ts'
import { type BeforeAndAfter, compareBeforeAndAfter } from '../interventions/before-and-after.ts'
import { paceBeside } from '../interventions/pace-beside.ts'
import { carriesOver, isSnapshot } from '../measures/measure.ts'
import { dayNumber } from '../periods/calendar.ts'
import { addPeriods, periodEnd, periodStart, periodsInMonths } from '../periods/period.ts'
import { isMilestoneComplete } from '../plans/judge-milestone.ts'
import { isPresent } from '../spc/observation.ts'
import { writeChangeWords } from './change-words.ts'
import { type ChartedSeries, chartSeries, type MeasureContext } from './chart-series.ts'
import type { ChangeAnalysis } from './edition-analysis.ts'
import type { SeriesGrid } from './series-grid.ts'

/** Periods on either side whose plain mean is shown. */
const periodsBeside = 12
const sameEventDays = 42

interface Occurrence extends Pick<ChangeAnalysis, 'source' | 'id' | 'title' | 'date'> {
  /** the first period that is not wholly before it */
  at: number
  /** whether that period belongs to neither side, since part of it came before and part after */
  isSplit: boolean
  changesDefinition: boolean
}

/**
 * A measure before and after each of its completed milestones and recorded changes, in date order: plain means
 * of both sides, and an estimate of the change in level and slope where there are enough points and nothing else
 * happened within a year. Occurrences in one period are one question: they refuse one another.
 */
export function compareChanges(context: MeasureContext, series: Series): ChangeAnalysis[] {
  const charted = chartSeries(context, series)
  if (!charted) return []
  const { grid } = charted
  const notSuited = whyNotSuited(charted, context.kpi)
  const occurrences = occurrencesOf(context, grid)
  return occurrences.flatMap((occurrence) => {
    const period = grid.periods[occurrence.at]
    if (period === undefined) return []
    const { at, isSplit, changesDefinition, ...named } = occurrence
    const first = isSplit ? at + 1 : at
    const change = {
      ...named,
      period,
      // a mean with a figure far outside all others in it is the mean of nothing
      before: charted.doubted ? null : meanOf(grid.values.slice(Math.max(0, at - periodsBeside), at)),
      after: charted.doubted ? null : meanOf(grid.values.slice(first, first + periodsBeside)),
      estimate:
        (changesDefinition ? newDefinition : notSuited) ?? estimateAt(context, grid, occurrence, occurrences),
    }
    return [{ ...change, sentence: writeChangeWords(context, change, paceOf(context, grid, at)) }]
  })
}

/** None across a change of definition: its two sides do not compare. */
function paceOf({ kpi }: MeasureContext, { periods, values }: SeriesGrid, at: number) {
  const from = periods[Math.max(0, at - 1 - periodsBeside)]
  const to = periods[Math.min(periods.length - 1, at - 1 + periodsBeside)]
  if (from === undefined || to === undefined || breakBetween(kpi.breaks, from, to)) return null
  return paceBeside({ periods, values }, at)
}

function occurrencesOf({ kpi, plan, asOf }: MeasureContext, { periods }: SeriesGrid): Occurrence[] {
  const found = [
    ...plan.milestones
      .filter((milestone) => milestone.kpi === kpi.id && isMilestoneComplete(milestone, asOf))
      .flatMap(({ id, title, completed }) =>
        completed === null
          ? []
          : [{ source: 'milestone' as const, id, title, date: completed, changesDefinition: false }],
      ),
    ...plan.interventions
      .filter((intervention) => intervention.kpi === kpi.id || intervention.kpi === null)
      .map(({ id, title, start, kind }) => ({
        source: 'intervention' as const,
        id,
        title,
        date: start,
        changesDefinition: kind === 'definition-break',
      })),
  ]
  return found
    .map((one) => ({ ...one, ...placeOf(one, kpi, periods) }))
    .filter(({ at }) => at > 0)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
}

/**
 * A recorded change begins with its period. Of a milestone the period in which it was done came partly before it and
 * partly after: it belongs to neither side, but where it was done on the last day, which ends what came before; a figure
 * of one day, the last of its period, came after whatever was done before that day.
 */
function placeOf(
  { source, date }: Pick<Occurrence, 'source' | 'date'>,
  kpi: MeasureContext['kpi'],
  periods: readonly string[],
): Pick<Occurrence, 'at' | 'isSplit'> {
  if (source === 'intervention')
    return { at: periods.findIndex((period) => periodEnd(period) >= date), isSplit: false }
  const at = periods.findIndex((period) => periodEnd(period) > date)
  return { at, isSplit: isSplitBy(date, kpi, periods[at]) }
}

function isSplitBy(
  date: string,
  { aggregation }: MeasureContext['kpi'],
  period: string | undefined,
): boolean {
  return period !== undefined && !isSnapshot(aggregation) && periodStart(period) <= date
}

/** The first period of what came after a milestone. */
export function firstAfter({ period, date }: ChangeAnalysis, kpi: MeasureContext['kpi']): string {
  return isSplitBy(date, kpi, period) ? addPeriods(period, 1) : period
}

const newDefinition: ChangeAnalysis['estimate'] = {
  kind: 'not-suited',
  reason: 'What is counted changed then, so figures before and after do not compare.',
}

/** Short lists, medians of few cases and figures that start again each April move by more than what is asked. */
function whyNotSuited(
  { suitability }: ChartedSeries,
  kpi: MeasureContext['kpi'],
): ChangeAnalysis['estimate'] | null {
  const judged = suitability.at(-1)
  if (judged?.kind !== 'run-chart') return null
  switch (judged.because) {
    case 'one-far-figure':
    case 'two-far-figures':
    case 'few-cases':
    case 'year-to-date':
    case 'full-of-gaps':
      return { kind: 'not-suited', reason: judged.reason }
    case 'rare-count':
      return isFlowOfCounts(kpi) ? null : { kind: 'not-suited', reason: judged.reason }
    case 'too-few-points':
    case 'not-monthly':
    case 'share-of-few':
    case 'category':
    case 'season':
    case 'mostly-level':
    case 'trending-stock':
    case 'carries-over':
    case 'rounded':
      return null
  }
}

/** What happened in each period, counted: few of it have a regression of their own. */
function isFlowOfCounts({ unit, aggregation }: MeasureContext['kpi']): boolean {
  return unit === 'count' && !carriesOver(aggregation)
}

function estimateAt(
  { kpi }: MeasureContext,
  { values }: SeriesGrid,
  occurrence: Occurrence,
  occurrences: readonly Occurrence[],
): ChangeAnalysis['estimate'] {
  const others = occurrences.filter((other) => other !== occurrence && !isSameEvent(other, occurrence))
  const same = others.find(({ at }) => at === occurrence.at)
  if (same) return { kind: 'overlaps', with: same.title }
  const recorded = occurrences.find(
    (other) => other.source === 'intervention' && isSameEvent(other, occurrence),
  )
  const { at, isSplit } = recorded ?? occurrence
  const estimate: BeforeAndAfter = compareBeforeAndAfter(values, at, {
    isSplit,
    others: others.map(({ at }) => at),
    isList: carriesOver(kpi.aggregation),
    isCount: isFlowOfCounts(kpi),
    periodsInYear: periodsInMonths(kpi.frequency, 12),
  })
  if (estimate.kind !== 'overlaps') return estimate
  return { kind: 'overlaps', with: others.find(({ at }) => at === estimate.other)?.title ?? 'another change' }
}

/**
 * A milestone done and a change recorded within six weeks of it are one event, written down twice: the surge team
 * in place, and the surge that starts. Both are judged from where the recorded change starts.
 */
function isSameEvent(a: Occurrence, b: Occurrence): boolean {
  return a.source !== b.source && Math.abs(dayNumber(a.date) - dayNumber(b.date)) <= sameEventDays
}

function meanOf(values: readonly (number | null)[]): ChangeAnalysis['before'] {
  const present = values.filter(isPresent)
  if (present.length === 0) return null
  return { mean: present.reduce((sum, value) => sum + value, 0) / present.length, periods: present.length }
}
