import { isOverdue } from '../../domain/editions/holdings.ts'
import { type Change, changeOnPrevious, changeOnYear } from '../../domain/figures/change.ts'
import { breakBetween } from '../../domain/figures/comparability.ts'
import type { SeriesPoint } from '../../domain/figures/figure.ts'
import {
  formatChange,
  formatDifference,
  formatNumber,
  formatTarget,
  formatValue,
  unitPhrase,
} from '../../domain/measures/format.ts'
import { isSnapshot, meetsTarget, type Theme } from '../../domain/measures/measure.ts'
import { formatDate, formatObservedAt } from '../../domain/periods/labels.ts'
import { type DeliveryStatus, deliveryWords, judgeMilestone } from '../../domain/plans/judge-milestone.ts'
import type { ScorecardRow } from '../../domain/scorecard/scorecard.ts'
import { contradictsGap } from '../../domain/trajectory/position.ts'
import type { Standing } from './overview-search.ts'
import { layOutSparkline, type SparklineModel } from './sparkline.ts'

export type FigureStatus = 'final' | 'provisional' | 'overdue' | 'missing' | 'suppressed'

/** Everything that a row of the scorecard shows, in the words in which it shows it. */
export interface RowModel {
  id: string
  name: string
  /** what is counted; for a measure of categories, which category */
  unit: string
  theme: Theme
  owner: string
  value: { text: string; number: number | null }
  observedAt: string
  /** on the period before; `sub` names that period where it is no month */
  onPeriod: { text: string; number: number | null; sub: string | null }
  onYear: { text: string; number: number | null }
  sparkline: SparklineModel
  target: { verdict: 'met' | 'not-met' | 'unknown' | 'none'; text: string; sub: string | null }
  plan: {
    standing: Standing
    /** whether there is a plan to judge it by, known or not */
    isPlanned: boolean
    text: string
    sub: string | null
    gap: number | null
  }
  milestone: { delivery: DeliveryStatus; title: string; sub: string; due: string } | null
  figure: { status: FigureStatus; text: string; sub: string | null }
}

export function buildRow(row: ScorecardRow, asOf: string): RowModel {
  const latest = row.series.points.at(-1)
  const overdue = isOverdue(row, asOf)
  return {
    id: row.id,
    name: row.name,
    unit: describeUnit(row, latest),
    theme: row.theme,
    owner: row.owner,
    value: describeValue(row, latest),
    observedAt: latest ? formatObservedAt(latest.period, isSnapshot(row.aggregation)) : '',
    onPeriod: {
      ...describeChange(row, latest, latest && changeOnPrevious(row.series.points, latest)),
      sub: row.frequency === 'month' ? null : `on ${row.frequency}`,
    },
    onYear: describeChange(row, latest, latest && changeOnYear(row.series.points, latest)),
    sparkline: layOutSparkline(
      row.series.points,
      row.category ? null : (row.target?.value ?? null),
      row.breaks,
    ),
    target: describeTarget(row, latest, overdue),
    plan: { ...describePlan(row, overdue), isPlanned: isPlanned(row) },
    milestone: describeMilestone(row, asOf),
    figure: describeFigure(row, latest, overdue),
  }
}

function describeUnit(row: ScorecardRow, latest: SeriesPoint | undefined): string {
  if (!row.category) return unitPhrase(row)
  const base = latest?.n == null ? '' : ` (of ${formatNumber(latest.n, 0)})`
  return `${row.category.label}${base} moved most`
}

function describeValue(row: ScorecardRow, latest: SeriesPoint | undefined): RowModel['value'] {
  if (!latest) return { text: 'None held', number: null }
  if (latest.value !== null) return { text: formatValue(row, latest.value), number: latest.value }
  return { text: latest.availability === 'suppressed' ? '[c]' : '[x]', number: null }
}

function describeChange(
  row: ScorecardRow,
  latest: SeriesPoint | undefined,
  change: Change | undefined,
): RowModel['onYear'] {
  // a difference over a change of definition would compare two different things
  if (latest && change && breakBetween(row.breaks, change.from, latest.period))
    return { text: '[b]', number: null }
  return change?.kind === 'change'
    ? { text: formatChange(row, change.by), number: change.by }
    : { text: '[x]', number: null }
}

