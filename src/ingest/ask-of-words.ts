import { findFewPeople, whatIsFew } from '../domain/disclosure/few-people-in-text.ts'

/** What is asked of words that everybody will read; null where they hold nothing to ask about. */
export function askOfWords(texts: readonly (string | null)[]): { message: string; remedy: string } | null {
  const found = whatIsFew(findFewPeople(texts.filter(Boolean).join('\n\n')))
  if (!found) return null
  return {
    message: `everybody will read these words, and they hold ${found}`,
    remedy: 'say it in other words, or give the reason why it tells nobody who is meant',
  }
}
