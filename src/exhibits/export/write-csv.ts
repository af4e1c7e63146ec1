import type { Exhibit, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { type CsvCell, writeCsv } from '../../domain/exports/csv.ts'
import { aboutRows } from './about-rows.ts'

/**
 * The tables of an exhibit as one, its heads on the first line, so that any program reads it as it stands. Several
 * tables follow each other under the heads of all, and a first column names the table of each row.
 */
export function writeExhibitCsv({ tables }: Exhibit<unknown>): string {
  const [only, ...others] = tables
  if (!only || others.length === 0) return writeCsv(only ? [headsOf(only), ...only.rows] : [])
  const heads = [...new Set(tables.flatMap(headsOf))]
  const rows = tables.flatMap((table) => {
    const places = heads.map((head) => headsOf(table).indexOf(head))
    return table.rows.map((row): CsvCell[] => [table.title, ...places.map((place) => row[place] ?? null)])
  })
  return writeCsv([['Table', ...heads], ...rows])
}

/** What belongs beside it, as a file of its own: what the figures are, whose, of which edition, and how to read them. */
export function writeExhibitAbout(exhibit: Exhibit<unknown>, siteOrigin: string): string {
  return writeCsv([
    ['About', 'Text'],
    ...aboutRows(exhibit, siteOrigin),
    ...exhibit.tables.map(({ title, rows }) => ['Rows', `${title}: ${rows.length}`]),
  ])
}

function headsOf({ columns }: ExhibitTable): string[] {
  return columns.map(({ head }) => head)
}
