import { cellAddress } from '../../src/ingest/sheets/cell-address.ts'
import { aZip } from './a-zip.ts'

/** A cell: a text, a number, or a number with what its format shows; `formula` alone was never calculated. */
export type Cell =
  | string
  | number
  | null
  | { day: number }
  | { share: number }
  | { formula: string; value?: number | '' }
  /** over so many columns and rows */
  | { text: string; across?: number; down?: number }

export interface SheetGiven {
  rows: readonly (readonly Cell[])[]
  isHidden?: boolean
  hiddenRows?: readonly number[]
  /** counted from 1 */
  hiddenColumns?: readonly number[]
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** An .xlsx as small as one can be, written by nothing of what reads it. Days are counted as its calendar does. */
export function anXlsx(sheets: Readonly<Record<string, SheetGiven>>, { is1904 = false } = {}): Buffer {
  return aZip(xlsxParts(sheets, { is1904 }))
}

/** The parts that an .xlsx is packed of. */
export function xlsxParts(
  sheets: Readonly<Record<string, SheetGiven>>,
  { is1904 = false } = {},
): Record<string, string> {
  const names = Object.keys(sheets)
  const texts: string[] = []
  const parts = Object.values(sheets).map((sheet) => worksheet(sheet, texts))
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  return {
    '_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index}.xml`)).join('')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${is1904}"/><sheets>${names
      .map(
        (name, index) =>
          `<sheet name="${escaped(name)}" r:id="s${index}"${sheets[name]?.isHidden ? ' state="hidden"' : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    ...Object.fromEntries(parts.map((part, index) => [`xl/worksheets/sheet${index}.xml`, part])),
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><r><t>${escaped(text)}</t></r></si>`).join('')}</sst>`,
  }
}

function worksheet({ rows, hiddenRows = [], hiddenColumns = [] }: SheetGiven, texts: string[]): string {
  const merged: string[] = []
  const packed = rows.map((row, index) => {
    const line = index + 1
    const cells = row.map((cell, column) => {
      const at = cellAddress(line, column)
      if (cell === null) return ''
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
      if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`
      if ('day' in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`
      if ('share' in cell) return `<c r="${at}" s="2"><v>${cell.share}</v></c>`
      if ('formula' in cell) {
        return `<c r="${at}"${cell.value === '' ? ' t="str"' : ''}><f>${cell.formula}</f>${cell.value === undefined ? '' : `<v>${cell.value}</v>`}</c>`
      }
      const { across = 1, down = 1 } = cell
      if (across * down > 1) merged.push(`${at}:${cellAddress(line + down - 1, column + across - 1)}`)
      return `<c r="${at}" t="inlineStr"><is><t>${escaped(cell.text)}</t></is></c>`
    })
    return `<row r="${line}"${hiddenRows.includes(line) ? ' hidden="1"' : ''}>${cells.join('')}</row>`
  })
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const columns = hiddenColumns.map((column) => `<col min="${column}" max="${column}" width="0" hidden="1"/>`)
  return `<worksheet><cols>${columns.join('')}</cols><sheetData>${packed.join('')}</sheetData><mergeCells>${ranges}</mergeCells></worksheet>`
}

/** The same as an .ods; a day is counted from the end of 1899. */
export function anOds(sheets: Readonly<Record<string, SheetGiven>>): Buffer {
  return aZip(odsParts(sheets))
}

/** The parts that an .ods is packed of. */
export function odsParts(sheets: Readonly<Record<string, SheetGiven>>): Record<string, string> {
  const tables = Object.entries(sheets).map(
    ([name, { rows, isHidden = false, hiddenRows = [], hiddenColumns = [] }]) =>
      `<table:table table:name="${escaped(name)}" table:style-name="${isHidden ? 'ta2' : 'ta1'}">${columnsOfOds(hiddenColumns)}${rows
        .map(
          (row, index) =>
            `<table:table-row${hiddenRows.includes(index + 1) ? ' table:visibility="filter"' : ''}>${row.map(odsCell).join('')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`,
        )
        .join(
          '',
        )}<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>`,
  )
  return {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s"><office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
  }
}

/** Ten that are seen or not, and the rest. */
function columnsOfOds(hidden: readonly number[]): string {
  const ten = Array.from({ length: 10 }, (_, column) => hidden.includes(column + 1))
  const each = ten.map((isHidden) => `<table:table-column${isHidden ? ' table:visibility="collapse"' : ''}/>`)
  return `${each.join('')}<table:table-column table:number-columns-repeated="16374"/>`
}

function odsCell(cell: Cell): string {
  const typed = (type: string, attributes: string, text = '') =>
    `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${escaped(text)}</text:p></table:table-cell>`
  if (cell === null) return '<table:table-cell/>'
  if (typeof cell === 'number') return typed('float', `office:value="${cell}"`, `about ${cell}`)
  if (typeof cell === 'string') return typed('string', '', cell)
  if ('day' in cell) {
    const day = new Date(Date.UTC(1899, 11, 30 + cell.day)).toISOString().slice(0, 10)
    return typed('date', `office:date-value="${day}"`, 'shown otherwise')
  }
  if ('share' in cell) return typed('percentage', `office:value="${cell.share}"`)
  if ('formula' in cell) {
    const formula = `table:formula="of:=${cell.formula}"`
    // as LibreOffice writes it
    if (cell.value === '') return `<table:table-cell ${formula}><text:p/></table:table-cell>`
    return cell.value === undefined
      ? `<table:table-cell ${formula}/>`
      : typed('float', `${formula} office:value="${cell.value}"`)
  }
  const { across = 1, down = 1 } = cell
  return `${typed('string', `table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"`, cell.text)}`
}
