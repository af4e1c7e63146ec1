import type {
  Segment,
  SeriesAnalysis,
  SpecialPoint,
  TestedSeries,
} from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../domain/editions/holdings.ts'
import { breakBetween } from '../../domain/figures/comparability.ts'
import type { Series, SeriesPoint } from '../../domain/figures/figure.ts'
import { formatNumber } from '../../domain/measures/format.ts'
import { spreadInWords } from '../../domain/measures/spread-in-words.ts'
import { formatPeriod } from '../../domain/periods/labels.ts'
import { addPeriods, type Frequency, periodRange, periodsInMonths } from '../../domain/periods/period.ts'
import { type RoundScale, roundScale } from './round-scale.ts'
import { categoryOf } from './theme-measures.ts'

export interface CardPoint extends Pick<SeriesPoint, 'value' | 'availability' | 'provisional' | 'n'> {
  period: string
  /** a change of definition lies before it, which no line may cross */
  startsAnew: boolean
}

export interface ThemeCard {
  member: string
  label: string
  /** '32 [p]', '[c]' */
  latest: string
  /** the picture in words */
  reading: string
  /** every period of the span; a missing one is missing, never zero */
  points: CardPoint[]
  segments: Segment[]
  special: SpecialPoint[]
  analysis: SeriesAnalysis | null
  /** flagged by itself, or in one town, strongest first */
  flags: TestedSeries[]
}

export interface ThemeCards {
  cards: ThemeCard[]
  periods: string[]
  scale: RoundScale
}

export interface ThemeSources {
  kpi: Pick<DescribedKpi, 'frequency' | 'breaks'>
  dimension: Dimension
  series: readonly Series[]
  analyses: readonly SeriesAnalysis[]
  /** flagged series of the measure, in the order of their rank */
  flagged: readonly TestedSeries[]
}

/** How far back the pictures go, in months. */
const monthsDrawn = 36

/**
 * Categories side by side on one scale: the flagged first, in the order of their flags; then those that stand out
 * from their own limits; then the others; each of these by size. Never added up.
 */
export function buildThemeCards(sources: ThemeSources): ThemeCards | null {
  const { kpi, dimension, series, analyses, flagged } = sources
  const periods = spanOf(series, kpi.frequency)
  if (!periods.length) return null
  const cards = dimension.members.flatMap((member): ThemeCard[] => {
    const own = series.find((one) => one.dimension === dimension.id && one.member === member.id)
    if (!own) return []
    const analysis =
      analyses.find((one) => one.dimension === dimension.id && one.member === member.id) ?? null
    const points = pointsOf(own, periods, kpi.breaks)
    return [
      {
        member: member.id,
        label: member.label,
        latest: figureInShort(points.at(-1)),
        reading: readCard(member.label, points),
        points,
        segments: analysis?.segments ?? [],
        special: analysis?.special ?? [],
        analysis,
        flags: flagged.filter((flag) => belongsTo(flag, dimension.id, member.id)),
      },
    ]
  })
  const year = periodsInMonths(kpi.frequency, 12)
  return { cards: orderCards(cards, flagged, year), periods, scale: roundScale(highest(cards, periods)) }
}

function belongsTo(flag: TestedSeries, dimension: string, member: string): boolean {
  if (flag.dimension === dimension) return flag.member === member
  return flag.dimension.startsWith(`${dimension}+`) && categoryOf(flag) === member
}

/** The last three years of what any of them holds. */
export function spanOf(series: readonly Series[], frequency: Frequency): string[] {
  const held = series.flatMap(({ points }) => points.map(({ period }) => period)).sort()
  const first = held[0]
  const last = held.at(-1)
  if (first === undefined || last === undefined) return []
  const wanted = addPeriods(last, 1 - periodsInMonths(frequency, monthsDrawn))
  return periodRange(wanted > first ? wanted : first, last)
}

/** Every period of a span as a point; one without a figure is missing. */
export function pointsOf(
  { points }: Series,
  periods: readonly string[],
  breaks: DescribedKpi['breaks'],
): CardPoint[] {
  const held = new Map(points.map((point) => [point.period, point]))
  return periods.map((period, row) => {
    const { value = null, availability = 'missing', provisional = false, n = null } = held.get(period) ?? {}
    const before = periods[row - 1]
    const startsAnew = before !== undefined && breakBetween(breaks, before, period) !== null
    return { period, value, availability, provisional, n, startsAnew }
  })
}

/** @param year how many periods of the measure are one */
function orderCards(
  cards: readonly ThemeCard[],
  flagged: readonly TestedSeries[],
  year: number,
): ThemeCard[] {
  const rankOf = ({ flags: [first], analysis }: ThemeCard) => {
    if (first) return flagged.indexOf(first)
    return standsOut(analysis) ? flagged.length : flagged.length + 1
  }
  return cards
    .map((card) => ({ card, rank: rankOf(card), size: sizeOf(card, year) }))
    .sort((a, b) => a.rank - b.rank || b.size - a.size)
    .map(({ card }) => card)
}

/** Whether limits say of the latest figure that something has changed. */
export function standsOut(analysis: SeriesAnalysis | null): boolean {
  return analysis !== null && analysis.variation !== null && analysis.variation !== 'common_cause'
}

/** The mean of the last year's figures: one small month does not send a type to the end. */
function sizeOf({ points }: ThemeCard, year: number): number {
  const values = points.slice(-year).flatMap(({ value }) => (value === null ? [] : [value]))
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0
}

function highest(cards: readonly ThemeCard[], periods: readonly string[]): number {
  const first = periods[0] ?? ''
  return Math.max(
    0,
    ...cards.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
    ...cards.flatMap(({ segments }) => segments.flatMap(({ to, upper }) => (to >= first ? [upper] : []))),
  )
}

/** '32 [p]'; '[c]' withheld; '[x]' not there. */
export function figureInShort(
  point: Pick<CardPoint, 'value' | 'availability' | 'provisional'> | undefined,
): string {
  if (!point || point.availability === 'missing') return '[x]'
  if (point.value === null) return '[c]'
  return `${formatNumber(point.value, 0)}${point.provisional ? ' [p]' : ''}`
}

/** @example 'Self-neglect, Oct 2022 to Sep 2025: 27 to 32, between 20 and 33; latest Sep 2025: 32, provisional' */
function readCard(label: string, points: readonly CardPoint[]): string {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return label
  const span = `${label}, ${formatPeriod(first.period)} to ${formatPeriod(last.period)}`
  const absent = points.length - values.length
  const range = values.length
    ? spreadInWords(formatNumber(Math.min(...values), 0), formatNumber(Math.max(...values), 0))
    : 'no figures shown'
  const gaps = absent && values.length ? `, ${absent} of ${points.length} figures withheld or missing` : ''
  return `${span}: ${range}${gaps}; latest ${readLatest(last)}`
}

/** A figure as it is spoken. @example '32, provisional' */
export function figureInWords(
  point: Pick<CardPoint, 'value' | 'availability' | 'provisional'> | undefined,
): string {
  if (!point || point.availability === 'missing') return 'missing'
  if (point.value === null) return 'withheld'
  return `${formatNumber(point.value, 0)}${point.provisional ? ', provisional' : ''}`
}

function readLatest(point: CardPoint): string {
  if (point.value === null && point.availability !== 'missing')
    return 'withheld, because small numbers could identify someone'
  return figureInWords(point)
}
