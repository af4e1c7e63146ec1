import { breakBetween } from '../figures/comparability.ts'
import type { Series } from '../figures/figure.ts'
import type { Course } from '../findings/course.ts'
import { borough } from '../measures/measure.ts'
import { periodEnd } from '../periods/period.ts'
import { isMilestoneComplete } from '../plans/judge-milestone.ts'
import { isPresent, presentValues } from '../spc/observation.ts'
import type { ChartedSeries, MeasureContext } from './chart-series.ts'

/** An event this near before limits start again, in periods, is where the move that led there begins. */
const furthestEvent = 18
const nearestEvent = 6
/** Without such an event the move is that of the year before. */
const periodsWithout = 12
const fewestSince = 6
/** Smaller moves than a tenth of where they started are not told. */
const smallestMove = 0.1

/**
 * The move that led to where figures have stood since a recorded re-baselining: told where they have shown no
 * special cause since, for half a year at least, and where the move before was a tenth or more, and larger than
 * all that they have varied since. Null anywhere else, across a change of definition, and where an end of the move
 * is missing. Of the whole alone: events are recorded of it.
 *
 * @example 476 before an event in Jul 2023, 324 when limits start again in Aug 2024, 296 to 332 since → told
 */
export function courseOf(context: MeasureContext, charted: ChartedSeries, series: Series): Course | null {
  const { grid, cuts, chart, suitability } = charted
  const at = cuts.at(-1)?.at
  const since = at === undefined ? null : rebaselineAt(context, grid.periods, at)
  if (at === undefined || since === null || series.dimension !== borough.dimension) return null
  const isSteady =
    suitability.at(-1)?.kind === 'control-chart' &&
    chart.points.slice(at).every(({ type }) => type === 'common_cause')
  const after = earliestEvent(context, grid.periods, at)
  const first = after ? after.at - 1 : at - 1 - periodsWithout
  const [from, to] = [pointAt(grid, first), pointAt(grid, at - 1)]
  const values = presentValues(grid.values.slice(at))
  if (!isSteady || !from || !to || values.length < fewestSince) return null
  if (breakBetween(context.kpi.breaks, from.period, grid.periods.at(-1) ?? to.period)) return null
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const move = Math.abs(to.value - from.value)
  if (move < Math.abs(from.value) * smallestMove || move <= highest - lowest) return null
  return { after, from, to, since, lowest, highest }
}

function pointAt({ periods, values }: ChartedSeries['grid'], row: number) {
  const period = periods[row]
  const value = values[row] ?? null
  return period !== undefined && isPresent(value) ? { period, value } : null
}

function rebaselineAt({ kpi, plan }: MeasureContext, periods: readonly string[], at: number) {
  const period = periods[at]
  const found = plan.interventions.find(
    (one) =>
      one.kind === 'rebaseline' &&
      (one.kpi === null || one.kpi === kpi.id) &&
      rowOf(periods, one.start) === at,
  )
  return found && period !== undefined ? { title: found.title, period } : null
}

/** Milestones done and surges begun: the first of them that is neither too far nor too near. */
function earliestEvent({ kpi, plan, asOf }: MeasureContext, periods: readonly string[], at: number) {
  const done = plan.milestones.flatMap((milestone) =>
    milestone.kpi === kpi.id && milestone.completed !== null && isMilestoneComplete(milestone, asOf)
      ? [{ title: milestone.title, date: milestone.completed }]
      : [],
  )
  const begun = plan.interventions
    .filter(({ kpi: of, kind }) => (of === null || of === kpi.id) && kind === 'band')
    .map(({ title, start }) => ({ title, date: start }))
  const [earliest] = [...done, ...begun]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ title, date }) => ({ title, at: rowOf(periods, date) }))
    .filter((event) => event.at >= Math.max(1, at - furthestEvent) && event.at <= at - nearestEvent)
  const period = earliest && periods[earliest.at]
  return earliest && period !== undefined ? { ...earliest, period } : null
}

/** The first period that ends on a day or after it. */
function rowOf(periods: readonly string[], date: string): number {
  return periods.findIndex((period) => periodEnd(period) >= date)
}
