import * as z from 'zod/mini'
import { mostColumns, mostFiles, mostListed, mostOfRow, mostOutputs } from '../contract/bounds.ts'
import { issueInWords } from './issue-in-words.ts'
import { placeOfPart } from './json-text.ts'
import {
  Combining,
  CountSource,
  Cut,
  columnName,
  columnsNamed,
  described,
  Filter,
  listed,
  most,
  PeriodSource,
  TextSource,
  ValueSource,
} from './mapping/sources.ts'
import { parseJson } from './parse-json.ts'
import { problemAt, type Report } from './problem.ts'

/** A footnote's number set behind a figure cannot be told from its last digit. */
const figureMark = z.string().check(
  z.minLength(1),
  z.refine(
    (mark) => !/^\d/.test(mark),
    'a mark that begins with a digit cannot be told from the figure before it: [1] and ¹ can',
  ),
)

const Numbers = z
  .strictObject({
    thousands: described(z.optional(z.enum([',', '.', ' ', "'"])), 'what stands between thousands: 1,234'),
    decimal: described(z.optional(z.enum(['.', ','])), 'what stands before decimals; a point where left out'),
    percentSign: described(z.optional(z.boolean()), 'whether figures may end in a percent sign: 45%'),
    units: described(
      z.optional(z.array(z.string().check(z.minLength(1))).check(most(20))),
      'units that stand before or behind figures in their cells, and are left out: £, days',
    ),
    ignored: described(
      z.optional(z.array(figureMark).check(most(20))),
      'marks behind figures that change nothing about them, and are left out: r, [1]',
    ),
  })
  .check(
    z.refine(
      ({ thousands, decimal = '.' }) => thousands !== decimal,
      'what stands between thousands cannot stand before decimals as well: give "decimal" too (a point where it is left out)',
    ),
  )

const WideColumn = z.strictObject({
  column: columnName,
  member: z.string().check(z.minLength(1)),
  memberLabel: z.optional(z.string()),
})

const Output = z
  .strictObject({
    kpi: described(TextSource, 'id of the measure'),
    dimension: described(TextSource, 'borough, comparator, or a breakdown such as town'),
    member: described(
      z.optional(TextSource),
      'All for the borough; left out where columns names the members',
    ),
    memberLabel: z.optional(TextSource),
    memberLevel: z.optional(TextSource),
    period: PeriodSource,
    value: described(z.optional(ValueSource), 'left out where rows are counted'),
    columns: described(
      z.optional(z.array(WideColumn).check(z.minLength(1), most(mostColumns))),
      'wide to long: one member for each column',
    ),
    scale: described(z.optional(z.number().check(z.positive())), 'for columns: as scale of value'),
    numerator: z.optional(CountSource),
    denominator: z.optional(CountSource),
    n: z.optional(CountSource),
    status: described(
      z.optional(TextSource),
      'provisional, final, suppressed or missing; final where left out',
    ),
    asAt: described(TextSource, 'date at which the source was read, or period-end where it says none'),
    combine: described(z.optional(Combining), 'where several rows of the file are of one figure'),
    filters: described(z.optional(z.array(Filter).check(most(mostColumns))), 'all of them must hold'),
  })
  .check(
    z.refine(
      ({ columns, member, value, period, combine }) =>
        columns
          ? !value && !member && !period.headers
          : Boolean(member) && Boolean(value) !== (period.headers !== undefined || combine?.rows === 'count'),
      'give member and value; or columns; or a member whose periods are headers, or whose rows are counted',
    ),
    z.refine(
      ({ columns, period, combine }) => combine?.rows !== 'count' || (!columns && !period.headers),
      'rows are counted by member, not by columns',
    ),
  )
export type MappingOutput = z.infer<typeof Output>

