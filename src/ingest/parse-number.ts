import { isSayable } from './say-cell.ts'

export type ParsedNumber =
  | { kind: 'number'; value: number; decimals: number }
  | { kind: 'fault'; remedy: string }

const plain = /^[-\u2212]?\d+(\.\d+)?$/
const grouped = /^[-\u2212]?\d{1,3}(,\d{3})+(\.\d+)?$/

/**
 * A number as files write it: digits, at most one point, a minus. Nothing is guessed: a comma may be a
 * thousand or a decimal, so it is refused with a proposal.
 *
 * @example '43.80' → 43.8 with 2 decimals; '1,234' → fault "write 1234"
 */
export function parseNumber(text: string): ParsedNumber {
  if (plain.test(text)) {
    const value = Number(text.replace('\u2212', '-'))
    const decimals = text.split('.')[1]?.length ?? 0
    if (Number.isFinite(value)) return { kind: 'number', value: value === 0 ? 0 : value, decimals }
  }
  return { kind: 'fault', remedy: remedyFor(text) }
}

function remedyFor(text: string): string {
  const write = 'write digits with a point for decimals, [c] for suppressed or [x] for missing'
  if (!isSayable(text)) return write
  if (grouped.test(text)) return `write it without separators: ${text.replaceAll(',', '')}`
  if (/^-?\d+,\d+$/.test(text)) return `write a point for decimals: ${text.replace(',', '.')}`
  if (/^-?\d+(\.\d+)?\s*%$/.test(text)) return `write it without the sign: ${text.replace(/\s*%$/, '')}`
  return write
}
