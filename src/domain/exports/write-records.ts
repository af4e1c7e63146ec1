import { figuresInWords } from '../editions/figures-in-words.ts'
import type { Edition, Organisation } from '../editions/publication.ts'
import { type CsvCell, writeCsv } from './csv.ts'

/** Whose records these are, and of which edition: a file of its own beside theirs. */
export interface RecordsAbout {
  title: string
  edition: Pick<Edition, 'number' | 'label' | 'dataAsAt'>
  organisation: Organisation
  audience: 'exact' | 'protected'
}

/**
 * A table of records as CSV, its heads on the first line.
 *
 * @example columns Measure and Due, one row → 'Measure,Due', 'OT list,2025-10-03'
 */
export function writeRecords<Row>(
  columns: readonly { head: string; text: (row: Row) => CsvCell }[],
  rows: readonly Row[],
): string {
  return writeCsv([
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ])
}

/** What records are and where they came from, as CSV: a name and a text to a line. */
export function writeRecordsAbout({ title, edition, organisation, audience }: RecordsAbout): string {
  return writeCsv([
    ['About', 'Text'],
    ['Records', title],
    ['Organisation', `${organisation.service}, ${organisation.name}`],
    ['Edition', `${edition.number}, ${edition.label}`],
    ['Data as at', edition.dataAsAt],
    ['Figures', figuresInWords(audience, organisation)],
    ['Marking', organisation.marking],
    ...(organisation.illustrative ? [['Status', 'Illustrative data: invented figures']] : []),
  ])
}
