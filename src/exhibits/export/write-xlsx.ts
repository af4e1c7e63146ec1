import writeXlsx, { type CellObject, type Sheet } from 'write-excel-file/universal'
import { cellDecimals } from '../../domain/exhibits/cell-decimals.ts'
import type { Exhibit, ExhibitColumn, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { cutText } from '../../domain/exports/clean-text.ts'
import { harmlessText } from '../../domain/exports/csv.ts'
import { aboutRows } from './about-rows.ts'
import { isLong, widthOf, withHeights } from './sheet-layout.ts'
import { sheetNames } from './sheet-names.ts'

type Cell = string | number | null
type NamedSheet = Pick<Sheet<Blob>, 'data' | 'columns' | 'stickyRowsCount' | 'orientation'> & {
  title: string
}

/** A workbook of one exhibit: a sheet for each of its tables, and one that says what they are. */
export async function writeExhibitXlsx(exhibit: Exhibit<unknown>, siteOrigin: string): Promise<Blob> {
  return await writeWorkbook([...exhibit.tables.map(tableSheet), aboutSheet('About', exhibit, siteOrigin)])
}

export interface PackItemToWrite {
  group: string
  note: string
  exhibit: Exhibit<unknown>
}

const contentsWidths = [6, 26, 52, 46]
const aboutWidths = [20, 100]

/** A workbook of a whole pack: contents, then each item's tables and what they are. */
export async function writePackXlsx(items: readonly PackItemToWrite[], siteOrigin: string): Promise<Blob> {
  const contents: NamedSheet = {
    title: 'Contents',
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: contentsWidths.map((width) => ({ width })),
    data: withHeights(
      [
        ['No.', 'Agenda item', 'Finding', 'Line'].map((words) => head(words)),
        ...items.map(({ group, note, exhibit }, index) => [
          { value: index + 1, type: Number, align: 'left' as const, alignVertical: 'top' as const },
          ...[group, exhibit.finding, note].map(wrapped),
        ]),
      ],
      contentsWidths,
    ),
  }
  const sheets = items.flatMap(({ exhibit }, index) => [
    ...exhibit.tables.map((table) => {
      const sheet = tableSheet(table)
      return { ...sheet, title: `${index + 1} ${sheet.title}` }
    }),
    aboutSheet(`${index + 1} About`, exhibit, siteOrigin),
  ])
  return await writeWorkbook([contents, ...sheets])
}

async function writeWorkbook(sheets: readonly NamedSheet[]): Promise<Blob> {
  const names = sheetNames(sheets.map(({ title }) => title))
  const named = sheets.map(({ title, ...sheet }, index) => ({ ...sheet, sheet: names[index] ?? title }))
  return await writeXlsx(named, { fontFamily: 'Arial', fontSize: 10 }).toBlob()
}

function tableSheet({ title, columns, rows }: ExhibitTable): NamedSheet {
  const widths = columns.map((column, index) => widthOf(column, rows, index))
  return {
    title,
    stickyRowsCount: 1,
    orientation: 'landscape',
    columns: widths.map((width) => ({ width })),
    data: withHeights(
      [
        columns.map(({ head: words, kind }) => head(words, kind)),
        ...rows.map((row) => columns.map((column, index) => cellOf(column, row[index] ?? null))),
      ],
      widths,
    ),
  }
}

function aboutSheet(title: string, exhibit: Exhibit<unknown>, siteOrigin: string): NamedSheet {
  return {
    title,
    orientation: 'landscape',
    columns: aboutWidths.map((width) => ({ width })),
    data: withHeights(
      aboutRows(exhibit, siteOrigin).map(([name, words]) => [head(name), wrapped(words)]),
      aboutWidths,
    ),
  }
}

/** Words above numbers and days stand where these do, to the right. */
function head(words: string, kind: ExhibitColumn['kind'] = 'text'): CellObject {
  return { ...wrapped(words), fontWeight: 'bold', align: kind === 'text' ? 'left' : 'right' }
}

function wrapped(words: string): CellObject {
  return { ...text(words), wrap: true }
}

/** A workbook with more in one cell is opened as damaged. */
const mostInCell = 32_767

function text(words: string): CellObject {
  return { value: cutText(harmlessText(words), mostInCell), type: String, alignVertical: 'top' }
}

/** Numbers stay numbers and days become days, so that a spreadsheet can reckon with them. */
function cellOf(column: ExhibitColumn, cell: Cell): CellObject | null {
  const { kind } = column
  if (cell === null) return null
  const alignVertical = 'top' as const
  if (typeof cell === 'number') {
    return {
      value: cell,
      type: Number,
      format: kind === 'number' ? numberFormat(cellDecimals(column, cell)) : 'General',
      alignVertical,
    }
  }
  if (kind === 'date')
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd mmm yyyy', alignVertical }
  return { ...text(cell), wrap: isLong(cell) }
}

/** @example 1 → '#,##0.0' */
function numberFormat(decimals: number): string {
  return decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
}
