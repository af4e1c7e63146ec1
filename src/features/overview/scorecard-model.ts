import { layOutSparkline, type SparklineModel } from '../../charts/sparkline/sparkline.ts'
import { isOverdue } from '../../domain/editions/holdings.ts'
import { type Change, changeOnPrevious, changeOnYear } from '../../domain/figures/change.ts'
import type { SeriesPoint } from '../../domain/figures/figure.ts'
import { describeHistory } from '../../domain/findings/describe-history.ts'
import { changeCell, changeSaid } from '../../domain/findings/difference-words.ts'
import { formatNumber, formatValue, formatValueInWords, unitPhrase } from '../../domain/measures/format.ts'
import { isSnapshot, type Theme } from '../../domain/measures/measure.ts'
import { toWorkingPrecision } from '../../domain/measures/working-precision.ts'
import { formatDate, formatObservedAt } from '../../domain/periods/labels.ts'
import { type DeliveryStatus, deliveryWords, judgeMilestone } from '../../domain/plans/judge-milestone.ts'
import type { Attention, AttentionKind } from '../../domain/scorecard/attention.ts'
import { besideTarget } from '../../domain/scorecard/beside-target.ts'
import type { ScorecardRow } from '../../domain/scorecard/scorecard.ts'
import { describePlan, type PlanModel } from './plan-cell.ts'
import { describeTarget, type TargetModel } from './target-cell.ts'
import { describeVariation, type VariationModel } from './variation.ts'

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
  /** value, period and category in running text */
  figureInWords: string
  observedAt: string
  /** on the period before; `sub` names that period where it is no month */
  onPeriod: ChangeModel & { sub: string | null }
  onYear: ChangeModel
  /** laid out row by row as each is drawn, so that no press waits for all of them */
  sparkline: () => SparklineModel
  /** what the small line shows, in one sentence */
  history: string
  variation: VariationModel
  target: TargetModel
  /** the usual range of the latest figure; null where it is not judged by limits */
  limits: { lower: number; mean: number; upper: number } | null
  /** one sentence; null while there is no analysis */
  finding: string | null
  attention: AttentionModel | null
  plan: PlanModel
  milestone: { delivery: DeliveryStatus; title: string; sub: string; due: string } | null
  figure: { status: FigureStatus; text: string; sub: string | null }
}

/** A change as it is shown, and as it is said: with what it counts, and marks as words. */
interface ChangeModel {
  text: string
  words: string
  number: number | null
}

/** Why a measure needs attention, and its place among those that do. */
interface AttentionModel {
  rank: number
  lead: AttentionKind
  sentences: string[]
  isCalledFor: boolean
}

/** What every count, list and filter of measures that need attention asks: nothing else is one of them. */
export function needsAttention({ attention }: Pick<RowModel, 'attention'>): boolean {
  return attention?.isCalledFor === true
}

/** Changed, and nothing says that it is for the worse. */
export function isWorthALook({ attention }: Pick<RowModel, 'attention'>): boolean {
  return attention?.isCalledFor === false
}

/** @param attention every measure that needs attention, in order */
export function buildRow(row: ScorecardRow, asOf: string, attention: readonly Attention[] = []): RowModel {
  const latest = row.series.points.at(-1)
  const overdue = isOverdue(row, asOf)
  const figure = describeFigure(row, latest, overdue)
  const observedAt = latest ? formatObservedAt(latest.period, isSnapshot(row.aggregation)) : ''
  return {
    id: row.id,
    name: row.name,
    unit: describeUnit(row, latest),
    theme: row.theme,
    owner: row.owner,
    value: describeValue(row, latest),
    figureInWords: figureInWords(row, latest, observedAt),
    observedAt,
    onPeriod: {
      ...describeChange(row, latest && changeOnPrevious(row.breaks, row.series.points, latest)),
      sub: row.frequency === 'month' ? null : `on ${row.frequency}`,
    },
    onYear: describeChange(row, latest && changeOnYear(row.breaks, row.series.points, latest)),
    sparkline: () =>
      layOutSparkline(
        row.series.points,
        row.category ? null : (row.target?.value ?? null),
        row.breaks,
        row.analysis ?? undefined,
      ),
    history: describeHistory(besideTarget(row), row.series.points, row.breaks, row.analysis ?? undefined),
    variation: describeVariation(row, figure.status in unknownFigures, figure.text.toLowerCase()),
    target: describeTarget(row, latest, overdue),
    plan: describePlan(besideTarget(row), overdue),
    milestone: describeMilestone(row, asOf),
    figure,
    limits: overdue ? null : describeLimits(row),
    finding: row.analysis?.finding ?? null,
    attention: describeAttention(row, attention),
  }
}

const unknownFigures = { overdue: true, missing: true, suppressed: true } as const

function describeLimits(row: ScorecardRow): RowModel['limits'] {
  const segment = row.analysis?.variation == null ? undefined : row.analysis.segments.at(-1)
  if (!segment) return null
  return {
    lower: toWorkingPrecision(row, segment.lower),
    mean: toWorkingPrecision(row, segment.mean),
    upper: toWorkingPrecision(row, segment.upper),
  }
}

function describeAttention({ id }: ScorecardRow, attention: readonly Attention[]): RowModel['attention'] {
  const rank = attention.findIndex(({ kpi }) => kpi === id)
  const found = attention[rank]
  if (!found) return null
  return {
    rank,
    lead: found.reasons[0].kind,
    // what limits and tests both find is told once
    sentences: [...new Set(found.reasons.map(({ sentence }) => sentence))],
    isCalledFor: found.isCalledFor,
  }
}

function figureInWords(row: ScorecardRow, latest: SeriesPoint | undefined, observedAt: string): string {
  if (latest?.value == null) return observedAt
  const value = `${formatValueInWords(besideTarget(row), latest.value)}, ${observedAt}`
  return row.category ? `${row.category.label}: ${value}` : value
}

function describeUnit(row: ScorecardRow, latest: SeriesPoint | undefined): string {
  // the day beside the figure says that it is a snapshot
  if (!row.category) return unitPhrase(row).replace(/, \w+ end$/, '')
  const base = latest?.n == null ? '' : ` (of ${formatNumber(latest.n, 0)})`
  return `${row.category.label}${base} ${row.analysis?.category?.isAmongLargest ? 'among the largest' : 'moved most'}`
}

function describeValue(row: ScorecardRow, latest: SeriesPoint | undefined): RowModel['value'] {
  if (!latest) return { text: 'None held', number: null }
  if (latest.value !== null)
    return { text: formatValue(besideTarget(row), latest.value), number: latest.value }
  return { text: latest.availability === 'suppressed' ? '[c]' : '[x]', number: null }
}

function describeChange(
  row: ScorecardRow,
  change: Change = { kind: 'none', reason: 'no-figure', from: '' },
): ChangeModel {
  return {
    text: changeCell(besideTarget(row), change),
    words: changeSaid(besideTarget(row), change),
    number: change.kind === 'change' ? change.by : null,
  }
}

function describeMilestone({ milestone }: ScorecardRow, asOf: string): RowModel['milestone'] {
  if (!milestone) return null
  const { delivery, isOverdue: isPast } = judgeMilestone(milestone, asOf)
  const date = delivery === 'complete' ? (milestone.completed ?? milestone.currentDue) : milestone.currentDue
  return {
    delivery,
    title: milestone.title,
    sub:
      delivery === 'complete'
        ? `complete ${formatDate(date)}`
        : isPast
          ? `overdue since ${formatDate(date)}`
          : `${deliveryWords[delivery]}, due ${formatDate(date)}`,
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
