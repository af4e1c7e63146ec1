import * as z from 'zod/mini'
import { mostColumns, mostFiles, mostListed, mostOfRow, mostOutputs } from '../contract/bounds.ts'
import { parseJson } from './files/organisation.ts'
import { periodForms } from './parse-period.ts'
import { problemAt, type Report } from './problem.ts'

const described = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema =>
  schema.check(z.describe(description)) as Schema

const columnName = z.string().check(z.minLength(1))
const most = (count: number) => z.maxLength(count, `at most ${count} of them`)
const listed = z.array(z.string()).check(most(mostListed))

/** A text: the same one for every row, or what stands in a column. */
const TextSource = z.union([
  described(z.string(), 'the same text for every row'),
  z.strictObject({
    column: described(columnName, 'the column that the text stands in'),
    values: described(
      z.optional(
        z
          .record(z.string(), z.string())
          .check(
            z.refine((values) => Object.keys(values).length <= mostListed, `at most ${mostListed} of them`),
          ),
      ),
      'what each text of the column becomes; a text that is not listed stays as it is, or becomes otherwise',
    ),
    otherwise: described(z.optional(z.string()), 'what every text becomes that is not listed in values'),
  }),
])
export type TextSource = z.infer<typeof TextSource>

const NumberSource = z.strictObject({
  column: columnName,
  scale: described(
    z.optional(z.number().check(z.positive())),
    'what the number is multiplied by: 100 for shares of 1, 7 for weeks',
  ),
})

const CountSource = z.strictObject({ column: columnName })

const Filter = z
  .strictObject({
    column: columnName,
    oneOf: described(z.optional(listed), 'only rows with one of these texts'),
    noneOf: described(z.optional(listed), 'only rows with none of these texts'),
  })
  .check(z.refine((filter) => Boolean(filter.oneOf) !== Boolean(filter.noneOf), 'give oneOf or noneOf'))

const PeriodSource = z
  .strictObject({
    column: columnName,
    form: z.enum(periodForms),
    year: described(
      z.optional(TextSource),
      'of financial-month: the financial year (2024-25), the same for every row or in a column',
    ),
  })
  .check(
    z.refine(
      ({ form, year }) => (form === 'financial-month') === (year !== undefined),
      'a year goes with the form financial-month, which needs one',
    ),
  )

const Numbers = z.strictObject({
  thousands: described(z.optional(z.enum([',', '.', ' ', "'"])), 'what stands between thousands: 1,234'),
  decimal: described(z.optional(z.enum(['.', ','])), 'what stands before decimals; a point where left out'),
  percentSign: described(z.optional(z.boolean()), 'whether figures may end in a percent sign: 45%'),
})

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
    value: z.optional(NumberSource),
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
    filters: described(z.optional(z.array(Filter).check(most(mostColumns))), 'all of them must hold'),
  })
  .check(
    z.refine(
      (output) => Boolean(output.columns) !== Boolean(output.value && output.member),
      'give member and value, or columns',
    ),
  )
export type MappingOutput = z.infer<typeof Output>

const FileMapping = z.strictObject({
  file: described(columnName, 'name of the file, without its folder'),
  suppressed: described(z.optional(listed), 'texts that mean a withheld value, beside [c]'),
  missing: described(z.optional(listed), 'texts that mean a missing value, beside [x] and nothing'),
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
    report(
      problemAt({ file, line: 0, column: 0 }).error(
        `${pathInWords(issue.path) || 'the mapping'}: ${reasonOf(issue)}`,
        'see docs/loading.md, or let an editor check it against docs/examples/mapping.schema.json',
      ),
    )
  }
  return null
}

/** Names that a mapping's own form gives: everything else in it is a text of the council's files. */
const formWords = new Set([
  ...[Mapping, FileMapping, Output, PeriodSource, Numbers, WideColumn, NumberSource, Filter].flatMap(
    (schema) => Object.keys(schema.shape),
  ),
  'values',
  'otherwise',
])

function pathInWords(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' || formWords.has(String(part)) ? String(part) : '…'))
    .join('.')
}

function reasonOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? 'it has a word that no mapping has' : issue.message
}

/** Every column that a mapping reads, once each. */
export function columnsOf({ outputs }: FileMapping): string[] {
  const names = outputs.flatMap((output) => [
    output.period.column,
    ...[
      output.value,
      output.numerator,
      output.denominator,
      output.n,
      ...(output.columns ?? []),
      ...(output.filters ?? []),
    ].flatMap((source) => source?.column ?? []),
    ...[
      output.kpi,
      output.dimension,
      output.member,
      output.memberLabel,
      output.memberLevel,
      output.status,
      output.asAt,
      output.period.year,
    ].flatMap((source) => (typeof source === 'object' ? source.column : [])),
  ])
  return [...new Set(names)]
}
