import { fetchPart } from '../ui/fetch-part.ts'

const signs = ['keydown', 'pointermove', 'touchstart']

/**
 * What is printed ends with the words that it judges by. Their list comes at the reader's first key, move or touch, which
 * comes before any printing and after the first picture; without it a page prints as it stands.
 */
export function bringWordsAtPrint(): void {
  const heard = new AbortController()
  const bring = () => {
    heard.abort()
    void fetchPart(() => import('../features/words-and-keys/list-words-at-print.tsx')).then(
      ({ listWordsAtPrint }) => listWordsAtPrint(),
      () => {},
    )
  }
  for (const sign of signs) addEventListener(sign, bring, { signal: heard.signal })
}
