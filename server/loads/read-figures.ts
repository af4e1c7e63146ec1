import type { Figure } from '../../src/domain/figures/figure.ts'
import { borough } from '../../src/domain/measures/measure.ts'
import { applyMapping, type MappedObservation } from '../../src/ingest/apply-mapping.ts'
import { type CheckContext, checkObservation } from '../../src/ingest/check-observation.ts'
import { type CsvRow, isBlank } from '../../src/ingest/csv-row.ts'
import { observationsColumns, observeRow } from '../../src/ingest/files/observations.ts'
import { type Columns, headerInWords, readHeader, watchRepeatedHeader } from '../../src/ingest/header.ts'
import { isFooter, isOfTotal, isSubtotal, reportFooters, totalOfPeriod } from '../../src/ingest/left-out.ts'
import { createCombiner } from '../../src/ingest/mapping/combine-rows.ts'
import { columnsOf, type FileMapping } from '../../src/ingest/mapping.ts'
import { createNotBegun, isNotBegun } from '../../src/ingest/not-begun.ts'
import type { Observed } from '../../src/ingest/observed.ts'
import { problemAt, type Report, wholeRow } from '../../src/ingest/problem.ts'
import { reportRepeat } from '../../src/ingest/record-file.ts'
import { watchRowLengths } from '../../src/ingest/row-lengths.ts'
import { createRowsSeen } from '../../src/ingest/rows-seen.ts'
import { readMappedHeader } from './read-mapped-header.ts'
import { readHeadedTable } from './read-table.ts'
import type { SortedSources } from './sort-sources.ts'
import { originOf, recordsOf, type SourceFile } from './source-file.ts'

/** Sees every figure with what its file says of it, where a load is checked and not only read. */
export interface Watch {
  /** a sound row, one that repeats another too */
  row: (observed: Observed, file: string) => void
  figure: (figure: Figure, observed: Observed, file: string, line: number) => void
  /** a row of totals of a dimension, as a figure of the whole */
  total: (whole: Figure, dimension: string) => void
}

const unwatched: Watch = { row: () => undefined, figure: () => undefined, total: () => undefined }

/** Every sound figure of a load, once each, in the order of the files; faults are reported on the way. */
export async function* readFigures(
  sources: SortedSources,
  context: CheckContext & { today: string },
  watch: Watch = unwatched,
): AsyncGenerator<Figure> {
  const seen = createRowsSeen()
  const totals = new Map<string, { line: number; rows: number }>()
  const notBegun = createNotBegun()
  for await (const { observed, file, line } of observeAll(sources, context)) {
    const isSubtotalRow = isSubtotal(observed, context.members)
    if (isSubtotalRow || isOfTotal(observed, context.members)) {
      const before = totals.get(file)
      totals.set(file, { line: before?.line ?? line, rows: (before?.rows ?? 0) + 1 })
      const whole = isSubtotalRow ? null : readTotal(observed, context)
      if (whole) watch.total(whole, observed.texts.dimension)
      continue
    }
    if ('output' in observed && isNotBegun(observed, context.kpis, context.today)) {
      notBegun.take(file, line)
      continue
    }
    const figure = checkObservation(observed, context)
    if (!figure) continue
    watch.row(observed, file)
    const earlier = seen.take(figure, file, line)
    if (earlier) reportRepeat(file, line, earlier.line, earlier.isSame, context.report, earlier.file)
    else {
      watch.figure(figure, observed, file, line)
      yield figure
    }
  }
  notBegun.report(context.report)
  for (const [file, { line, rows }] of totals) {
    context.report(
      problemAt({ file, line, column: wholeRow }).notice(
        `${rows === 1 ? 'a row of totals is' : `${rows} rows of totals are`} left out, and set against what ${rows === 1 ? 'it adds' : 'they add'} up`,
        'nothing; a member that is called so is listed in members.csv',
      ),
    )
  }
}

/** A row of totals as a figure of the whole; null where it cannot be one, which is no fault of the load. */
function readTotal(observed: Observed, context: CheckContext): Figure | null {
  const period = totalOfPeriod(observed) ?? observed.texts.period
  const texts = { ...observed.texts, period, ...borough }
  return checkObservation(
    { ...observed, texts, memberLabel: null, memberLevel: null },
    { ...context, unknown: { why: () => null }, report: () => undefined },
  )
}

