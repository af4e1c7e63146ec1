import type { QueryClient } from '@tanstack/react-query'
import { dataQualityQuery } from '../../../api/data-quality.ts'
import type { Exhibit, ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { recordTable } from '../../../domain/exhibits/record-table.ts'
import { tableExhibit } from '../../../domain/exhibits/table-exhibit.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { qualityColumns } from '../columns.tsx'
import type { DataQualitySearch } from '../data-quality-search.ts'
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
  const { summary } = quality
  const overdue = rows.filter(({ isOverdue }) => isOverdue)
  return tableExhibit({
    origin,
    name: 'Data quality',
    finding: writeQualityFinding(quality),
    scope:
      rows.length === quality.measures.length
        ? ''
        : `${rows.length} of ${countOf(quality.measures.length, 'measure')} shown`,
    facts: [
      { figure: String(summary.overdue), words: 'overdue, and counted as unknown' },
      { figure: String(summary.incomplete), words: 'with a period missing' },
      { figure: String(summary.provisional), words: 'with provisional figures' },
    ],
    notes: quality.measures.length > 0 ? [writeQualityStandfirst(quality)] : [],
    questions: overdue.map(({ name }) => `${name} is overdue: when will it come, and what held it up?`),
    tables: [recordTable('Measures', qualityColumns, rows, ['Restated [r]', 'Last changed'])],
    fileStem: 'data-quality',
    address,
  })
}