const FileMapping = z.strictObject({
  file: described(
    columnName,
    'name of the file, without its folder; * stands for any letters: waiting-*.csv',
  ),
  sheet: described(
    z.optional(columnName),
    'of a workbook: name of the sheet, where it has several; * stands for any letters',
  ),
  headerRows: described(
    z.optional(z.int().check(z.minimum(1), z.maximum(5))),
    'rows that head the columns together, joined from top to bottom with a space; 1 where left out',
  ),
  records: described(
    z.optional(z.string()),
    'of JSON: where its list of records is, as data.items; nothing where the file is the list',
  ),
  suppressed: described(z.optional(listed), 'texts that mean a withheld value, beside [c]'),
  missing: described(z.optional(listed), 'texts that mean a missing value, beside [x] and nothing'),
  provisional: described(
    z.optional(z.array(figureMark).check(most(mostListed))),
    'marks behind figures that say they are provisional: p, (p)',
  ),
  carriedDown: described(
    z.optional(z.array(columnName).check(z.minLength(1), most(mostColumns))),
    'columns whose blank cells mean the cell above, as in a pivot table: Month',
  ),
  numbers: described(z.optional(Numbers), 'how the file writes its numbers, where not as 1234.5'),
  outputs: z.array(Output).check(
    z.minLength(1),
    most(mostOutputs),
    z.refine(
      (outputs) => outputs.reduce((sum, { columns }) => sum + (columns?.length ?? 1), 0) <= mostOfRow,
      `at most ${mostOfRow} figures of one row`,
    ),
  ),
})
export type FileMapping = z.infer<typeof FileMapping>

/** How files that a council has become observations. Documented in docs/loading.md. */
export const Mapping = z.strictObject({
  $schema: z.optional(z.string()),
  files: z.array(FileMapping).check(z.minLength(1), most(mostFiles)),
})
export type Mapping = z.infer<typeof Mapping>

/** The JSON Schema of mappings, for editors: docs/examples/mapping.schema.json holds it. */
export function mappingJsonSchema() {
  return z.toJSONSchema(Mapping, { io: 'input' })
}

/** A mapping from its JSON text; null where it is none, and why is reported by its path. */
export function readMapping(file: string, text: string, report: Report): Mapping | null {
  const parsed = parseJson(file, text, report)
  if (parsed === undefined) return null
  const result = Mapping.safeParse(parsed)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const place = placeOfPart(text, [...issue.path, ...unknown])
    report(
      problemAt({ file, ...place }).error(
        `${pathInWords(issue.path) || 'the mapping'}: ${reasonOf(issue)}`,
        'see docs/loading.md, or let an editor check it against docs/examples/mapping.schema.json',
      ),
    )
  }
  return null
}

/** Names that a mapping's own form gives: everything else in it is a text of the council's files. */
const formWords = new Set([
  ...[
    Mapping,
    FileMapping,
    Output,
    PeriodSource,
    Numbers,
    WideColumn,
    ValueSource,
    Filter,
    Combining,
    Cut,
  ].flatMap((schema) => Object.keys(schema.shape)),
  'values',
  'otherwise',
])

function pathInWords(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' || formWords.has(String(part)) ? String(part) : '…'))
    .join('.')
}

function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? 'it has a word that no mapping has' : issueInWords(issue)
}

/** Every column that a mapping reads by its name, once each; columns of periods are known by their form. */
export function columnsOf({ outputs, carriedDown = [] }: FileMapping): string[] {
  const names = outputs.flatMap((output) => [
    ...columnsNamed([
      output.period,
      output.value,
      output.kpi,
      output.dimension,
      output.member,
      output.memberLabel,
      output.memberLevel,
      output.status,
      output.asAt,
    ]),
    ...[
      output.numerator,
      output.denominator,
      output.n,
      output.combine?.by,
      ...(output.columns ?? []),
      ...(output.filters ?? []),
    ].flatMap((source) => source?.column ?? []),
  ])
  return [...new Set([...names, ...carriedDown])]
}
