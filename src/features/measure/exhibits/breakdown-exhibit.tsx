import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { signalsQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import { planQuery } from '../../../api/plan.ts'
import { seriesQuery } from '../../../api/series.ts'
import { MultiplesPicture } from '../../../charts/multiples/MultiplesPicture.tsx'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { titleOf } from '../../../domain/findings/title-of.ts'
import { countOf, unitPhrase } from '../../../domain/measures/format.ts'
import { capital, lowerFirst } from '../../../domain/measures/letter-case.ts'
import {
  breakdownNote,
  flaggedIn,
  layBreakdown,
  nameOfBreakdown,
} from '../../../domain/trends/parts/breakdown.ts'
import type { Multiple } from '../../../domain/trends/parts/small-multiples.ts'
import { titleParts } from '../../../domain/trends/parts/title-parts.ts'
import { cellsOf, columnsOfFigures } from '../../../domain/trends/trend-tables.ts'
import type { KpiSearch } from '../measure-search.ts'
import { partsJudgedQuery } from '../parts/parts-judged.ts'

/**
 * The parts of one measure side by side.
 * @throws Error with words for the reader where there is no such breakdown, or nothing in its range
 */
export async function loadBreakdownExhibit(
  kpiId: string,
  search: KpiSearch,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<ReactNode>> {
  const { edition, audience, organisation } = origin
  const view = { edition: edition.number, audience }
  const [{ kpis }, plan, { signals }] = await Promise.all([
    queries.ensureQueryData(kpisQuery(view)),
    queries.ensureQueryData(planQuery(view)),
    queries.ensureQueryData(signalsQuery(view)),
  ])
  const kpi = kpis.find(({ id }) => id === kpiId)
  if (!kpi) throw new Error(`This edition holds no measure “${kpiId}” for this audience.`)
  const dimension = kpi.dimensions.find(({ id }) => id === search.dimension)
  if (!dimension) {
    throw new Error(`${kpi.name} is not broken down by “${search.dimension ?? ''}” for this audience.`)
  }
  const name = nameOfBreakdown(kpi, dimension.label)
  const { series } = await queries.ensureQueryData(
    seriesQuery(view, { kpi: kpi.id, dimension: dimension.id }),
  )
  const judged = await queries.ensureQueryData(
    partsJudgedQuery(view, { kpi, dimension: dimension.id, series, plan, asOf: edition.dataAsAt }),
  )
  const flagged = flaggedIn(signals, kpi.id, dimension.id)
  const model = layBreakdown(kpi, dimension, series, search, { judged, flagged })
  if (!model) throw new Error(`${name} has no figures in this range.`)
  const finding = findingOf(name, kpi.name, model.multiples)
  return {
    ...tableExhibit({
      origin,
      name,
      finding,
      scope: `${capital(unitPhrase(kpi))}, ${model.from} to ${model.to}`,
      facts: [],
      notes: [breakdownNote(kpi, dimension, model)],
      questions: questionsOf(model.multiples),
      tables: [
        {
          title: `By ${lowerFirst(dimension.label)}`,
          columns: [
            { head: dimension.label, kind: 'text' },
            ...columnsOfFigures(kpi.decimals).map((column, index) => ({
              ...column,
              // a slide has room for when, how much and how sure
              isExtra: index > 2 && column.head !== 'Status',
            })),
          ],
          rows: model.multiples.flatMap(({ label, points }) =>
            points.map((point) => [label, ...cellsOf(kpi, point)]),
          ),
        },
      ],
      fileStem: `${kpi.id}_by-${dimension.id}`,
      address,
    }),
    source: kpi.source,
    altText: `${finding}. ${countOf(model.multiples.length, 'small chart')} on one scale, ${organisation.name}. ${model.multiples
      .map(({ label, reading, verdict }) =>
        [`${label}, ${reading}`, verdict?.words].filter(Boolean).join(': '),
      )
      .join('. ')}.`,
    picture: (size) => <MultiplesPicture model={model} size={size} />,
  }
}

/**
 * What is flagged, else what the page is titled with; after the breakdown's own name, since the part's own picture is
 * titled with what is flagged of it.
 */
function findingOf(name: string, kpi: string, multiples: readonly Multiple[]): string {
  const flag = multiples.find((one) => one.flag !== null)?.flag
  if (flag) return titleOf(name, ofPart(kpi, flag.replace(/\.$/, '')))
  return `${name}: ${lowerFirst(titleParts({ multiples }))}`
}

/** Without the measure that the name before it holds. @example 'Median wait, Acton: higher' → 'Acton: higher' */
function ofPart(kpi: string, flag: string): string {
  return flag.startsWith(`${kpi}, `) ? flag.slice(kpi.length + 2) : flag
}

function questionsOf(multiples: readonly Multiple[]): string[] {
  const lead = multiples.find(({ flag }) => flag !== null)
  return lead ? [`${lead.label}: what is different there, and do people there know?`] : []
}
