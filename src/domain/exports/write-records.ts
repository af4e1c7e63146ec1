import type { Edition, Organisation } from '../editions/publication.ts'
import { type CsvCell, writeCsv } from './csv.ts'

/** Whose records these are, and of which edition: stands above the rows, so that a file explains itself. */
export interface RecordsAbout {
  title: string
  edition: Pick<Edition, 'number' | 'label' | 'dataAsAt'>
  organisation: Organisation
  audience: 'exact' | 'protected'
}

/**
 * A table of records as CSV: what it is and where it came from, an empty line, the heads, the rows.
 *
 * @example columns Measure and Due, one row → 6 or 7 lines about it, '', 'Measure,Due', 'OT list,2025-10-03'
 */
export function writeRecords<Row>(
  { title, edition, organisation, audience }: RecordsAbout,
  columns: readonly { head: string; text: (row: Row) => CsvCell }[],
  rows: readonly Row[],
): string {
  const about: CsvCell[][] = [
    [title, `${organisation.service}, ${organisation.name}`],
    ['Edition', `${edition.number}, ${edition.label}`],
    ['Data as at', edition.dataAsAt],
    [
      'Figures',
      audience === 'exact'
        ? 'exact, for officers'
        : 'protected: small numbers of people withheld, counts of people rounded',
    ],
    ['Marking', organisation.marking],
    ...(organisation.illustrative ? [['Status', 'Illustrative data: invented figures']] : []),
    [],
  ]
  return writeCsv([
    ...about,
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ])
}
