import type { QueryClient } from '@tanstack/react-query'
import { dataQualityQuery } from '../../../api/data-quality.ts'
import { qualityOf } from '../../../domain/data-quality/data-quality.ts'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { findingOfChosen, findingOfRows } from '../../../domain/exhibits/finding-of-chosen.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { themeNames } from '../../../domain/measures/measure.ts'
import { qualityColumns } from '../columns.tsx'
import { type DataQualitySearch, wantLabels } from '../data-quality-search.ts'
import { writeQualityFinding, writeQualityStandfirst } from '../quality-finding.ts'
import { qualityRows } from '../quality-rows.ts'

/** How far the figures can be relied on, measure by measure. */
export async function loadQuality(
  search: DataQualitySearch,
  address: string,
  origin: ExhibitOrigin,
  queries: QueryClient,
): Promise<Exhibit<never>> {
  const view = { edition: origin.edition.number, audience: origin.audience }
  const quality = await queries.ensureQueryData(dataQualityQuery(view))
  const rows = qualityRows(quality, search)
  const kpis = new Set(rows.map(({ kpi }) => kpi))
  const shown = qualityOf(quality.measures.filter(({ kpi }) => kpis.has(kpi)))
  const { summary } = shown
  const overdue = rows.filter(({ isOverdue }) => isOverdue)
  return tableExhibit({
    origin,
    name: 'Data quality',
    finding: findingOfChosen(
      chosenInWords(search),
      findingOfRows(
        { shown: rows.length, all: quality.measures.length, noun: 'measure' },
        Boolean(search.show),
        () => writeQualityFinding(shown),
      ),
    ),
    scope:
      rows.length === quality.measures.length
        ? ''
        : `${rows.length} of ${countOf(quality.measures.length, 'measure')} shown`,
    facts: [
      { figure: String(summary.overdue), words: 'overdue, and counted as unknown' },
      { figure: String(summary.incomplete), words: 'with a period missing' },
      { figure: String(summary.provisional), words: 'with provisional figures' },
    ],
    notes: rows.length > 0 ? [writeQualityStandfirst(shown)] : [],
    questions: overdue.map(({ name }) => `${name} is overdue: when will it come, and what held it up?`),
    tables: [recordTable('Measures', qualityColumns, rows, ['Restated [r]', 'Last changed'])],
    fileStem: 'data-quality',
    address,
  })
}

/** What the address chooses of the measures. */
function chosenInWords({ theme, show }: DataQualitySearch): (string | undefined)[] {
  return [theme && themeNames[theme], show && wantLabels[show].toLowerCase()]
}
