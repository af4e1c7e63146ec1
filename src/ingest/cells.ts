import { isDate } from '../domain/periods/calendar.ts'
import { type CsvRow, locateField } from './csv-row.ts'
import type { Columns } from './header.ts'
import { errorOfSpreadsheet, isSpreadsheetError } from './name-fault.ts'
import { parseNumber } from './parse-number.ts'
import { type Place, problemAt, type Report } from './problem.ts'
import { type Propose, sayWith } from './say-cell.ts'

/** The cells of one row, read by name. A cell that cannot be read is reported at its place and read as null. */
export interface Cells {
  place: (column: string) => Place
  fault: (column: string, message: string, remedy: string) => null
  notice: (column: string, message: string, remedy: string) => void
  /** the trimmed text; null where the cell is empty or the file has no such column */
  text: (column: string) => string | null
  /** as `text`, but an empty cell is a fault */
  needed: (column: string) => string
  number: (column: string) => number | null
  integer: (column: string, least: number, most: number) => number | null
  date: (column: string) => string | null
  neededDate: (column: string) => string
  choice: <Choice extends string>(column: string, choices: readonly Choice[], absent?: Choice) => Choice
  /** an id that must be in one of the sets of those known */
  known: (column: string, ids: KnownSet | readonly KnownSet[], what: string) => string | null
  /** whether every cell read so far was sound */
  isSound: () => boolean
}

/** Ids to be looked up, never gone through for every row. */
export interface KnownSet {
  has: (id: string) => boolean
  keys: () => Iterable<string>
}

/** Rows that have a fault, by what they are of and its id. @example 'measure ot-waiting' → 'line 2 of kpis.csv' */
export type RefusedIds = ReadonlyMap<string, string>

export function readCells(
  file: string,
  row: CsvRow,
  columns: Columns,
  report: Report,
  propose: Propose,
  refused: RefusedIds = new Map(),
): Cells {
  let isSound = true
  const indexOf = (column: string) => columns.get(column) ?? row.fields.length
  const place = (column: string) => ({ file, ...locateField(row, indexOf(column)) })
  const fault = (column: string, message: string, remedy: string) => {
    isSound = false
    report(problemAt(place(column)).error(message, remedy))
    return null
  }
  const text = (column: string) => row.fields[indexOf(column)]?.trim() || null
  const needed = (column: string) => {
    const given = text(column)
    if (given === null) fault(column, `${column} is empty`, `give every row its ${column}`)
    else if (isSpreadsheetError(given)) {
      fault(column, `${column} ${errorOfSpreadsheet.message}`, errorOfSpreadsheet.remedy)
    }
    return given ?? ''
  }
  const number = (column: string) => {
    const given = text(column)
    if (given === null) return null
    const parsed = parseNumber(given)
    return parsed.kind === 'number'
      ? parsed.value
      : fault(column, `${sayWith(column, given)} is not a number`, parsed.remedy)
  }
  const checkDate = (column: string, given: string) =>
    isDate(given) ? given : fault(column, `${column} is not a date`, 'write year, month and day: 2025-09-30')
  return {
    place,
    fault,
    notice: (column, message, remedy) => report(problemAt(place(column)).notice(message, remedy)),
    text,
    needed,
    number,
    integer(column, least, most) {
      const value = number(column)
      if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return value
      return fault(
        column,
        `${sayWith(column, value)} is out of its range`,
        `give a whole number from ${least} to ${most}`,
      )
    },
    date(column) {
      const given = text(column)
      return given === null ? null : checkDate(column, given)
    },
    neededDate(column) {
      const given = needed(column)
      return given === '' ? '' : (checkDate(column, given) ?? '')
    },
    choice(column, choices, absent) {
      const given = text(column) ?? absent
      const found = choices.find((choice) => choice === given)
      if (found !== undefined) return found
      fault(
        column,
        given === undefined ? `${column} is empty` : `${column} is none of the words that it may be`,
        `give one of ${choices.join(', ')}`,
      )
      return choices[0] as (typeof choices)[number]
    },
    known(column, ids, what) {
      const given = text(column)
      if (given === null) return null
      const sets = 'has' in ids ? [ids] : ids
      if (sets.some((set) => set.has(given))) return given
      for (const one of what.split(' or ')) {
        const row = refused.get(`${one} ${given}`)
        if (row !== undefined)
          return fault(column, `${column} is a ${one} whose own row has a fault`, `put ${row} right`)
      }
      const meant = propose(given, allOf(sets))
      return fault(
        column,
        `${column} is no known ${what}`,
        meant
          ? `did you mean ${meant}?`
          : `give the id of a ${what} that the load or an earlier edition defines`,
      )
    },
    isSound: () => isSound,
  }
}

function* allOf(sets: readonly KnownSet[]): Generator<string> {
  for (const set of sets) yield* set.keys()
}