interface PlacedObservation {
  observed: Observed
  file: string
  line: number
}

async function* observeAll(sources: SortedSources, context: CheckContext): AsyncGenerator<PlacedObservation> {
  for (const source of sources.observations) yield* observe(source, null, context)
  for (const { source, mapping } of sources.mapped) yield* observe(source, mapping, context)
}

async function* observe(
  source: SourceFile,
  mapping: FileMapping | null,
  { kpis, report }: CheckContext,
): AsyncGenerator<PlacedObservation> {
  const file = source.label
  let columns: Columns | null = null
  let lengths: ReturnType<typeof watchRowLengths> | null = null
  let header: ReturnType<typeof watchRepeatedHeader> | null = null
  let observeOne: (row: CsvRow) => (Observed | MappedObservation)[] = () => []
  const combiner = createCombiner(kpis, report)
  let rows = 0
  let headerLine = 0
  const given: number[] = []
  const footers: number[] = []
  const totals: number[] = []
  const alike = new Map<string, number>()
  const wanted = new Set(mapping ? columnsOf(mapping) : observationsColumns.required)
  const reading = { wanted, headerRows: mapping?.headerRows ?? 1, records: recordsOf(source, mapping) }
  for await (const row of readHeadedTable(source, report, reading)) {
    if (isBlank(row)) continue
    if (!lengths) {
      lengths = watchRowLengths(file, row.fields.length, report)
      header = watchRepeatedHeader(file, row, report)
      headerLine = row.line
      columns = mapping
        ? readMappedHeader(file, row, mapping, report)
        : readHeader(file, row, observationsColumns, report)
      if (!columns) return
      const found = columns
      observeOne = mapping
        ? applyMapping(originOf(source), mapping, found, given, totals, alike)
        : (one) => [observeRow(file, one, found)]
    } else if (header?.isAgain(row)) continue
    else if (isFooter(row, footers.length > 0)) footers.push(row.line)
    else if (lengths.fits(row)) {
      rows += 1
      for (const observed of observeOne(row)) {
        const isOne = !('output' in observed) || observed.output.combine === undefined
        const kept = isOne ? { observed, line: row.line } : combiner.take(observed, row.line)
        if (kept) yield { ...kept, file }
      }
    }
  }
  for (const one of combiner.end({ file, line: headerLine, column: wholeRow })) yield { ...one, file }
  lengths?.end()
  header?.end()
  reportFooters(file, footers, report)
  reportTotals(file, totals, report)
  for (const [column, line] of alike)
    report(
      problemAt({ file, line, column: wholeRow }).asked(
        `a text of the column ${headerInWords(column)} is one that the mapping lists but for capitals or spaces, and is not read as that`,
        'list it in the mapping as it is written too; or publish it with a reason',
      ),
    )
  if (lengths)
    reportNothing(problemAt({ file, line: headerLine, column: wholeRow }), rows, mapping, given, report)
}

/** Rows that say in any column that they add up others, where rows are combined. */
function reportTotals(file: string, lines: readonly number[], report: Report) {
  const [line] = lines
  if (line === undefined) return
  const isOne = lines.length === 1
  report(
    problemAt({ file, line, column: wholeRow }).notice(
      `${isOne ? 'a row' : `${lines.length} rows`} that ${isOne ? 'adds' : 'add'} up others ${isOne ? 'is' : 'are'} left out of what rows are combined into`,
      'nothing; a text that is no total is named in the mapping ("oneOf", or "values")',
    ),
  )
}

/** A file or a part of a mapping that gave no figure: nothing that was expected is missing in silence. */
function reportNothing(
  at: ReturnType<typeof problemAt>,
  rows: number,
  mapping: FileMapping | null,
  given: readonly number[],
  report: Report,
) {
  if (rows === 0) {
    report(at.notice('the file has a header and no rows', 'export it again if it should have figures'))
    return
  }
  mapping?.outputs.forEach(({ kpi }, index) => {
    if (given[index]) return
    const which = typeof kpi === 'string' ? ` (${kpi})` : ''
    report(
      at.notice(
        `output ${index + 1} of the mapping${which} gave no figure: its filters match no row`,
        'look at its filters, and whether the texts of the column changed',
      ),
    )
  })
}
