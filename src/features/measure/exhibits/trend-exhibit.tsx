import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { TrendPicture } from '../../../charts/trend/TrendPicture.tsx'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { figureAt } from '../../../domain/findings/figure-words.ts'
import { isSnapshot } from '../../../domain/measures/measure.ts'
import type { AssembledTrend } from '../../../domain/trends/assemble-trend.ts'
import { coarserTables } from '../../../domain/trends/coarser-trend.ts'
import { chooseTrendFacts } from '../../../domain/trends/facts/trend-facts.ts'
import { lastWhat, latestPresent } from '../../../domain/trends/points.ts'
import type { TrendLayer } from '../../../domain/trends/trend.ts'
import { notesOfTrend, overdueNote } from '../../../domain/trends/trend-notes.ts'
import { questionsOfTrend } from '../../../domain/trends/trend-questions.ts'
import { trendTables } from '../../../domain/trends/trend-tables.ts'
import { sourceNote, standfirst } from '../../../domain/trends/trend-words.ts'
import type { KpiSearch } from '../measure-search.ts'
import { readTrend } from '../trend/read-trend.ts'

export interface TrendExhibitInput {
  kpi: string
  search: KpiSearch
  /** drawn in the picture: of the address, so that a link gives the same picture to everybody */
  layers: readonly TrendLayer[]
  /** the page's own address without edition and audience */
  address: string
}

/**
 * One trend with all that it needs to leave the building.
 * @throws Error with words for the reader where there is nothing that could be shown
 */
export async function loadTrendExhibit(
  { address, ...asked }: TrendExhibitInput,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<ReactNode>> {
  const { edition, audience, organisation } = origin
  const trend = await readTrend(origin, asked, queries)
  const { kpi, subject, model, points, finding, isWhole } = trend
  if (!model) throw new Error(`${kpi.name} has no figures in this range.`)
  const part = isWhole ? null : trend.breakdown.drawn
  return {
    origin,
    finding,
    subtitle: `${subject}. ${standfirst(kpi, part?.label ?? organisation.name, model, audience)}`,
    sentence: [
      `${finding}${latestInWords(trend)}.`,
      ...overdueNote(trend),
      sourceNote(kpi, edition, organisation),
    ].join(' '),
    altText: `${finding}. ${model.summary}`,
    facts: chooseTrendFacts(trend),
    notes: notesOfTrend(trend, model, audience),
    questions: questionsOfTrend(trend),
    source: kpi.source,
    tables: [...trendTables(kpi, model), ...coarserTables(kpi, trend.coarser, trend.plan, trend.asOf)],
    picture: (size) => <TrendPicture model={model} size={size} />,
    fileStem: [points.at(-1)?.period, kpi.id, part?.dimension, part?.label].filter(Boolean).join('_'),
    address,
  }
}

/** The figure behind the finding, where the finding does not hold it. */
function latestInWords({ kpi, points, analysis }: AssembledTrend): string {
  const latest = latestPresent(points)
  const isLast = latest?.period === points.at(-1)?.period
  // without an analysis the finding is the latest figure itself
  if (!latest || (!analysis && isLast)) return ''
  const status = latest.provisional ? ', provisional' : ''
  const which = isLast ? '' : `the last figure ${lastWhat(points)}: `
  return ` (${which}${figureAt(kpi, latest.value, latest.period, isSnapshot(kpi.aggregation))}${status})`
}
