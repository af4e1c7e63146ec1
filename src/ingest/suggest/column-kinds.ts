import { dayWritten, type PeriodForm, parsePeriod } from '../parse-period.ts'
import { isMark, numberShape } from './number-shape.ts'

/** What a column of a file nobody has described yet most likely is. */
export type ColumnKind =
  | { kind: 'period'; form: PeriodForm }
  | { kind: 'read-on' }
  | { kind: 'status' }
  | { kind: 'count'; part: 'numerator' | 'denominator' | 'n' }
  | { kind: 'figure' }
  | { kind: 'member' }
  | { kind: 'constant' }
  | { kind: 'empty' }

/** In the order in which they are tried: what only one form can mean comes first. */
const forms: readonly PeriodForm[] = [
  'period',
  'date',
  'month-name',
  'day-month-name',
  'day-first-date',
  'month-first-date',
  'financial-quarter',
  'financial-year-month',
  'financial-year',
  'calendar-quarter',
  'quarter-months',
  'iso-week',
]
/** Numbers that are periods only where the column says so. */
const numberForms: readonly PeriodForm[] = [
  'month-number',
  'financial-year',
  'excel-serial',
  'year-beginning',
]
const saysPeriod = /month|period|year|quarter|week|date|\bfy\b/i
const saysReadOn = /as.?at|extract|snapshot|run.?date|report(?:ed|ing)?.?(?:date|on)|read.?on/i
const counts: readonly [RegExp, 'numerator' | 'denominator' | 'n'][] = [
  [/numerator/i, 'numerator'],
  [/denominator/i, 'denominator'],
  [/^(?:n|base|cases)$/i, 'n'],
]
/** Numbers that name what they stand for. */
const saysCode = /code|type|version|\bid\b|\bband\b/i
const statuses = new Set(['provisional', 'final', 'suppressed', 'missing'])

/** The form that all texts are of; null where they are of none. */
export function formOf(texts: readonly string[], tried: readonly PeriodForm[] = forms): PeriodForm | null {
  const form = tried.find((one) => texts.every((text) => parsePeriod(text, one, 'month') !== null)) ?? null
  return form === 'day-first-date' && areMonthFirst(texts) ? 'month-first-date' : form
}

/** Several days of January with the day first, and the first days of as many months with the month first. */
function areMonthFirst(texts: readonly string[]): boolean {
  const firsts = texts.filter((text) => dayWritten(text, 'month-first-date')?.endsWith('-01'))
  const days = new Set(texts.map((text) => dayWritten(text, 'day-first-date')?.slice(-2)))
  return firsts.length === texts.length && days.size > 1
}

/** What a column is, by its name and by what stands in it: never by one of the two alone where they disagree. */
export function kindOfColumn(name: string, cells: readonly string[]): ColumnKind {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (texts.length === 0) return { kind: 'empty' }
  if (texts.every((text) => statuses.has(text))) return { kind: 'status' }
  const form = formOf(texts) ?? (saysPeriod.test(name) ? formOf(texts, numberForms) : null)
  if (form) return saysReadOn.test(name) ? { kind: 'read-on' } : { kind: 'period', form }
  const figures = texts.filter((text) => numberShape(text) !== null).length
  const areFigures =
    figures > 0 && figures >= texts.filter((text) => !isMark(text)).length / 2 && !saysCode.test(name)
  if (areFigures) {
    const part = counts.find(([pattern]) => pattern.test(name))?.[1]
    return part ? { kind: 'count', part } : { kind: 'figure' }
  }
  return texts.length > 1 && new Set(texts).size === 1 ? { kind: 'constant' } : { kind: 'member' }
}
