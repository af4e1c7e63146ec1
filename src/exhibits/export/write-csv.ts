import type { Exhibit, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { type CsvCell, writeCsv } from '../../domain/exports/csv.ts'
import { aboutRows } from './about-rows.ts'

/** All tables of an exhibit under each other, the lines about them above: a file that explains itself. */
export function writeExhibitCsv(exhibit: Exhibit<unknown>, siteOrigin: string): string {
  const tables = exhibit.tables.flatMap((table, index) => [
    [] as CsvCell[],
    ...(exhibit.tables.length > 1 || index > 0 ? [[table.title]] : []),
    ...rowsOf(table),
  ])
  return writeCsv([...aboutRows(exhibit, siteOrigin), ...tables])
}

function rowsOf({ columns, rows }: ExhibitTable): (readonly CsvCell[])[] {
  return [columns.map(({ head }) => head), ...rows]
}
