import { mostCells, mostColumns } from '../../../src/contract/bounds.ts'
import { createMergeFiller } from './fill-merged.ts'
import { type Attributes, attributeOf, parseXml } from './parse-xml.ts'
import type { PackedRow } from './sheet.ts'
import { tooLarge } from './unreadable-workbook.ts'
import { numberOf, numberText } from './xlsx-sheet.ts'

/** Rows that a spreadsheet has at most: a row that says it stands more often is a trap. */
const mostRows = 1_048_576

/**
 * The rows of the sheet with that number. A row or a cell that stands several times is packed once; what is empty is
 * counted, and never made.
 */
export async function* readOdsSheet(
  bytes: AsyncIterable<Uint8Array>,
  sheet: number,
  merged: 'once' | 'in-each',
): AsyncGenerator<PackedRow> {
  const filler = createMergeFiller()
  let ready: (Omit<PackedRow, 'covered' | 'hiddenColumns'> & { repeated: number })[] = []
  const hiddenColumns = new Set<number>()
  let columns = 0
  let current = -1
  let depth = 0
  let line = 1
  let row = emptyRow({})
  let column = 0
  let cell = emptyCell({})
  /** inside a remark on a cell, which is none of its text */
  let aside = 0
  let count = 0

  const isHere = () => current === sheet && depth === 1

  const handlers = {
    open(name: string, attributes: Attributes) {
      if (name === 'table') {
        depth += 1
        if (depth === 1) current += 1
        return
      }
      if (!isHere()) return
      if (name === 'table-column') {
        const next = Math.min(mostColumns, columns + countOf(attributes, 'number-columns-repeated'))
        if (isUnseen(attributes)) for (let one = columns; one < next; one += 1) hiddenColumns.add(one)
        columns = next
      } else if (name === 'table-row') {
        row = emptyRow(attributes)
        column = 0
      } else if (name === 'table-cell' || name === 'covered-table-cell') cell = emptyCell(attributes)
      else if (name === 'annotation') aside += 1
      else if (aside === 0) openText(name, attributes)
    },
    text(text: string) {
      if (isHere() && cell.isInText && aside === 0) cell.text += text
    },
    close(name: string) {
      if (name === 'table') depth -= 1
      if (!isHere()) return
      if (name === 'annotation') aside -= 1
      else if (name === 'p') cell.isInText = false
      else if (name === 'table-cell' || name === 'covered-table-cell') closeCell()
      else if (name === 'table-row') closeRow()
    },
  }

  function openText(name: string, attributes: Attributes) {
    if (name === 'p') {
      if (cell.hasText) cell.text += '\n'
      cell.isInText = true
      cell.hasText = true
    } else if (name === 's') cell.text += ' '.repeat(Math.min(100, countOf(attributes, 'c')))
    else if (name === 'tab') cell.text += '\t'
    else if (name === 'line-break') cell.text += '\n'
  }

  function closeCell() {
    const text = textOf(cell)
    // a formula that came to nothing ("") is kept with an empty paragraph, and without a type
    if (cell.isUncalculated && !cell.hasText) row.uncalculated.push(column)
    if (merged === 'in-each' && (cell.columns > 1 || cell.rows > 1)) {
      filler.begin({
        top: line,
        left: column,
        bottom: line + cell.rows - 1,
        right: column + cell.columns - 1,
      })
    }
    if (text !== '') {
      // one more than there may be is enough to be refused for it
      const times = Math.min(cell.repeated, mostColumns + 1)
      while (row.cells.length < Math.min(column, mostColumns)) row.cells.push('')
      for (let time = 0; time < times; time += 1) row.cells.push(text)
    }
    column += cell.repeated
  }

  function closeRow() {
    const isEmpty = row.cells.every((text) => text === '')
    if (!isEmpty && line + row.repeated - 1 > mostRows)
      throw tooLarge(`has a sheet of more than ${mostRows} rows`)
    count += isEmpty ? 0 : row.cells.length * row.repeated
    if (count > mostCells) throw tooLarge(`has a sheet of more than ${mostCells} cells`)
    if (!isEmpty || row.repeated === 1) ready.push({ ...row, line })
    line += row.repeated
  }

  for await (const { repeated, ...packed } of parseXml(bytes, handlers, takeReady)) {
    for (let time = 0; time < repeated; time += 1) {
      const cells = [...packed.cells]
      const at = packed.line + time
      yield { ...packed, line: at, cells, hiddenColumns, covered: filler.fill(at, cells) }
    }
  }

  function takeReady() {
    const rows = ready
    ready = []
    return rows
  }
}

interface OdsCell {
  text: string
  type: string
  value: string
  columns: number
  rows: number
  repeated: number
  isInText: boolean
  hasText: boolean
  isUncalculated: boolean
}

function isUnseen(attributes: Attributes): boolean {
  return ['collapse', 'filter'].includes(attributeOf(attributes, 'visibility') ?? '')
}

function emptyRow(attributes: Attributes) {
  return {
    cells: [] as string[],
    uncalculated: [] as number[],
    isHidden: isUnseen(attributes),
    repeated: countOf(attributes, 'number-rows-repeated'),
  }
}

function emptyCell(attributes: Attributes): OdsCell {
  const type = attributeOf(attributes, 'value-type') ?? ''
  const value =
    attributeOf(attributes, 'value') ??
    attributeOf(attributes, 'date-value') ??
    attributeOf(attributes, 'boolean-value') ??
    attributeOf(attributes, 'string-value') ??
    ''
  return {
    text: '',
    type,
    value,
    columns: countOf(attributes, 'number-columns-spanned'),
    rows: countOf(attributes, 'number-rows-spanned'),
    repeated: countOf(attributes, 'number-columns-repeated'),
    isInText: false,
    hasText: false,
    isUncalculated: type === '' && attributeOf(attributes, 'formula') !== undefined,
  }
}

/** What a cell says: its value, never its formula, as the kind of its format. */
function textOf({ type, value, text }: OdsCell): string {
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const number = numberOf(value)
      return number === null ? text : numberText(number, type === 'percentage' ? 'percent' : 'number')
    }
    case 'date':
      return value.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?Z?$/, '')
    case 'boolean':
      return value.toUpperCase()
    case 'string':
      return value === '' ? text : value
    default:
      return text
  }
}

function countOf(attributes: Attributes, local: string): number {
  const given = Number(attributeOf(attributes, local) ?? 1)
  return Number.isInteger(given) && given > 0 ? given : 1
}
