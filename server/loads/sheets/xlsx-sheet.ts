import { mostCells, mostColumns } from '../../../src/contract/bounds.ts'
import { type MergedRange, readAddress, readRange } from '../../../src/ingest/sheets/cell-address.ts'
import {
  dayOfNumber,
  digitsOf,
  type NumberKind,
  timeOfNumber,
} from '../../../src/ingest/sheets/number-format.ts'
import { createMergeFiller } from './fill-merged.ts'
import { type Attributes, attributeOf, parseWhole, parseXml } from './parse-xml.ts'
import { createRunJoiner } from './raised-digits.ts'
import type { PackedRow } from './sheet.ts'
import { damaged, tooLarge } from './unreadable-workbook.ts'

/** What the sheets of an .xlsx share. */
export interface XlsxBook {
  texts: readonly string[]
  /** of each cell style */
  kinds: readonly NumberKind[]
  is1904: boolean
}

/** The rows of one worksheet part (ECMA-376, part 1, 18.3), each as it is unpacked. */
export async function* readXlsxSheet(
  bytes: AsyncIterable<Uint8Array>,
  book: XlsxBook,
  merged: readonly MergedRange[],
): AsyncGenerator<PackedRow> {
  const filler = createMergeFiller()
  let ready: PackedRow[] = []
  let row: Omit<PackedRow, 'covered' | 'hiddenColumns'> & { uncalculated: number[] } = emptyRow(0, false)
  const hiddenColumns = new Set<number>()
  let cell = emptyCell(0, {})
  let isCaptured = false
  let isPhonetic = false
  let count = 0
  let nextMerged = 0

  const runs = createRunJoiner()
  const handlers = {
    open(name: string, attributes: Attributes) {
      runs.open(name, attributes)
      if (name === 'col') hideColumns(hiddenColumns, attributes)
      else if (name === 'row') {
        row = emptyRow(lineAfter(row.line, attributes.r), isTrue(attributes.hidden))
        cell = emptyCell(-1, {})
      } else if (name === 'c') {
        cell = emptyCell(columnAfter(cell.column, row.line, attributes.r), attributes)
      } else if (name === 'f') cell.hasFormula = true
      else if (name === 'rPh') isPhonetic = true
      else if (name === 'v' || name === 't') {
        if (name === 'v') cell.hasValue = true
        isCaptured = !isPhonetic
      }
    },
    text(text: string) {
      if (isCaptured) cell.text = runs.join(cell.text, text)
    },
    close(name: string) {
      runs.close(name)
      if (name === 'v' || name === 't') isCaptured = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c') closeCell()
      else if (name === 'row') closeRow()
    },
  }

  function closeCell() {
    if (cell.hasFormula && !cell.hasValue && cell.type !== 'inlineStr') row.uncalculated.push(cell.column)
    const text = textOf(cell, book)
    if (text === '') return
    count += 1
    if (count > mostCells) throw tooLarge(`has a sheet of more than ${mostCells} cells`)
    while (row.cells.length < cell.column) row.cells.push('')
    row.cells[cell.column] = text
  }

  function closeRow() {
    for (;;) {
      const range = merged[nextMerged]
      if (!range || range.top > row.line) break
      filler.begin(range)
      nextMerged += 1
    }
    ready.push({ ...row, hiddenColumns, covered: filler.fill(row.line, row.cells) })
  }

  yield* parseXml(bytes, handlers, () => {
    const rows = ready
    ready = []
    return rows
  })
}

interface PackedCell {
  column: number
  type: string
  style: number
  text: string
  hasFormula: boolean
  hasValue: boolean
}

/** Of columns from one to another, counted from 1, those that a table may have. */
function hideColumns(hidden: Set<number>, { min, max, hidden: isHidden }: Attributes) {
  if (!isTrue(isHidden)) return
  for (let column = Number(min); column <= Math.min(Number(max), mostColumns); column += 1)
    hidden.add(column - 1)
}

const emptyRow = (line: number, isHidden: boolean) => ({
  line,
  cells: [] as string[],
  isHidden,
  uncalculated: [] as number[],
})

function emptyCell(column: number, { t = 'n', s = '0' }: Attributes): PackedCell {
  return { column, type: t, style: Number(s), text: '', hasFormula: false, hasValue: false }
}

/** What a cell says: its value, never its formula, as the kind of its format. */
function textOf({ type, style, text }: PackedCell, { texts, kinds, is1904 }: XlsxBook): string {
  switch (type) {
    case 's':
      return text === '' ? '' : (texts[Number(text)] ?? refuse())
    case 'b':
      return text === '' ? '' : text === '1' ? 'TRUE' : 'FALSE'
    case 'd':
      return text.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?Z?$/, '')
    case 'n': {
      const value = numberOf(text)
      return value === null ? text : numberText(value, kindOf(style, kinds), is1904)
    }
    default:
      return text
  }
}

/** The rows of a sheet stand in their order, each once: another order would put cells into rows that they are not of. */
function lineAfter(before: number, given: string | undefined): number {
  const line = given === undefined ? before + 1 : Number(given)
  return Number.isInteger(line) && line > before ? line : refuse()
}

/** So do the cells of a row, each with the number of its row. */
function columnAfter(before: number, line: number, given: string | undefined): number {
  if (given === undefined) return before + 1
  const address = readAddress(given)
  return address && address.line === line && address.column > before ? address.column : refuse()
}

/** A style that the workbook does not have would show a day or a share as a bare number. */
function kindOf(style: number, kinds: readonly NumberKind[]): NumberKind {
  return kinds[style] ?? (style === 0 ? 'number' : refuse())
}

function refuse(): never {
  throw damaged()
}

/** The number that a cell keeps; null where its text is none. */
export function numberOf(text: string): number | null {
  return /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?\s*$/i.test(text) ? Number(text) : null
}

/** A number as a file of text would have it: a day as one, a share that is shown as 45%, and a time, as that. */
export function numberText(value: number, kind: NumberKind, is1904 = false): string {
  if (kind === 'percent') return `${digitsOf(value * 100)}%`
  if (kind === 'time') return timeOfNumber(value)
  return (kind === 'day' ? dayOfNumber(value, is1904) : null) ?? digitsOf(value)
}

/** Merged ranges of a sheet: more are none of a table. */
const mostMerged = 100_000

/** Which cells are merged stands behind all rows, so it is looked for before them. */
export async function readMergedRanges(bytes: AsyncIterable<Uint8Array>): Promise<MergedRange[]> {
  const ranges: MergedRange[] = []
  await parseWhole(bytes, {
    open(name, attributes) {
      if (name !== 'mergeCell') return
      const range = readRange(attributeOf(attributes, 'ref') ?? '')
      if (range) ranges.push(range)
      if (ranges.length > mostMerged) throw tooLarge(`has more than ${mostMerged} merged cells`)
    },
  })
  return ranges.toSorted((a, b) => a.top - b.top)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
