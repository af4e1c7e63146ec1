import type { NumberRule } from '../number-rule.ts'
import type { Marks } from '../observed.ts'
import { parseNumber } from '../parse-number.ts'
import { digitsOf } from '../sheets/number-format.ts'
import type { ValueSource } from './sources.ts'

/** What columns make together: a text as the file would have it, and which of them it is told at. */
export interface Made {
  text: string
  at: number
}

/**
 * The value that a row's columns make. A column that is withheld or missing makes it so, and one that is no number
 * stands for it, to be refused at its place.
 *
 * @example ({ divide: ['Within', 'All'] }, ['28', '64']) → '0.4375'; (…, ['[c]', '64']) → '[c]'; (…, ['28', '0']) → '[x]'
 */
export function makeValue(
  source: ValueSource,
  texts: readonly string[],
  rule: NumberRule,
  marks: Marks,
): Made {
  if (source.column !== undefined) return { text: texts[0] ?? '', at: 0 }
  const withheld = texts.findIndex((text) => marks.suppressed.has(text))
  if (withheld >= 0) return { text: '[c]', at: withheld }
  const missing = texts.findIndex((text) => marks.missing.has(text))
  if (missing >= 0) return { text: '[x]', at: missing }
  const numbers: number[] = []
  for (const [at, text] of texts.entries()) {
    const parsed = parseNumber(text, rule)
    if (parsed.kind === 'fault') return { text, at }
    numbers.push(parsed.value)
  }
  const [first = 0, second = 0] = numbers
  if (source.divide) return { text: second === 0 ? '[x]' : written(first / second, rule), at: 0 }
  return { text: written(source.subtract ? first - second : sumOf(numbers), rule), at: 0 }
}

/** Of decimals that are added: 0.1 and 0.2 are 0.3. */
export function sumOf(numbers: readonly number[]): number {
  return Number(numbers.reduce((sum, one) => sum + one, 0).toPrecision(15))
}

/** A number as the file writes its numbers. */
export function written(value: number, { decimal = '.' }: NumberRule): string {
  return digitsOf(value).replace('.', decimal)
}
