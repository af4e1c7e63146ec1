import { fold } from './fold.ts'

/**
 * A text as the words that are compared: lower case, accents and apostrophes left out, parted at everything that
 * is neither letter nor digit, plurals made singular.
 *
 * @example wordsOf('Carer’s self-neglect, S.42') → ['carer', 'self', 'neglect', 's', '42']
 */
export function wordsOf(text: string): string[] {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(singular)
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}