function describeTarget(
  row: ScorecardRow,
  latest: SeriesPoint | undefined,
  overdue: boolean,
): RowModel['target'] {
  if (!row.target || row.category) return { verdict: 'none', text: 'No target', sub: null }
  const isBand = row.target.value === null
  const sub = `${isBand ? 'range' : 'target'} ${formatTarget(row, row.target)}`
  if (overdue || latest?.value == null) return { verdict: 'unknown', text: 'Unknown', sub }
  const met = meetsTarget(latest.value, row.target, row.direction)
  if (met === null) return { verdict: 'none', text: 'Not judged', sub }
  return met
    ? { verdict: 'met', text: isBand ? 'In range' : 'Met', sub }
    : { verdict: 'not-met', text: isBand ? 'Outside range' : 'Not met', sub }
}

const unknownReasons = {
  overdue: 'figure overdue',
  suppressed: 'figure withheld',
  missing: 'figure missing',
  'not-planned': 'not planned for this month',
} as const

/** An input has no direction to be judged by, and a plan that does not reach this period says nothing of it. */
function isPlanned({ plan, direction }: ScorecardRow): boolean {
  if (direction === 'neutral' || plan.kind === 'no-plan') return false
  return plan.kind === 'position' || plan.reason !== 'not-planned'
}

function describePlan(row: ScorecardRow, overdue: boolean): Omit<RowModel['plan'], 'isPlanned'> {
  const { plan } = row
  // what is overdue counts as unknown wherever measures are counted, plan or no plan
  if (overdue) return { standing: 'unknown', text: 'Unknown', sub: unknownReasons.overdue, gap: null }
  switch (plan.kind) {
    case 'no-plan':
      return { standing: 'no-plan', text: 'No plan', sub: null, gap: null }
    case 'unknown':
      return plan.reason === 'not-planned'
        ? { standing: 'no-plan', text: 'No plan', sub: unknownReasons['not-planned'], gap: null }
        : { standing: 'unknown', text: 'Unknown', sub: unknownReasons[plan.reason], gap: null }
    case 'position':
      return {
        standing: row.direction === 'neutral' ? 'no-plan' : plan.standing === 'worse' ? 'behind' : 'on-plan',
        text: describeGap(row, plan.gap, plan.standing),
        sub: row.direction === 'neutral' ? 'an input, not judged' : describeMonths(plan),
        gap: plan.gap,
      }
  }
}

function describeGap(row: ScorecardRow, gap: number, standing: string): string {
  if (standing === 'level') return 'Level with plan'
  return `${formatDifference(row, gap).replace('percentage points', 'pts').replace('percentage point', 'pt')} ${gap > 0 ? 'above' : 'below'} plan`
}

function describeMonths({
  standing,
  monthsAhead,
}: Extract<ScorecardRow['plan'], { kind: 'position' }>): string | null {
  if (standing === 'level') return 'on trajectory'
  if (contradictsGap({ standing, monthsAhead }))
    return standing === 'better' ? 'better than planned' : 'worse than planned'
  if (monthsAhead === null) return standing === 'better' ? 'better than planned' : 'worse than plan start'
  if (monthsAhead === 0) return standing === 'better' ? 'under a month ahead' : 'under a month behind'
  const months = `${Math.abs(monthsAhead)} ${Math.abs(monthsAhead) === 1 ? 'month' : 'months'}`
  return monthsAhead > 0 ? `${months} ahead` : `${months} behind`
}

function describeMilestone({ milestone }: ScorecardRow, asOf: string): RowModel['milestone'] {
  if (!milestone) return null
  const { delivery } = judgeMilestone(milestone, asOf)
  const date = delivery === 'complete' ? (milestone.completed ?? milestone.currentDue) : milestone.currentDue
  return {
    delivery,
    title: milestone.title,
    sub: `${delivery === 'complete' ? 'last: complete' : `next: ${deliveryWords[delivery]}`}, ${formatDate(date)}`,
    due: date,
  }
}

function describeFigure(
  row: ScorecardRow,
  latest: SeriesPoint | undefined,
  overdue: boolean,
): RowModel['figure'] {
  if (overdue)
    return { status: 'overdue', text: 'Overdue', sub: row.due ? `due ${formatDate(row.due)}` : null }
  if (!latest) return { status: 'missing', text: 'None held', sub: null }
  if (latest.availability === 'suppressed')
    return { status: 'suppressed', text: 'Withheld', sub: 'small number' }
  if (latest.availability === 'missing') return { status: 'missing', text: 'Missing', sub: null }
  return latest.provisional
    ? { status: 'provisional', text: 'Provisional', sub: null }
    : { status: 'final', text: 'Final', sub: null }
}
