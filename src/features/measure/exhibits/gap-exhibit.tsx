import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { kpisQuery } from '../../../api/kpis.ts'
import { seriesQuery } from '../../../api/series.ts'
import { GapPicture } from '../../../charts/gap/GapPicture.tsx'
import type { Exhibit, ExhibitFact, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { gapColumns, yearColumns } from '../../../domain/gaps/gap-columns.ts'
import { buildGaps, type GapModel } from '../../../domain/gaps/gap-model.ts'
import { gapNote, whyNoGap } from '../../../domain/gaps/gap-note.ts'
import { changeInWords, decimalsOfGap, lastGapInWords, leadingGap } from '../../../domain/gaps/gap-words.ts'
import { formatNumber } from '../../../domain/measures/format.ts'
import { lowerFirst } from '../../../domain/measures/letter-case.ts'
import { borough } from '../../../domain/measures/measure.ts'
import type { KpiSearch } from '../measure-search.ts'

/**
 * The gap between groups of one measure.
 * @throws Error with words for the reader where no gap can be given
 */
export async function loadGapExhibit(
  kpiId: string,
  search: KpiSearch,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<ReactNode>> {
  const { edition, audience } = origin
  const view = { edition: edition.number, audience }
  const { kpis } = await queries.ensureQueryData(kpisQuery(view))
  const kpi = kpis.find(({ id }) => id === kpiId)
  const dimension = kpi?.dimensions.find(({ id }) => id === search.dimension)
  if (!kpi || !dimension) throw new Error(`This edition holds no groups of “${kpiId}” for this audience.`)
  const read = (id: string) => queries.ensureQueryData(seriesQuery(view, { kpi: kpi.id, dimension: id }))
  const [{ series }, whole] = await Promise.all([read(dimension.id), read(borough.dimension)])
  const model = buildGaps(kpi, dimension, series, whole.series[0], audience, search.gap)
  if (!model) throw new Error(`${kpi.name}: ${lowerFirst(whyNoGap(kpi, audience))}`)
  const { drawn, chosen, gaps } = model
  // a picture of one group is titled with that group, whichever leads
  const finding = search.gap === chosen.member ? model.chosenFinding : model.finding
  return {
    ...tableExhibit({
      origin,
      name: `${kpi.name}, gap between groups`,
      finding,
      scope: `each group beside everybody else, twelve months at a time`,
      facts: factsOf(model),
      notes: [gapNote(model)],
      questions: leadingGap([chosen], kpi.direction)
        ? [`${chosen.label}: what explains the gap, and what would close it?`]
        : [],
      tables: [
        recordTable('Gap in the last year', gapColumns, gaps),
        recordTable(`Year by year, ${chosen.label}`, yearColumns, chosen.points.toReversed()),
      ],
      fileStem: `${kpi.id}_gap-by-${dimension.id}`,
      address,
    }),
    source: kpi.source,
    altText: `${finding}. ${gaps.map((gap) => `${gap.label}: ${lastGapInWords(gap)}`).join('. ')}.`,
    picture: drawn ? (size) => <GapPicture gap={drawn} label={chosen.label} size={size} /> : null,
  }
}

function factsOf({ chosen }: GapModel): ExhibitFact[] {
  const last = chosen.points.at(-1)
  if (last?.kind !== 'gap') return []
  const { difference, lower, upper } = last.interval
  const shown = decimalsOfGap(last.interval)
  const change = changeInWords(chosen)
  return [
    {
      figure: `${formatNumber(difference, shown)} points`,
      words: `${chosen.label} less everybody else; ${formatNumber(lower, shown)} to ${formatNumber(upper, shown)}`,
    },
    ...(change ? [{ figure: 'In a year', words: change }] : []),
  ]
}
