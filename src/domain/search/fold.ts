/** Letters that are no letter with an accent, as they are typed on a keyboard without them. */
const asTyped = new Map([
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ß', 'ss'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['þ', 'th'],
])

/** Apostrophes, primes and accents that stand where an apostrophe should; none of them tells words apart. */
const apostrophes = /['\u2018-\u201b\u02b9\u02bb-\u02bd\u2032\u2035\u00b4`\uff07]/g
/** among them the soft hyphen and the minus sign */
const dashes = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u00ad]/g

/**
 * A text as it is compared with what somebody typed: whatever the keyboard, small letters without accents or
 * apostrophes, any dash a space, and nothing that nobody sees, such as marks of direction.
 *
 * @example 'Carer’s café, self‑neglect' → 'carers cafe, self neglect'
 */
export function fold(text: string): string {
  return text
    .replace(apostrophes, '')
    .replace(dashes, ' ')
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[æœøßłđþ]/g, (letter) => asTyped.get(letter) ?? letter)
}

/**
 * Whether a text holds every word that somebody typed, each anywhere in it. Nothing typed is in every text.
 *
 * @example holdsAll('People waiting for carer’s breaks', "carer's wait") → true
 */
export function holdsAll(text: string, query: string): boolean {
  const within = fold(text)
  return fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => within.includes(word))
}
