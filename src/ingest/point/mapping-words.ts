import type { ValueSource } from '../mapping/sources.ts'
import type { FileMapping, MappingOutput } from '../mapping.ts'
import { type PeriodForm, periodFormExamples } from '../parse-period.ts'

/** Texts that one sentence lists. */
const mostListed = 6

/**
 * What a mapping reads, in whole sentences: its files, what becomes of their columns, and how they write.
 *
 * @param names of measures, by id; one that is not known is told by its id alone
 * @example 'Files called “waiting-*.csv”.', 'ot-waiting, by town: groups from column “Town”, figures from column “Adults”. …'
 */
export function tellMapping(
  files: readonly FileMapping[],
  names: ReadonlyMap<string, string> = new Map(),
): string[] {
  return files.flatMap((file) => [
    tellFile(file),
    ...file.outputs.map((output) => tellOutput(output, names)),
    ...tellWriting(file),
  ])
}

function tellFile({ file, sheet, headerRows = 1, records, carriedDown }: FileMapping): string {
  const parts = [
    `Files called ${quoted(file)}`,
    ...(sheet === undefined ? [] : [`${sheet.includes('*') ? 'sheets' : 'sheet'} ${quoted(sheet)}`]),
    ...(headerRows > 1 ? [`${headerRows} rows head the columns together`] : []),
    ...(carriedDown ? [`blank cells of ${listed(carriedDown)} mean the one above`] : []),
    ...(records === undefined ? [] : [`records in ${quoted(records)}`]),
  ]
  return `${parts.join(', ')}.`
}

function tellOutput(output: MappingOutput, names: ReadonlyMap<string, string>): string {
  const { numerator, denominator, n, status } = output
  const columns = [
    ...tellMembers(output),
    tellValue(output),
    ...tellCount('the numerator', numerator),
    ...tellCount('the denominator', denominator),
    ...tellCount('how many cases', n),
    tellPeriod(output.period),
    ...(status === undefined ? [] : [tellText('provisional or final', status)]),
    output.asAt === 'period-end'
      ? 'read at the end of each period'
      : typeof output.asAt === 'string'
        ? `read on ${output.asAt}`
        : tellText('the day of reading', output.asAt),
  ]
  const rest = [...tellCombining(output), ...tellFilters(output)]
  return [`${tellMeasure(output, names)}: ${columns.join(', ')}.`, ...rest].join(' ')
}

function tellMeasure({ kpi, dimension }: MappingOutput, names: ReadonlyMap<string, string>): string {
  const measure = typeof kpi === 'string' ? nameOf(kpi, names) : tellText('Measures', kpi)
  if (dimension === 'borough') return `${measure}, the whole`
  return typeof dimension === 'string'
    ? `${measure}, by ${dimension}`
    : `${measure}, by the breakdown ${tellText('', dimension).trim()}`
}

function nameOf(kpi: string, names: ReadonlyMap<string, string>): string {
  const name = names.get(kpi)
  return name === undefined ? kpi : `${name} (${kpi})`
}

function tellMembers({ dimension, member, columns }: MappingOutput): string[] {
  if (columns) return [`a column to each group (${listed(columns.map(({ column }) => column))})`]
  if (member === undefined || (dimension === 'borough' && member === 'All')) return []
  return [typeof member === 'string' ? `the group ${quoted(member)}` : tellText('groups', member)]
}

function tellValue({ value, columns, period, combine, scale }: MappingOutput): string {
  const times = value?.scale ?? scale
  const scaled = times === undefined ? '' : `, times ${times}`
  if (value) return `figures ${figuresOf(value)}${scaled}`
  if (columns) return `figures from those columns${scaled}`
  if (period.headers) return `figures from a column to each period${scaled}`
  return combine?.rows === 'count' ? 'figures by counting rows' : 'no figures'
}

function figuresOf({ column, divide, subtract, add }: ValueSource): string {
  if (divide) return `from ${quoted(divide[0])} divided by ${quoted(divide[1])}`
  if (subtract) return `from ${quoted(subtract[0])} less ${quoted(subtract[1])}`
  if (add) return `from ${listed(add)} added up`
  return `from column ${quoted(column ?? '')}`
}

function tellCount(what: string, source: { column: string } | undefined): string[] {
  return source ? [`${what} from column ${quoted(source.column)}`] : []
}

function tellPeriod({ column, constant, fileName, headers, form, week }: MappingOutput['period']): string {
  const written = `(written as ${exampleOf(form)}${week ? ', days that stand for weeks' : ''})`
  if (constant !== undefined) return `the period ${constant}`
  if (column !== undefined) return `the period from column ${quoted(column)} ${written}`
  if (headers) return `the period from the names of those columns ${written}`
  return `the period from the name of the ${fileName ? 'file' : 'sheet'} ${written}`
}

function exampleOf(form: PeriodForm): string {
  return periodFormExamples[form]
}

/** Where a text stands: in a column, in a name, or the same for every row. */
function tellText(what: string, source: MappingOutput['kpi']): string {
  if (typeof source === 'string') return `${what} ${quoted(source)}`
  const renamed = source.values ? ', renamed' : ''
  if ('column' in source) return `${what} from column ${quoted(source.column)}${renamed}`
  return `${what} from the name of the ${'fileName' in source ? 'file' : 'sheet'}${renamed}`
}

function tellCombining({ combine, value }: MappingOutput): string[] {
  switch (combine?.rows) {
    case undefined:
    case 'count':
      return []
    case 'sum':
      return [`Several rows of one figure are added up${value?.divide ? ', and then divided' : ''}.`]
    default:
      return [
        `Of several rows of one figure the ${combine?.rows} by ${quoted(combine?.by?.column ?? '')} counts.`,
      ]
  }
}

function tellFilters({ filters = [] }: MappingOutput): string[] {
  return filters.map(({ column, oneOf, noneOf = [] }) =>
    oneOf
      ? `Only rows whose ${quoted(column)} is ${listed(oneOf, 'or')}.`
      : `No rows whose ${quoted(column)} is ${listed(noneOf, 'or')}.`,
  )
}

function tellWriting({ suppressed = [], missing = [], provisional = [], numbers }: FileMapping): string[] {
  const marks = [
    ...(suppressed.length > 0 ? [`${listed(suppressed, 'or')} means withheld`] : []),
    ...(missing.length > 0 ? [`${listed(missing, 'or')} means missing`] : []),
    ...(provisional.length > 0 ? [`${listed(provisional, 'or')} behind a figure means provisional`] : []),
    ...(numbers?.thousands ? [`thousands are written 1${numbers.thousands}234`] : []),
    ...(numbers?.decimal === ',' ? ['decimals are written 1,5'] : []),
    ...(numbers?.percentSign ? ['figures may end in %'] : []),
    ...(numbers?.units?.length ? [`the units ${listed(numbers.units)} are left out`] : []),
    ...(numbers?.ignored?.length ? [`the marks ${listed(numbers.ignored)} are left out`] : []),
  ]
  return marks.length > 0 ? [`In these files ${marks.join('; ')}.`] : []
}

function quoted(text: string): string {
  return `“${text}”`
}

/** @example (['a', 'b', 'c'], 'or') → '“a”, “b” or “c”' */
function listed(texts: readonly string[], joining: 'and' | 'or' = 'and'): string {
  const shown = texts.slice(0, mostListed).map(quoted)
  const more = texts.length - shown.length
  const all = more > 0 ? [...shown, `${more} more`] : shown
  const last = all.at(-1) ?? 'nothing'
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${joining} ${last}`
}
