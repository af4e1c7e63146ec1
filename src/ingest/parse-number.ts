import type { NumberRule } from './number-rule.ts'
import { isSayable } from './say-cell.ts'

export type ParsedNumber =
  | { kind: 'number'; value: number; decimals: number }
  | { kind: 'fault'; remedy: string }

const plain = /^-?\d+(\.\d+)?$/
const grouped = /^[-\u2212]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/

/**
 * A number as files write it: digits, at most one point, a minus. Nothing is guessed: a comma may be a
 * thousand or a decimal, so without a rule for the file it is refused with a proposal.
 *
 * @example '43.80' → 43.8 with 2 decimals; '1,234' → fault "write 1234"; '1,234' by { thousands: ',' } → 1234,
 *   and '1,23' and '0,500' by it → faults
 */
export function parseNumber(text: string, rule: NumberRule = {}): ParsedNumber {
  const written = withoutGroups(text, rule)
  if (plain.test(written)) {
    const value = Number(written)
    const decimals = written.split('.')[1]?.length ?? 0
    if (isTooLong(value))
      return { kind: 'fault', remedy: 'write at most fifteen digits before the point: more are not kept' }
    return { kind: 'number', value: value === 0 ? 0 : value, decimals }
  }
  return { kind: 'fault', remedy: remedyFor(text) }
}

/** Whole numbers beyond these would be read as their neighbours, in silence. */
function isTooLong(value: number): boolean {
  return Math.abs(value) > Number.MAX_SAFE_INTEGER
}

/** A number in digits with a point, by the file's rule; what does not follow the rule stays as it is. */
function withoutGroups(text: string, { thousands, decimal = '.', percentSign }: NumberRule): string {
  // a minus, as word processors write it
  const signed = text.replace(/^[\u2212\u2013](?=\d)/, '-')
  const number = percentSign ? signed.replace(/\s*%$/, '') : signed
  if (thousands === undefined && decimal === '.') return number
  const [whole = '', ...fraction] = number.split(decimal)
  const groups = thousands === undefined ? [whole] : alike(whole).split(thousands)
  const [first = '', ...rest] = groups
  const areGroups =
    rest.every((group) => /^\d{3}$/.test(group)) && (rest.length === 0 || /^-?[1-9]\d{0,2}$/.test(first))
  const isWellFormed = fraction.length <= 1 && areGroups && /^-?\d+$/.test(first)
  return isWellFormed ? [groups.join(''), ...fraction].join('.') : ''
}

/** The spaces and apostrophes that typesetters put between thousands, as plain ones. */
function alike(whole: string): string {
  return whole.replaceAll(/[\u00a0\u202f\u2007\u2009]/g, ' ').replaceAll('\u2019', "'")
}

/** In place of a figure in a cell that is merged with the one that has it. */
export const mergedCell = 'a merged cell'

/** In place of a figure whose cell says another unit than those above it. */
export const otherUnit = 'a figure of another unit'

function remedyFor(text: string): string {
  if (text === otherUnit)
    return 'give all figures of this column in one unit: above it stand figures of another one'
  if (text === mergedCell) return 'give each row a figure of its own: this cell is merged with another'
  const write = 'write digits with a point for decimals, [c] for suppressed or [x] for missing'
  if (/^(?:[-\u2013\u2014*:.~]|\.\.|< ?\d+)$/.test(text)) {
    return 'say in the mapping of this file what it means, under "suppressed" or "missing"; or write [c] or [x]'
  }
  if (/^-?\d+(?::\d\d){1,2}$/.test(text))
    return 'show it as a number of days or hours, by the format of its cells: a time is read as no figure'
  if (!isSayable(text)) return write
  if (grouped.test(text)) return `write it without separators: ${text.replaceAll(',', '')}${byRule}`
  if (/^-?\d+,\d+$/.test(text)) return `write a point for decimals: ${text.replace(',', '.')}${byRule}`
  if (/^-?\d+(\.\d+)?\s*%$/.test(text))
    return `write it without the sign: ${text.replace(/\s*%$/, '')}${byRule}`
  return write
}

const byRule = ', or say in the mapping of this file how it writes numbers ("numbers")'
