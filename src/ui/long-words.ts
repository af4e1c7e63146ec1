/** Letters of a word that a column of a table should not be made wider for. */
const longest = 24

/**
 * The class of a column's cells where one of its texts holds a word too long for it: an address, a name without a
 * place to break. Other columns keep their words whole.
 */
export function breaksWords(texts: readonly (string | number | null)[]): string | undefined {
  const isLong = texts.some(
    (text) => typeof text === 'string' && text.split(/\s+/).some(({ length }) => length > longest),
  )
  return isLong ? 'breaks-words' : undefined
}

/** Letters of a text that fill, in a column of a sheet, about a fifth of its height. */
const longestKept = 240

/** The class of a text whose row may go on over the page: kept whole, it would leave a good part of a sheet empty. */
export function longText(text: string | number | null): string | undefined {
  return typeof text === 'string' && text.length > longestKept ? 'long-text' : undefined
}
