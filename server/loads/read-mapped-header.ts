import { addPeriods } from '../../src/domain/periods/period.ts'
import { type CsvRow, locateField } from '../../src/ingest/csv-row.ts'
import { type Columns, headerInWords, readHeader } from '../../src/ingest/header.ts'
import type { PeriodSource } from '../../src/ingest/mapping/sources.ts'
import { periodColumns } from '../../src/ingest/mapping/taken-values.ts'
import { columnsOf, type FileMapping } from '../../src/ingest/mapping.ts'
import { type PeriodForm, parsePeriod, periodFormExamples } from '../../src/ingest/parse-period.ts'
import { problemAt, type Report, wholeRow } from '../../src/ingest/problem.ts'

/** Of a column to each period, none was found: nothing of the file would be read, in silence. */
function reportNoPeriods(file: string, row: CsvRow, form: PeriodForm, report: Report) {
  report(
    problemAt({ file, line: row.line, column: wholeRow }).error(
      'no column is named as a period of the form that the mapping says',
      `it expects names as ${periodFormExamples[form]}, after what "headers" cuts off`,
    ),
  )
}

/** What a publisher writes behind a month: a mark, a footnote, or what it is in words. */
const markBehind =
  /\s*(?:[*\u2020\u2021#\u00b9\u00b2\u00b3]+|[([][^)\]]{1,30}[)\]][*\u2020\u2021]*|(?:\bp|\br|prov(?:isional)?|revised|final))$/iu

/** A column to each period: one that only a mark keeps from being one is the newest most often, and would be left out. */
function reportAlmostPeriods(
  file: string,
  row: CsvRow,
  mapping: FileMapping,
  read: ReadonlySet<string>,
  report: Report,
) {
  const wide = mapping.outputs.filter(({ period }) => period.headers)
  if (wide.length === 0) return
  row.fields.forEach((field, index) => {
    const name = field.trim()
    const plain = name.replace(markBehind, '')
    if (plain === name || read.has(name)) return
    if (!wide.some(({ period }) => periodColumns(period, new Map([[plain, index]]), mapping).length > 0))
      return
    report(
      problemAt({ file, ...locateField(row, index) }).asked(
        `the column ${headerInWords(name)} would be a period but for what stands behind it, and is not read`,
        'cut it off in the mapping ("headers": { "before": … }), or name the column as the others; or publish it with a reason',
      ),
    )
  })
  for (const { period } of wide) reportTurnedYear(file, row, period, mapping, report)
}

/** @example Nov-24, Dec-24, Jan-24: a spreadsheet that fills months on keeps the year */
function reportTurnedYear(
  file: string,
  row: CsvRow,
  source: PeriodSource,
  mapping: FileMapping,
  report: Report,
) {
  const named = new Map(row.fields.map((field, index) => [field.trim(), index]))
  const months = periodColumns(source, named, mapping).flatMap(([column, text]) => {
    const month = parsePeriod(text, source.form, 'month', {})
    return month === null ? [] : [{ month, index: named.get(column) ?? 0 }]
  })
  const turned = months.find(({ month }, at) => addPeriods(month, 11) === months[at - 1]?.month)
  if (!turned?.month.endsWith('-01')) return
  report(
    problemAt({ file, ...locateField(row, turned.index) }).asked(
      `${turned.month} stands behind the December of its own year: is it of the year after?`,
      'put the years of the header right; or publish it with a reason',
    ),
  )
}

/** Names of columns that one notice lists. */
const mostNamed = 20

/** An extract has many columns that a mapping does not want: they are named together. */
export function readMappedHeader(
  file: string,
  row: Parameters<typeof readHeader>[1],
  mapping: FileMapping,
  report: Report,
): Columns | null {
  const required = columnsOf(mapping)
  const wanted = new Set(required)
  const named = new Map(row.fields.map((field, index) => [field.trim(), index]))
  const periods = mapping.outputs.flatMap(({ period }) => {
    const found = periodColumns(period, named, mapping)
    if (period.headers && !found.length) reportNoPeriods(file, row, period.form, report)
    return found.map(([column]) => column)
  })
  for (const column of periods) wanted.add(column)
  reportAlmostPeriods(file, row, mapping, new Set(periods), report)
  const unused = [...new Set(row.fields.map((field) => field.trim()))].filter(
    (name) => name && !wanted.has(name),
  )
  const columns = readHeader(file, row, { required, optional: periods, unused }, report)
  if (columns && unused.length) {
    const named = unused.slice(0, mostNamed).map(headerInWords).join(', ')
    const more = unused.length > mostNamed ? ` and ${unused.length - mostNamed} more` : ''
    report(
      problemAt({ file, line: row.line, column: wholeRow }).notice(
        `columns that the mapping does not use are ignored: ${named}${more}`,
        'nothing, if they are not needed',
      ),
    )
  }
  return columns
}
