import { type CsvRow, locateField } from './csv-row.ts'
import type { Columns } from './header.ts'
import { makeValue } from './mapping/arithmetic.ts'
import { createCarrier } from './mapping/carry-down.ts'
import { cutText, withoutEnding } from './mapping/cut-text.ts'
import { createFigureReader } from './mapping/figure-text.ts'
import type { PeriodSource, TextSource } from './mapping/sources.ts'
import { columnsOfValue, type TakenValue, valuesOf } from './mapping/taken-values.ts'
import { createTotalFinder, isMeantBy } from './mapping/total-rows.ts'
import { type Alike, watchAlike } from './mapping/written-alike.ts'
import type { FileMapping, MappingOutput } from './mapping.ts'
import { type Marks, type ObservationPart, type Observed, usualMarks } from './observed.ts'
import { mergedCell } from './parse-number.ts'
import type { Place } from './problem.ts'
import { withoutTime } from './read-day.ts'

/** Of which file a row is; a mapping may read its names. */
export interface RowOrigin {
  /** as problems name it */
  label: string
  /** without its folder */
  name: string
  sheet: string
}

/** An observation of one row, with what its value was made of, so that several rows can be combined. */
export interface MappedObservation extends Observed {
  output: MappingOutput
  taken: TakenValue
  /** the texts of the columns that the value is made of */
  operands: readonly string[]
  /** the text of the column that puts rows in order, empty where none does */
  order: string
  orderPlace: () => Place
}

/**
 * The observations that a mapping makes of one row: one for each output whose filters hold, and for a wide
 * output one for each of its columns. An empty cell gives an observation too: a missing one, never a zero.
 */
export function applyMapping(
  origin: RowOrigin,
  mapping: FileMapping,
  columns: Columns,
  /** how many figures each output gave: counted here */
  given: number[] = [],
  /** lines of rows that would have been added to what they are the sum of: noted here */
  totals: number[] = [],
  /** texts that its lists pass by for a capital or a space: noted here */
  alike: Alike = new Map(),
) {
  const marks: Marks = {
    suppressed: new Set([...usualMarks.suppressed, ...(mapping.suppressed ?? [])]),
    missing: new Set([...usualMarks.missing, ...(mapping.missing ?? [])]),
  }
  const observe = createObserver(origin, mapping, columns, marks)
  const outputs = mapping.outputs.map((output, index) => ({
    index,
    output,
    passes: passing(output),
    watchTexts: watchListedTexts(output, alike),
    values: valuesOf(output, columns, mapping),
  }))
  const isCombined = mapping.outputs.some(({ combine }) => combine !== undefined)
  const carry = createCarrier(mapping.carriedDown)
  const findTotals = isCombined ? createTotalFinder(columns) : () => []
  return (row: CsvRow): MappedObservation[] => {
    const cell = carry(cellsOf(row, columns))
    const inTotals = findTotals(row)
    const isLeftOut = ({ combine, ...output }: MappingOutput) =>
      combine !== undefined && inTotals.some((column) => !isMeantBy(output, column, cell(column)))
    for (const { watchTexts } of outputs) for (const watch of watchTexts) watch(cell, row.line)
    const passed = outputs.filter(({ passes }) => passes(cell))
    const kept = passed.filter(({ output }) => !isLeftOut(output))
    if (kept.length < passed.length) totals.push(row.line)
    return kept.flatMap(({ index, output, values }) => {
      given[index] = (given[index] ?? 0) + values.length
      return values.map((taken) => observe(row, output, taken, cell))
    })
  }
}

type CellOf = (column: string) => string

function cellsOf(row: CsvRow, columns: Columns): CellOf {
  return (column) => row.fields[columns.get(column) ?? row.fields.length]?.trim() ?? ''
}

/** Whether all filters of an output hold: lists are looked up, however long they are. */
function passing(output: MappingOutput) {
  const filters = (output.filters ?? []).map(({ column, oneOf, noneOf }) => ({
    column,
    oneOf: oneOf && new Set(oneOf),
    noneOf: noneOf && new Set(noneOf),
  }))
  return (cell: CellOf): boolean =>
    filters.every(({ column, oneOf, noneOf }) => {
      const text = cell(column)
      return (oneOf?.has(text) ?? true) && !noneOf?.has(text)
    })
}

