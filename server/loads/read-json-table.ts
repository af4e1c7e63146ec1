import { mostColumns } from '../../src/contract/bounds.ts'
import type { CsvRow } from '../../src/ingest/csv-row.ts'
import { hasFurtherPage } from '../../src/ingest/json-pages.ts'
import { parseJson } from '../../src/ingest/parse-json.ts'
import { problemAt, type Report } from '../../src/ingest/problem.ts'
import { digitsOf } from '../../src/ingest/sheets/number-format.ts'
import { readText } from './read-csv.ts'
import type { SourceFile } from './source-file.ts'

/** Objects inside each other that name a column: `area.name`. */
const mostDepth = 5

/**
 * The records of a file of JSON as rows below one header: a column to each key, `area.name` where objects stand inside
 * each other. A list of lists has its header first. `at` names where the list is, as `data.items`.
 */
export async function* readJsonTable(source: SourceFile, at: string, report: Report): AsyncGenerator<CsvRow> {
  const file = source.label
  const text = await readText(source, report)
  const parsed = text === null ? undefined : parseJson(file, text, report)
  if (parsed === undefined) return
  const fault = (message: string, remedy: string) =>
    report(problemAt({ file, line: 0, column: 0 }).error(message, remedy))
  const records = recordsAt(parsed, at)
  if (!Array.isArray(records)) {
    fault('the list of records is not where the mapping says', 'give "records" in the mapping, as data.items')
    return
  }
  if (records.length === 0)
    return fault('the list of records is empty', 'export it again, or leave it out of the load')
  if (hasFurtherPage(parsed, at, records.length)) {
    report(
      problemAt({ file, line: 0, column: 0 }).asked(
        `the file says that there are more records than its ${records.length}: it is one page of several`,
        'ask for all of them at once, or put the pages together; if these are all that is wanted, publish it with a reason',
      ),
    )
  }
  const isOfLists = records.every(Array.isArray)
  const rows = isOfLists ? records.map(listRow) : recordRows(records)
  if (rows === 'two of one name') {
    return fault(
      'two values of one record have one name: one of its own, and one of an object inside it',
      'give one of them another name',
    )
  }
  if (!rows || rows.some(({ length }) => length > mostColumns)) {
    return fault(`the records have more than ${mostColumns} keys`, 'load those that are needed')
  }
  for (const [index, fields] of rows.entries()) {
    const record = isOfLists ? index : index - 1
    const cellOf = (column: number) =>
      record < 0 ? 'the keys of the records' : `${at || 'the list'}[${record}], key ${column + 1}`
    yield { line: 0, fields, raw: fields.join('\t'), separator: '\t', cellOf }
  }
}

function recordsAt(parsed: unknown, at: string): unknown {
  return at.split('.').reduce<unknown>((value, key) => (key === '' ? value : memberOf(value, key)), parsed)
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

function listRow(list: readonly unknown[]): string[] {
  return list.map(textOf)
}

/**
 * A header of every key that a record has, in the order in which each comes first, and a row to each record; null where
 * the keys are too many for a table.
 */
function recordRows(records: readonly unknown[]): string[][] | 'two of one name' | null {
  const pairs = records.map((record) => flattened(record, '', 0))
  const flat = pairs.map((one) => new Map(one))
  if (flat.some(({ size }, index) => size < (pairs[index]?.length ?? 0))) return 'two of one name'
  const keys = [...new Set(flat.flatMap((record) => [...record.keys()]))]
  if (keys.length > mostColumns) return null
  return [keys, ...flat.map((record) => keys.map((key) => record.get(key) ?? ''))]
}

function flattened(value: unknown, path: string, depth: number): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth === mostDepth) {
    return [[path || 'value', textOf(value)]]
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    flattened(inner, path ? `${path}.${key}` : key, depth + 1),
  )
}

/** A value as a file of text would have it; a list is none, and its text was searched for persons with the file's. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return digitsOf(value)
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : 'a list'
}
