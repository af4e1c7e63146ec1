const words = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** A number as sentences write it: '11', '1,204', 'Four', 'none'; NaN for anything else. */
export function countFrom(word: string): number {
  const text = word.toLowerCase().replaceAll(',', '')
  if (text === 'none' || text === 'no') return 0
  const small = words.indexOf(text)
  return small >= 0 ? small : /^\d+$/.test(text) ? Number(text) : Number.NaN
}

/**
 * The numbers that a sentence gives where a pattern captures them; null where the sentence does not say it.
 * @example countsIn('11 of 48 measures need attention', /(\S+) of (\S+) measures needs? attention/) → [11, 48]
 */
export function countsIn(sentence: string, pattern: RegExp): number[] | null {
  const found = pattern.exec(sentence)
  return found ? found.slice(1).map(countFrom) : null
}
