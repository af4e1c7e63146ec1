import type { Figure } from '../../src/domain/figures/figure.ts'
import { borough } from '../../src/domain/measures/measure.ts'
import { applyMapping } from '../../src/ingest/apply-mapping.ts'
import { type CheckContext, checkObservation } from '../../src/ingest/check-observation.ts'
import { isBlank } from '../../src/ingest/csv-row.ts'
import { observationsColumns, observeRow } from '../../src/ingest/files/observations.ts'
import { type Columns, headerInWords, readHeader } from '../../src/ingest/header.ts'
import { isFooter, isOfTotal } from '../../src/ingest/left-out.ts'
import { columnsOf, type FileMapping } from '../../src/ingest/mapping.ts'
import type { Observed } from '../../src/ingest/observed.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import { hasHeaderLength, reportRepeat } from '../../src/ingest/record-file.ts'
import { createRowsSeen } from '../../src/ingest/rows-seen.ts'
import { readCsv } from './read-csv.ts'
import type { SortedSources } from './sort-sources.ts'
import type { SourceFile } from './source-file.ts'

/** Sees every figure with what its file says of it, where a load is checked and not only read. */
export interface Watch {
  figure: (figure: Figure, observed: Observed, file: string, line: number) => void
  /** a row of totals of a dimension, as a figure of the whole */
  total: (whole: Figure, dimension: string) => void
}

const unwatched: Watch = { figure: () => undefined, total: () => undefined }

/** Every sound figure of a load, once each, in the order of the files; faults are reported on the way. */
export async function* readFigures(
  sources: SortedSources,
  context: CheckContext,
  watch: Watch = unwatched,
): AsyncGenerator<Figure> {
  const seen = createRowsSeen()
  const totals = new Map<string, { line: number; rows: number }>()
  for await (const { observed, file, line } of observeAll(sources, context.report)) {
    if (isOfTotal(observed, context.members.isListed)) {
      const before = totals.get(file)
      totals.set(file, { line: before?.line ?? line, rows: (before?.rows ?? 0) + 1 })
      const whole = readTotal(observed, context)
      if (whole) watch.total(whole, observed.texts.dimension)
      continue
    }
    const figure = checkObservation(observed, context)
    if (!figure) continue
    const earlier = seen.take(figure, file, line)
    if (earlier) reportRepeat(file, line, earlier.line, earlier.isSame, context.report, earlier.file)
    else {
      watch.figure(figure, observed, file, line)
      yield figure
    }
  }
  for (const [file, { line, rows }] of totals) {
    context.report(
      problemAt({ file, line, column: 1 }).notice(
        `${rows === 1 ? 'a row of totals is' : `${rows} rows of totals are`} left out, and set against what ${rows === 1 ? 'it adds' : 'they add'} up`,
        'nothing; a member that is called so is listed in members.csv',
      ),
    )
  }
}

/** A row of totals as a figure of the whole; null where it cannot be one, which is no fault of the load. */
function readTotal(observed: Observed, context: CheckContext): Figure | null {
  const texts = { ...observed.texts, ...borough }
  return checkObservation(
    { ...observed, texts, memberLabel: null, memberLevel: null },
    { ...context, report: () => undefined },
  )
}

interface PlacedObservation {
  observed: Observed
  file: string
  line: number
}

async function* observeAll(sources: SortedSources, report: Report): AsyncGenerator<PlacedObservation> {
  for (const source of sources.observations) yield* observe(source, null, report)
  for (const { source, mapping } of sources.mapped) yield* observe(source, mapping, report)
}

async function* observe(
  source: SourceFile,
  mapping: FileMapping | null,
  report: Report,
): AsyncGenerator<PlacedObservation> {
  const file = source.label
  let columns: Columns | null = null
  let width = 0
  let observeOne: ReturnType<typeof applyMapping> = () => []
  let rows = 0
  let headerLine = 0
  const given: number[] = []
  const footers: number[] = []
  const wanted = new Set(mapping ? columnsOf(mapping) : observationsColumns.required)
  for await (const row of readCsv(source, report, wanted)) {
    if (isBlank(row)) continue
    if (!width) {
      width = row.fields.length
      headerLine = row.line
      columns = mapping
        ? readMappedHeader(file, row, mapping, report)
        : readHeader(file, row, observationsColumns, report)
      if (!columns) return
      const found = columns
      observeOne = mapping
        ? applyMapping(file, mapping, found, given)
        : (one) => [observeRow(file, one, found)]
    } else if (isFooter(row)) footers.push(row.line)
    else if (hasHeaderLength(file, row, width, report)) {
      rows += 1
      for (const observed of observeOne(row)) yield { observed, file, line: row.line }
    }
  }
  const [firstFooter] = footers
  if (firstFooter !== undefined) {
    report(
      problemAt({ file, line: firstFooter, column: 1 }).notice(
        `${footers.length === 1 ? 'a line' : `${footers.length} lines`} beside the table (filters, sources, notes) ${footers.length === 1 ? 'is' : 'are'} left out`,
        'nothing',
      ),
    )
  }
  if (width) reportNothing(problemAt({ file, line: headerLine, column: 1 }), rows, mapping, given, report)
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

/** Names of columns that one notice lists. */
const mostNamed = 20

/** An extract has many columns that a mapping does not want: they are named together. */
function readMappedHeader(
  file: string,
  row: Parameters<typeof readHeader>[1],
  mapping: FileMapping,
  report: Report,
): Columns | null {
  const required = columnsOf(mapping)
  const wanted = new Set(required)
  const unused = row.fields.map((field) => field.trim()).filter((name) => name && !wanted.has(name))
  const columns = readHeader(file, row, { required, optional: unused }, report)
  if (columns && unused.length) {
    const named = unused.slice(0, mostNamed).map(headerInWords).join(', ')
    const more = unused.length > mostNamed ? ` and ${unused.length - mostNamed} more` : ''
    report(
      problemAt({ file, line: row.line, column: 1 }).notice(
        `columns that the mapping does not use are ignored: ${named}${more}`,
        'nothing, if they are not needed',
      ),
    )
  }
  return columns
}
