import { isHeadline } from '../changes/figure-changes.ts'
import { findRestatements } from '../changes/restatements.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { FigureVersion, Series } from '../figures/figure.ts'
import { awaitedPeriods, type Completeness, measureCompleteness } from './completeness.ts'

export interface MeasureQuality
  extends Pick<
    DescribedKpi,
    'name' | 'theme' | 'frequency' | 'owner' | 'source' | 'latestPeriod' | 'due' | 'received'
  > {
  kpi: string
  /** the next figure was due before the day of the edition: it counts as unknown in every roll-up */
  isOverdue: boolean
  awaited: string[]
  provisional: string[]
  completeness: Completeness
  revisions: { count: number; further: number; last: number | null }
  lastChanged: number | null
}

export interface DataQuality {
  summary: {
    measures: number
    overdue: number
    provisional: number
    incomplete: number
    revised: number
  }
  measures: MeasureQuality[]
}

export interface HeldFigures {
  /** of each measure: the borough's series, or the categories of a measure of categories */
  headlines: readonly Series[]
  /** every version, up to the edition, of the figures that are marked revised in it */
  revised: readonly FigureVersion[]
  /** the edition in which any figure of a measure last changed, by measure */
  lastChanged: ReadonlyMap<string, number>
}

/**
 * How far the figures of each measure can be relied on, as of a day: what is due and overdue, provisional,
 * missing, withheld and revised. What the set does not hold cannot be told from it: the figures of breakdowns
 * count among revisions, and nowhere else.
 *
 * @example September due 3 October and not held on 6 October → overdue, awaited ['2025-09'], 35 of 36 present
 */
export function describeDataQuality(
  kpis: readonly DescribedKpi[],
  { headlines, revised, lastChanged }: HeldFigures,
  asOf: string,
): DataQuality {
  const seriesOf = Map.groupBy(headlines, ({ kpi }) => kpi)
  const restatementsOf = Map.groupBy(findRestatements(revised), ({ kpi }) => kpi)
  const measures = kpis.map((kpi): MeasureQuality => {
    const { id, name, theme, frequency, owner, source, latestPeriod, due, received } = kpi
    const series = (seriesOf.get(id) ?? []).filter(({ dimension }) => isHeadline(kpi, dimension))
    const restatements = restatementsOf.get(id) ?? []
    const ofHeadline = restatements.filter(({ dimension }) => isHeadline(kpi, dimension))
    const awaited = awaitedPeriods(kpi, asOf)
    return {
      kpi: id,
      name,
      theme,
      frequency,
      owner,
      source,
      latestPeriod,
      due,
      received,
      isOverdue: awaited.length > 0,
      awaited,
      provisional: provisionalPeriods(series),
      completeness: measureCompleteness(kpi, series, awaited),
      revisions: {
        count: ofHeadline.length,
        further: restatements.length - ofHeadline.length,
        last: restatements.length ? Math.max(...restatements.map(({ edition }) => edition)) : null,
      },
      lastChanged: lastChanged.get(id) ?? null,
    }
  })
  return { summary: summarise(measures), measures }
}

function provisionalPeriods(series: readonly Series[]): string[] {
  const periods = series.flatMap(({ points }) =>
    points.filter(({ provisional }) => provisional).map(({ period }) => period),
  )
  return [...new Set(periods)].sort()
}

/** The same of some of its measures alone. */
export function qualityOf(measures: readonly MeasureQuality[]): DataQuality {
  return { summary: summarise(measures), measures: [...measures] }
}

function summarise(measures: readonly MeasureQuality[]): DataQuality['summary'] {
  const count = (is: (measure: MeasureQuality) => boolean) => measures.filter(is).length
  return {
    measures: measures.length,
    overdue: count(({ isOverdue }) => isOverdue),
    provisional: count(({ provisional }) => provisional.length > 0),
    incomplete: count(({ completeness }) => completeness.missing.length > 0),
    revised: count(({ revisions }) => revisions.count + revisions.further > 0),
  }
}
