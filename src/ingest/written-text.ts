/** What a word processor, a web page or a locale writes in place of a plain space, hyphen and apostrophe. */
const spaces = /\s+/gu
const unseen = /\p{Cf}/gu
const dashes = /\p{Pd}|\u2212/gu
const apostrophes = /[\u2018\u2019\u02bc\u00b4`]/g

/**
 * A text with plain spaces, hyphens and apostrophes, and without what takes no room: what looks alike is alike.
 *
 * @example 'Apr\u201124', 'Apr\u00a02024' → 'Apr-24', 'Apr 2024'
 */
export function plainText(text: string): string {
  // most texts are plain ASCII, and need no work
  if (/^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/.test(text)) return text
  return text
    .replaceAll(unseen, '')
    .replaceAll(spaces, ' ')
    .replaceAll(dashes, '-')
    .replaceAll(apostrophes, "'")
    .trim()
}
