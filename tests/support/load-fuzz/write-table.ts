import { type Cell, odsParts, xlsxParts } from '../a-workbook.ts'
import { aZip } from '../a-zip.ts'
import type { Random } from './random.ts'
import type { Table } from './seed-loads.ts'

export interface CsvStyle {
  separator: string
  newline: string
  encoding: 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  isQuoted: boolean
}

export const plainCsv: CsvStyle = { separator: ',', newline: '\n', encoding: 'utf-8', isQuoted: false }

export function anyCsvStyle(random: Random): CsvStyle {
  return {
    separator: random.pick([',', ';', '\t', '|']),
    newline: random.pick(['\n', '\r\n']),
    encoding: random.pick(['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252']),
    isQuoted: random.chance(0.3),
  }
}

export function writeCsv(table: Table, { separator, newline, encoding, isQuoted }: CsvStyle): Uint8Array {
  const field = (cell: string) =>
    isQuoted || /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell
  const text = table.map((row) => row.map(field).join(separator) + newline).join('')
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8 with a mark':
      return Buffer.from(`\ufeff${text}`)
    case 'windows-1252':
      // what Latin has; anything else stays UTF-8
      return /^[\0-\x7f\xa0-\xff]*$/.test(text) ? Buffer.from(text, 'latin1') : Buffer.from(text)
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  }
}

export type Form = 'csv' | 'xlsx' | 'ods'

/** Cells as a spreadsheet would hold them: numbers as numbers, some days as days. */
function cellsOf(table: Table, daysAsDays: boolean): Cell[][] {
  return table.map((row) =>
    row.map((cell) => {
      if (cell === '') return null
      if (/^-?\d+(\.\d+)?$/.test(cell) && String(Number(cell)) === cell) return Number(cell)
      const isDay = daysAsDays && /^20\d\d-\d\d-\d\d$/.test(cell) && !Number.isNaN(Date.parse(cell))
      return isDay ? { day: Math.round(Date.parse(cell) / 86_400_000) + 25_569 } : cell
    }),
  )
}

/** The parts of a workbook with one sheet of that name. */
export function partsOf(
  form: 'xlsx' | 'ods',
  table: Table,
  sheet: string,
  daysAsDays = false,
): Record<string, string> {
  const sheets = { [sheet]: { rows: cellsOf(table, daysAsDays) } }
  return form === 'xlsx' ? xlsxParts(sheets) : odsParts(sheets)
}

export function writeWorkbook(
  form: 'xlsx' | 'ods',
  table: Table,
  sheet: string,
  daysAsDays: boolean,
): Uint8Array {
  return aZip(partsOf(form, table, sheet, daysAsDays))
}