/** Of each list that an output has of the texts of a column, whether a row has one that is almost of it. */
function watchListedTexts({ filters = [], columns, ...output }: MappingOutput, alike: Alike) {
  const sources = [output.kpi, output.dimension, output.member, output.memberLabel, output.status].flatMap(
    (source) =>
      typeof source === 'object' && 'column' in source && source.values
        ? [{ column: source.column, texts: Object.keys(source.values) }]
        : [],
  )
  const lists = filters.map(({ column, oneOf, noneOf }) => ({ column, texts: oneOf ?? noneOf ?? [] }))
  return [...lists, ...sources].map(({ column, texts }) => {
    const watch = watchAlike(column, texts, alike)
    return (cell: CellOf, line: number) => watch(cell(column), line)
  })
}

/** The text of a source in one row. */
function textOf(source: TextSource | undefined, { name, sheet }: RowOrigin, cell: CellOf): string {
  if (source === undefined) return ''
  if (typeof source === 'string') return source
  const text =
    'column' in source
      ? cell(source.column)
      : 'fileName' in source
        ? cutText(withoutEnding(name), source.fileName)
        : cutText(sheet, source.sheetName)
  // a cell may say `constructor`, which every object has and no mapping lists
  const listed = source.values && Object.hasOwn(source.values, text) ? source.values[text] : undefined
  return listed ?? source.otherwise ?? text
}

function periodText(
  source: PeriodSource,
  taken: TakenValue,
  { name, sheet }: RowOrigin,
  cell: CellOf,
): string {
  if (source.column !== undefined) return cell(source.column)
  if (source.fileName) return cutText(withoutEnding(name), source.fileName)
  if (source.sheetName) return cutText(sheet, source.sheetName)
  return source.constant ?? taken.period
}

function createObserver(origin: RowOrigin, mapping: FileMapping, columns: Columns, marks: Marks) {
  const { numbers = {} } = mapping
  const readFigure = createFigureReader(mapping)
  return (row: CsvRow, output: MappingOutput, taken: TakenValue, cell: CellOf): MappedObservation => {
    let isProvisional = false
    // the same figure in each of several cells would be counted for each
    const figure = (column: string) => {
      if (row.covered?.has(columns.get(column) ?? -1)) return mergedCell
      const read = readFigure(cell(column), output.value ? column : output)
      isProvisional ||= read.isProvisional
      return read.text
    }
    const count = (source: { column: string } | undefined) => (source ? figure(source.column) : '')
    const operands = columnsOfValue(taken).map(figure)
    const made = makeValue(taken.source, operands, numbers, marks)
    const status = textOf(output.status, origin, cell)
    const valueColumn = columnsOfValue(taken)[made.at] ?? columnsOfValue(taken)[0] ?? ''
    const placeOf = (column: string): Place => ({
      file: origin.label,
      ...locateField(row, columns.get(column) ?? 0),
    })
    // a constant stands nowhere in the file, so a fault of it is told at the value
    const columnOf = (part: ObservationPart): string => {
      const sources: Record<ObservationPart, TextSource | { column?: string | undefined } | undefined> = {
        kpi_id: output.kpi,
        period: output.period,
        dimension: output.dimension,
        member: taken.member,
        value: { column: valueColumn },
        numerator: output.numerator,
        denominator: output.denominator,
        n: output.n,
        status: output.status,
        as_at: output.asAt,
      }
      const source = sources[part]
      return (typeof source === 'object' && 'column' in source ? source.column : undefined) ?? valueColumn
    }
    return {
      output,
      taken,
      operands,
      order: output.combine?.by ? cell(output.combine.by.column) : '',
      orderPlace: () => placeOf(output.combine?.by?.column ?? valueColumn),
      texts: {
        kpi_id: textOf(output.kpi, origin, cell),
        period: periodText(output.period, taken, origin, cell),
        dimension: textOf(output.dimension, origin, cell),
        member: textOf(taken.member, origin, cell),
        value: made.text,
        numerator: count(output.numerator),
        denominator: count(output.denominator),
        n: count(output.n),
        status: status === '' && isProvisional ? 'provisional' : status,
        as_at: withoutTime(textOf(output.asAt, origin, cell)),
      },
      form: output.period.form,
      periodRule: { year: textOf(output.period.year, origin, cell), week: output.period.week },
      isDayOfMany: output.period.week !== undefined || output.combine !== undefined,
      numbers,
      scale: taken.scale ?? 1,
      isScaleSaid: taken.scale !== undefined,
      marks,
      memberLabel: textOf(taken.label, origin, cell) || null,
      memberLevel: textOf(output.memberLevel, origin, cell) || null,
      place: (part) => placeOf(columnOf(part)),
    }
  }
}
