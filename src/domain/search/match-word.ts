import { distanceToBeginning, editDistance } from './edit-distance.ts'

/** How a word that was typed stands to a word that is known. */
export type Likeness = 'same' | 'beginning' | 'same-stem' | 'misspelt' | 'none'

const endings = new Set(['d', 'ed', 'er', 'ing', 'ly', 'ment'])

/**
 * `beginning`: what was typed begins the word. `same-stem`: the word begins what was typed, but for an ending.
 * `misspelt`: one letter wrong in a word of four to six, two in a longer one; shorter words must be right, because
 * every short word is near another.
 *
 * @example likeness('wait', 'waiting') → 'beginning'
 * @example likeness('safegarding', 'safeguarding') → 'misspelt'
 */
export function likeness(typed: string, word: string): Likeness {
  if (typed === word) return 'same'
  if (word.startsWith(typed)) return 'beginning'
  if (word.length >= 4 && typed.startsWith(word) && endings.has(typed.slice(word.length))) return 'same-stem'
  if (isNear(typed, word)) return 'misspelt'
  return 'none'
}

function isNear(typed: string, word: string): boolean {
  const allowed = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2
  // figures are never taken for one another
  if (allowed === 0 || word.length < 4 || /\d/.test(typed + word)) return false
  const distance = typed.length < 6 ? editDistance(typed, word) : distanceToBeginning(typed, word)
  return distance <= allowed
}
