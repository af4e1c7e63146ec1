import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { longestCell, longestJson, longestLine, mostColumns } from '../../src/contract/bounds.ts'
import { type CsvRow, locateField } from '../../src/ingest/csv-row.ts'
import { decodeText, NotTextError } from '../../src/ingest/decode-text.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import { createQuoteScanner } from '../../src/ingest/quote-fault.ts'
import type { SourceFile } from './source-file.ts'

interface ParsedRecord {
  record: string[]
  raw: string
}

/**
 * The records of a CSV file as a stream, each with its place. What makes the file unreadable (no text, broken
 * quotation marks, too wide or too long, nothing in it) is reported, and ends the stream.
 */
export async function* readCsv(source: SourceFile, report: Report): AsyncGenerator<CsvRow> {
  const parser = parse({
    raw: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: longestLine,
  })
  // what goes wrong comes out of the parser, which is what is read
  pipeline(Readable.from(decodeText(await source.open())), parser, () => undefined)
  let line = 1
  let isEmpty = true
  try {
    for await (const parsed of parser as AsyncIterable<ParsedRecord>) {
      if (parsed.record.some((field) => field.trim() !== '')) isEmpty = false
      const row = { line, fields: parsed.record, raw: parsed.raw }
      if (isBeyondBounds(source.label, row, report)) return
      yield row
      line += linesOf(parsed.raw)
    }
  } catch (error) {
    await reportUnreadable(source, error, report)
    return
  }
  if (isEmpty) {
    report(
      problemAt({ file: source.label, line: 0, column: 0 }).error(
        'the file is empty',
        'export it again, or leave it out of the load',
      ),
    )
  }
}

function isBeyondBounds(file: string, row: CsvRow, report: Report): boolean {
  const { fields } = row
  const isTooWide = fields.length > mostColumns
  const longCell = fields.findIndex(({ length }) => length > longestCell)
  if (!isTooWide && longCell < 0) return false
  const at = problemAt({ file, ...locateField(row, isTooWide ? mostColumns : longCell) })
  report(
    isTooWide
      ? at.error(
          `the row has ${fields.length} fields, and a file may have ${mostColumns} columns`,
          'load the columns that are needed, or one row to a figure',
        )
      : at.error(
          `the cell has ${fields[longCell]?.length} characters, and a cell may have ${longestCell}`,
          'shorten it, or look for a quotation mark that is never closed',
        ),
  )
  return true
}

/** The parser leaves the last character of a two-character line end out of `raw`. */
function linesOf(raw: string): number {
  const ends = raw.split('\n').length - 1
  return raw.endsWith('\n') ? ends : ends + 1
}

const unreadable = {
  message: 'the line cannot be read as CSV',
  remedy: 'open it in a spreadsheet and save it as "CSV UTF-8" again',
}
const tooLong = {
  message: 'the record that ends here has more than a million characters',
  remedy: 'load the columns that are needed, or one record to a figure',
}

async function reportUnreadable(source: SourceFile, error: unknown, report: Report) {
  if (error instanceof NotTextError) {
    const place = { file: source.label, line: error.line, column: error.line ? 1 : 0 }
    report(problemAt(place).error(error.message, error.remedy))
    return
  }
  if (!(error instanceof CsvError)) throw error
  const { message, remedy, ...place } = (await findQuoteFault(source)) ?? {
    line: Number(error.lines ?? 0),
    column: 1,
    ...(error.code === 'CSV_MAX_RECORD_SIZE' ? tooLong : unreadable),
  }
  report(problemAt({ file: source.label, ...place }).error(message, remedy))
}

/** The parser says what is wrong; a second look at the file says where a person finds it. */
async function findQuoteFault(source: SourceFile) {
  const scanner = createQuoteScanner()
  for await (const text of decodeText(await source.open())) {
    const fault = scanner.feed(text)
    if (fault) return fault
  }
  return scanner.end()
}

/** The whole text of a small file; null where it is none, which is reported. */
export async function readText(source: SourceFile, report: Report): Promise<string | null> {
  let text = ''
  try {
    for await (const piece of decodeText(await source.open(), longestJson)) {
      text += piece
      if (text.length > longestJson) {
        throw new NotTextError(
          `the file has more than ${longestJson} characters`,
          'leave out what is not needed',
          0,
        )
      }
    }
  } catch (error) {
    if (!(error instanceof NotTextError)) throw error
    report(problemAt({ file: source.label, line: error.line, column: 0 }).error(error.message, error.remedy))
    return null
  }
  if (text.trim()) return text
  report(
    problemAt({ file: source.label, line: 0, column: 0 }).error(
      'the file is empty',
      'export it again, or leave it out of the load',
    ),
  )
  return null
}
