import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import {
  longestCell,
  longestJson,
  longestLine,
  mostBlankLines,
  mostColumns,
} from '../../src/contract/bounds.ts'
import { type CsvRow, locateField } from '../../src/ingest/csv-row.ts'
import { decodeText, NotTextError } from '../../src/ingest/decode-text.ts'
import { type Dialect, findDialect, separatorNames, usualDialect } from '../../src/ingest/dialect.ts'
import { type Encoding, findEncoding } from '../../src/ingest/find-encoding.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import { createQuoteScanner } from '../../src/ingest/quote-fault.ts'
import { guessSeparator } from '../../src/ingest/suggest/guess-separator.ts'
import { beginTurn } from '../turns.ts'
import { reportSkipped } from './report-skipped.ts'
import type { SourceFile } from './source-file.ts'

interface ParsedRecord {
  record: string[]
  raw: string
}

/**
 * The records of a CSV file as a stream, each with its place. What makes the file unreadable (no text, broken
 * quotation marks, too wide or too long, nothing in it) is reported, and ends the stream.
 */
export async function* readCsv(
  source: SourceFile,
  report: Report,
  /** names of columns that show which line is the header, and what separates them */
  wanted: ReadonlySet<string> = new Set(),
  /** titles above the header are skipped, but not where persons are looked for */
  titles: 'kept' | 'skipped' = 'skipped',
  /** lines that make the header together */
  headerRows = 1,
  /** what separates the fields is guessed where no wanted name shows it */
  isGuessed = false,
): AsyncGenerator<CsvRow> {
  const encoding = await encodingOf(source)
  const { separator, headerLine } = await dialectOf(source, encoding, wanted, headerRows, isGuessed)
  reportHowWritten(source.label, encoding, separator, headerLine, report)
  const parser = parse({
    delimiter: separator,
    raw: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n'],
    max_record_size: longestLine,
  })
  // what goes wrong comes out of the parser, which is what is read
  pipeline(Readable.from(decodeText(await source.open(), longestLine, encoding)), parser, () => undefined)
  let line = 1
  let blank = 0
  let isEmpty = true
  let isDamaged = false
  const turn = beginTurn()
  try {
    for await (const parsed of parser as AsyncIterable<ParsedRecord>) {
      if (parsed.record.every((field) => field.trim() === '')) blank += 1
      else isEmpty = false
      const row = { line, fields: parsed.record, raw: parsed.raw, separator }
      if (isBeyondBounds(source.label, row, blank, report)) return
      if (!isDamaged && parsed.raw.includes('\ufffd')) {
        isDamaged = true
        reportDamaged(source.label, row, report)
      }
      if (turn.isOver()) await turn.giveWay()
      if (titles === 'kept' || line >= headerLine) yield row
      line += linesOf(parsed.raw)
    }
  } catch (error) {
    await reportUnreadable(source, error, report, encoding, separator)
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

/** Looked for once: a file is read several times. */
const encodingsKnown = new WeakMap<SourceFile, Encoding>()

async function encodingOf(source: SourceFile): Promise<Encoding> {
  const known = encodingsKnown.get(source) ?? (await findEncoding(await source.open()))
  encodingsKnown.set(source, known)
  return known
}

/** The first lines of a file, enough for titles and a header; what is wrong with them is told when they are read. */
async function dialectOf(
  source: SourceFile,
  encoding: Encoding,
  wanted: ReadonlySet<string>,
  headerRows: number,
  isGuessed: boolean,
): Promise<Dialect> {
  if (wanted.size === 0 && !isGuessed) return usualDialect
  let head = ''
  try {
    for await (const text of decodeText(await source.open(), longestLine, encoding)) {
      head += text
      if (head.length > mostHead) break
    }
  } catch (error) {
    if (!(error instanceof NotTextError)) throw error
  }
  const found = findDialect(head, wanted, headerRows)
  return found === usualDialect && isGuessed ? { ...found, separator: guessSeparator(head) } : found
}

/** Characters in which a header is looked for. */
const mostHead = 200_000

const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
}

/** What is read otherwise than the contract writes it is said once a file. */
function reportHowWritten(
  file: string,
  encoding: Encoding,
  separator: string,
  headerLine: number,
  report: Report,
) {
  const whole = problemAt({ file, line: 0, column: 0 })
  if (encoding !== 'utf-8') {
    report(
      whole.notice(
        `the file is not UTF-8, and was read as ${encodingNames[encoding]}`,
        'look at names with accents, dashes and pound signs; "CSV UTF-8" is read without doubt',
      ),
    )
  }
  if (separator !== ',') {
    report(whole.notice(`the fields were read as separated by ${separatorNames[separator]}`, 'nothing'))
  }
  reportSkipped(file, headerLine, report)
}

function reportDamaged(file: string, row: CsvRow, report: Report) {
  const column = row.fields.findIndex((field) => field.includes('\ufffd'))
  report(
    problemAt({ file, ...locateField(row, Math.max(0, column)) }).notice(
      'a character was lost before this file was saved (it stands as \ufffd)',
      'export it again as "CSV UTF-8", or correct the text',
    ),
  )
}

function isBeyondBounds(file: string, row: CsvRow, blank: number, report: Report): boolean {
  const { fields } = row
  if (blank > mostBlankLines) {
    report(
      problemAt({ file, line: row.line, column: 1 }).error(
        `more than ${mostBlankLines} lines have nothing in them`,
        'leave them out; figures may stand below them that were not read',
      ),
    )
    return true
  }
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

async function reportUnreadable(
  source: SourceFile,
  error: unknown,
  report: Report,
  encoding: Encoding,
  separator: string,
) {
  if (error instanceof NotTextError) {
    const place = { file: source.label, line: error.line, column: error.line ? 1 : 0 }
    report(problemAt(place).error(error.message, error.remedy))
    return
  }
  if (!(error instanceof CsvError)) throw error
  const { message, remedy, ...place } = (await findQuoteFault(source, encoding, separator)) ?? {
    line: Number(error.lines ?? 0),
    column: 1,
    ...(error.code === 'CSV_MAX_RECORD_SIZE' ? tooLong : unreadable),
  }
  report(problemAt({ file: source.label, ...place }).error(message, remedy))
}

/** The parser says what is wrong; a second look at the file says where a person finds it. */
async function findQuoteFault(source: SourceFile, encoding: Encoding, separator: string) {
  const scanner = createQuoteScanner(separator)
  for await (const text of decodeText(await source.open(), longestLine, encoding)) {
    const fault = scanner.feed(text)
    if (fault) return fault
  }
  return scanner.end()
}

/** The whole text of a small file; null where it is none, which is reported. */
export async function readText(source: SourceFile, report: Report): Promise<string | null> {
  let text = ''
  try {
    for await (const piece of decodeText(await source.open(), longestJson, await encodingOf(source))) {
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
