import { fetchPart } from '../ui/fetch-part.ts'

/**
 * What is printed ends with the words that it judges by. Their list comes at the reader's first key, press or turn of the
 * wheel, which is after the first picture and before most printing; without it a page prints as it stands.
 */
export function bringWordsAtPrint(): void {
  const bring = () =>
    void fetchPart(() => import('../features/words-and-keys/list-words-at-print.tsx')).then(
      ({ listWordsAtPrint }) => listWordsAtPrint(),
      () => {},
    )
  // a move of the pointer is no sign: browsers make one of their own when a page is laid out
  // the first may have been before this came
  if (navigator.userActivation?.hasBeenActive) bring()
  for (const sign of ['keydown', 'pointerdown', 'wheel']) addEventListener(sign, bring, { once: true })
}
