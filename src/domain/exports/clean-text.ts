/**
 * Not allowed in XML 1.0: control characters other than tab and ends of lines, and noncharacters. Nor are overrides of direction wanted: they would set what follows in another order than it is
 * written in. Right-to-left letters themselves need none.
 */
const unwanted = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]/gu

/** No encoding has it: what cannot be read is shown as such, as every program that decodes text does. */
const halfOfCharacter = /\p{Cs}/gu

/**
 * Text as a file may hold it, whatever the file: each is made through this, cell by cell or whole. It escapes
 * nothing: that is each format's own.
 *
 * @example 'Adults\u0000 & Communities' → 'Adults & Communities'
 */
export function cleanText(text: string): string {
  return text.replaceAll(unwanted, '').replaceAll(halfOfCharacter, '\uFFFD').replaceAll(/\r\n?/g, '\n')
}

/** The beginning of a text, at most so many units long, that never ends in half a character. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Cs}$/u, '')
}

/** @example 'Adults & Communities' → 'Adults &amp; Communities' */
export function escapeXml(text: string): string {
  return cleanText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}
