// they turn what follows around, so that it reads as something else
const turning = /[\u202a-\u202e\u2066-\u2069]/gu
const controls = /\p{Cc}+/gu

/**
 * A text as one line of plain words, no longer than it may be.
 *
 * @example cutLine(' Two\nlines ', 20) → 'Two lines'
 */
export function cutLine(text: string, longest: number): string {
  const line = text.replaceAll(controls, ' ').replaceAll(turning, '').trim()
  if (line.length <= longest) return line
  // never half of a sign that is written with two
  return [...line.slice(0, longest)]
    .filter((sign) => !/^[\ud800-\udfff]$/.test(sign))
    .join('')
    .trim()
}

/** Whether a text is what `cutLine` would leave of it, whatever its length. */
export function isOneLine(text: string): boolean {
  return cutLine(text, text.length) === text
}
