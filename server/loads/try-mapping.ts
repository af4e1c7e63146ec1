import type { LoadProblem } from '../../src/contract/loads.ts'
import type { MadeFigure, MappingLook, TableLook } from '../../src/contract/mappings.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { type CsvRow, findField, isBlank, joinHeaderRows } from '../../src/ingest/csv-row.ts'
import { columnsOf, type FileMapping, type Mapping } from '../../src/ingest/mapping.ts'
import { pointedOf } from '../../src/ingest/point/pointed-of.ts'
import { wholeRow } from '../../src/ingest/problem.ts'
import type { Standing } from '../../src/ingest/standing.ts'
import { firstRows } from './look-into.ts'
import { readLoad } from './read-load.ts'
import { fingerprintOf } from './recognise.ts'
import { shownCell } from './shown-cell.ts'
import { isMappedBy } from './sort-sources.ts'
import { recordsOf, type SourceFile } from './source-file.ts'

/** Rows that are shown of a table: its first ones, and those in which something is wrong. */
const [mostFirst, mostFaulty] = [6, 12]
/** Figures that are shown of a table. */
const mostFigures = 40

/** A row as it is shown, with where its cells stand in the file. */
export interface ShownRow {
  line: number
  cells: string[]
  row: CsvRow
}

export interface ShownTable {
  names: readonly string[]
  rows: readonly ShownRow[]
  header?: CsvRow | null
}

/** What the whole load says of a mapping, and the figures that it makes; nothing is stored. */
export async function tryMapping(
  /** as they were given: a load takes workbooks apart itself */
  given: readonly SourceFile[],
  /** the same, with the sheets of each workbook in its place */
  files: readonly SourceFile[],
  mapping: Mapping,
  source: SourceFile,
  { standing, today }: { standing: Standing; today: string },
): Promise<Pick<MappingLook, 'problems' | 'tables'>> {
  const made = new Map<string, { figures: MadeFigure[]; count: number }>()
  const onFigure = (figure: Figure, file: string) => {
    const { figures, count } = made.get(file) ?? { figures: [], count: 0 }
    if (figures.length < mostFigures) figures.push(madeOf(figure))
    made.set(file, { figures, count: count + 1 })
  }
  const read = await readLoad(given, source, standing, today, { onFigure })
  const { problems } = read
  // said what its columns are, persons may be found that were not before: no row of theirs is shown
  if (read.tables.length === 0) return { problems, tables: [] }
  const tables: TableLook[] = []
  for (const one of files) {
    const own = mapping.files.find((file) => isMappedBy(one, file))
    if (!own) continue
    const { figures = [], count = 0 } = made.get(one.label) ?? {}
    tables.push({ ...(await triedTable(one, own, problems)), figures, figureCount: count })
  }
  return { problems, tables }
}

async function triedTable(
  source: SourceFile,
  mapping: FileMapping,
  problems: readonly LoadProblem[],
): Promise<Omit<TableLook, 'figures' | 'figureCount'>> {
  const own = problems.filter(({ file, line }) => file === source.label && line > 0)
  const { names, rows, header } = await shownRows(source, mapping, new Set(own.map(({ line }) => line)))
  return {
    file: source.name,
    sheet: source.sheet?.name ?? null,
    label: source.label,
    names: [...names],
    rows: rows.map(({ line, cells }) => ({ line, cells })),
    marks: own.flatMap((problem) => marksOf(problem, rows, header ?? null)),
    pointed: pointedOf(mapping, names),
    mapping: { ...mapping },
    from: null,
    fingerprint: fingerprintOf(names, mapping),
    unknown: [],
  }
}

/** The cells that a problem stands in, or the rows that it is said of, where they are shown. */
function marksOf(
  { message, remedy, severity, ...place }: LoadProblem,
  rows: readonly ShownRow[],
  header: CsvRow | null,
): TableLook['marks'] {
  if (severity !== 'error') return []
  const inHeader = header ? columnIn(header, place) : null
  if (inHeader !== null) return [{ row: -1, column: inHeader, message, remedy }]
  return rows.flatMap(({ row }, index) => {
    const column = columnIn(row, place)
    return column === null ? [] : [{ row: index, column, message, remedy }]
  })
}

/** Where in a row a place is: -1 for all of it; null where it is in another. */
function columnIn(row: CsvRow, place: Pick<LoadProblem, 'line' | 'column' | 'cell'>): number | null {
  if (place.column === wholeRow && place.cell === undefined) return place.line === row.line ? -1 : null
  const found = findField(row, place)
  return found < 0 ? null : found
}

/** The header that a mapping finds in a table, its first rows, and those on the lines that are asked for. */
export async function shownRows(
  source: SourceFile,
  mapping: FileMapping,
  lines: ReadonlySet<number> = new Set(),
): Promise<ShownTable> {
  const asked = columnsOf(mapping)
  const headerRows = mapping.headerRows ?? 1
  const records = recordsOf(source, mapping)
  const read = (await firstRows(source, new Set(asked), () => undefined, records)).filter(
    (row) => !isBlank(row),
  )
  const headers = read.slice(0, 20).map((_, at) => joinHeaderRows(read.slice(at, at + headerRows)))
  const scores = headers.map((row) => {
    const names = new Set(row?.fields.map((field) => field.trim()))
    return asked.filter((name) => names.has(name)).length
  })
  const at = asked.length === 0 ? 0 : Math.max(0, scores.indexOf(Math.max(0, ...scores)))
  const header = headers[at] ?? null
  return {
    names: header?.fields.map((field) => field.trim()) ?? [],
    rows: chosenRows(read.slice(at + headerRows), lines),
    header,
  }
}

export function chosenRows(below: readonly CsvRow[], lines: ReadonlySet<number> = new Set()): ShownRow[] {
  const faulty = below.filter(({ line }, index) => index >= mostFirst && lines.has(line)).slice(0, mostFaulty)
  return [...below.slice(0, mostFirst), ...faulty].map((row) => ({
    line: row.line,
    cells: row.fields.map((cell) => shownCell(cell)),
    row,
  }))
}

function madeOf({ kpi, period, dimension, member, value, availability, provisional }: Figure): MadeFigure {
  return { kpi, period, dimension, member, value, availability, provisional }
}
