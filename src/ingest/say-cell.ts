import { nearestId } from '../domain/measures/nearest-id.ts'
import { longestName } from './observed.ts'

/** A figure of up to eight digits, as files write them; a longer one may be a number of a person. */
const figure = /^[-\u2212<>£]?\d[\d,.]{0,11} ?%?$/
/** Months, quarters and years in whatever form; never a whole day, which may be one of birth. */
const period = /^(?:FY ?)?\d{4}[-/](?:\d{1,4}|Q\d)$/i
const mostDigits = 8

/**
 * How a message speaks of a cell: its text where that is a figure or a period, else the words given for it. Anything
 * else is said by its place alone, because a name can stand in any column. Every message of the loader goes through
 * here for what it read.
 *
 * @example sayCell('1,234', 'the value') → '"1,234"'; sayCell('M Example', 'the value') → 'the value'
 */
export function sayCell(given: string, otherwise: string): string {
  return isSayable(given) ? `"${given}"` : otherwise
}

/** As `sayCell`, for a cell that was read as a number. @example sayNumber(104, 'the value') → '104' */
export function sayNumber(given: number, otherwise: string): string {
  const text = String(given)
  return isSayable(text) ? text : otherwise
}

export function isSayable(given: string): boolean {
  const digits = given.replaceAll(/\D/g, '').length
  return (figure.test(given) && digits <= mostDigits) || period.test(given)
}

export type Propose = (given: string, known: Iterable<string>) => string | null

/** Proposals are for people, who read a few dozen at most: a million mistyped cells are not compared one by one. */
const mostProposals = 50

/** The known id that a mistyped one most likely meant; null where none is near, or enough were proposed. */
export function createProposer(most = mostProposals): Propose {
  let made = 0
  return (given, known) => {
    if (made >= most || given.length > longestName) return null
    made += 1
    return nearestId(given, [...known])
  }
}

/** A column's name with what its cell says, where that may be said. @example ('n', 2.5) → 'n 2.5' */
export function sayWith(column: string, given: string | number): string {
  const said = typeof given === 'number' ? sayNumber(given, '') : sayCell(given, '')
  return said === '' ? column : `${column} ${said}`
}
