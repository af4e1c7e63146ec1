import { fetchPart } from '../ui/fetch-part.ts'

/**
 * What is printed ends with the words that it judges by. Their list comes at the reader's first key or move of a pointer,
 * which comes before any printing and after the first picture; without it a page prints as it stands.
 */
export function bringWordsAtPrint(): void {
  const bring = () => {
    void fetchPart(() => import('../features/words-and-keys/list-words-at-print.tsx')).then(
      ({ listWordsAtPrint }) => listWordsAtPrint(),
      () => {},
    )
  }
  for (const sign of ['keydown', 'pointerover']) addEventListener(sign, bring, { once: true })
}
