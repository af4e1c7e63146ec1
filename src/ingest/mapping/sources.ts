import * as z from 'zod/mini'
import { mostListed } from '../../contract/bounds.ts'
import { periodForms } from '../parse-period.ts'
import { weekDays } from '../weeks.ts'

export const described = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema =>
  schema.check(z.describe(description)) as Schema

export const columnName = z.string().check(z.minLength(1))
export const most = (count: number) => z.maxLength(count, `at most ${count} of them`)
export const listed = z.array(z.string()).check(most(mostListed))

/** What is left of a text once what stands before and behind it is cut off. */
export const Cut = z.strictObject({
  after: described(z.optional(z.string()), 'what stands before it: all up to and with this is cut off'),
  before: described(z.optional(z.string()), 'what stands behind it: all from this on is cut off'),
})
export type Cut = z.infer<typeof Cut>

const renamed = {
  values: described(
    z.optional(
      z
        .record(z.string(), z.string())
        .check(
          z.refine((values) => Object.keys(values).length <= mostListed, `at most ${mostListed} of them`),
        ),
    ),
    'what each text becomes; a text that is not listed stays as it is, or becomes otherwise',
  ),
  otherwise: described(z.optional(z.string()), 'what every text becomes that is not listed in values'),
}

const ofFile = described(Cut, 'the name of the file, without its ending; or a part of it')
const ofSheet = described(Cut, 'the name of the sheet, or a part of it')

/** A text: the same one for every row, what stands in a column, or the name of the file or the sheet. */
export const TextSource = z.union([
  described(z.string(), 'the same text for every row'),
  z.strictObject({ column: described(columnName, 'the column that the text stands in'), ...renamed }),
  z.strictObject({ fileName: ofFile, ...renamed }),
  z.strictObject({ sheetName: ofSheet, ...renamed }),
])
export type TextSource = z.infer<typeof TextSource>

const scale = described(
  z.optional(z.number().check(z.positive())),
  'what the number is multiplied by: 100 for shares of 1, 7 for weeks',
)
const operands = z.array(columnName).check(z.minLength(2), most(20))

/** A figure: a column, or what two or more columns make. */
export const ValueSource = z
  .strictObject({
    column: z.optional(columnName),
    divide: described(
      z.optional(z.tuple([columnName, columnName])),
      'the first column divided by the second; nothing where the second is 0',
    ),
    subtract: described(z.optional(z.tuple([columnName, columnName])), 'the first column less the second'),
    add: described(z.optional(operands), 'the columns together'),
    scale,
  })
  .check(
    z.refine(
      ({ column, divide, subtract, add }) =>
        [column, divide, subtract, add].filter((one) => one !== undefined).length === 1,
      'give one of column, divide, subtract and add',
    ),
  )
export type ValueSource = z.infer<typeof ValueSource>

export const CountSource = z.strictObject({ column: columnName })

export const Filter = z
  .strictObject({
    column: columnName,
    oneOf: described(z.optional(listed), 'only rows with one of these texts'),
    noneOf: described(z.optional(listed), 'only rows with none of these texts'),
  })
  .check(z.refine((filter) => Boolean(filter.oneOf) !== Boolean(filter.noneOf), 'give oneOf or noneOf'))

/** Forms whose year stands elsewhere. */
const withYear = new Set<string>(['financial-month', 'calendar-month'])
const mayHaveYear = new Set<string>([...withYear, 'financial-quarter', 'calendar-quarter'])
const ofDays = new Set<string>([
  'date',
  'day-first-date',
  'month-first-date',
  'day-month-name',
  'excel-serial',
  'iso-week',
])

export const PeriodSource = z
  .strictObject({
    column: z.optional(columnName),
    fileName: z.optional(ofFile),
    sheetName: z.optional(ofSheet),
    constant: described(z.optional(z.string()), 'the same period for every row'),
    headers: described(
      z.optional(Cut),
      'a column to each period: every column whose name, or that part of it, is one of this form holds a figure',
    ),
    form: z.enum(periodForms),
    year: described(
      z.optional(TextSource),
      'of financial-month, calendar-month and quarters that are written without one: the year (2024-25, or 2025)',
    ),
    week: described(
      z.optional(
        z.strictObject({
          written: described(z.enum(['first-day', 'last-day']), 'which day of a week the file writes'),
          counted: described(z.enum(weekDays), 'which day of it decides on the month'),
        }),
      ),
      'of a form that says days: each stands for a week, which is counted in one month',
    ),
  })
  .check(
    z.refine(
      ({ column, fileName, sheetName, constant, headers }) =>
        [column, fileName, sheetName, constant, headers].filter((one) => one !== undefined).length === 1,
      'give one of column, fileName, sheetName, constant and headers',
    ),
    z.refine(
      ({ form, year }) => (year === undefined ? !withYear.has(form) : mayHaveYear.has(form)),
      'a year goes with the forms financial-month and calendar-month, which need one, and with quarters',
    ),
    z.refine(
      ({ form, week }) => week === undefined || ofDays.has(form),
      'a week goes with a form that says days',
    ),
  )
export type PeriodSource = z.infer<typeof PeriodSource>

/** Several rows that are of one figure. */
export const Combining = z
  .strictObject({
    rows: described(
      z.enum(['sum', 'count', 'first', 'last']),
      'the figure of several rows: their sum, how many there are, or that of the first or last of them',
    ),
    by: described(
      z.optional(
        z.strictObject({
          column: columnName,
          form: described(
            z.optional(
              z.enum([
                'number',
                'date',
                'day-first-date',
                'month-first-date',
                'day-month-name',
                'excel-serial',
              ]),
            ),
            'how the column is written; date where left out',
          ),
        }),
      ),
      'of first and last: the column that puts the rows in order',
    ),
  })
  .check(
    z.refine(
      ({ rows, by }) => (rows === 'first' || rows === 'last') === (by !== undefined),
      'by goes with first and last, which need it',
    ),
  )
export type Combining = z.infer<typeof Combining>

/** Every column that sources of any kind name. */
export function columnsNamed(
  sources: readonly (TextSource | PeriodSource | ValueSource | undefined)[],
): string[] {
  return sources.flatMap((source) => {
    if (typeof source !== 'object') return []
    if ('form' in source)
      return [...(source.column === undefined ? [] : [source.column]), ...columnsNamed([source.year])]
    return operandsOf(source)
  })
}

/** The columns that a figure is made of, in order; of a text, the one that it stands in. */
export function operandsOf(source: TextSource | ValueSource): string[] {
  if (typeof source !== 'object') return []
  if ('column' in source && source.column !== undefined) return [source.column]
  if ('divide' in source && source.divide) return [...source.divide]
  if ('subtract' in source && source.subtract) return [...source.subtract]
  return 'add' in source && source.add ? [...source.add] : []
}
