import { cleanText, cutText } from '../../domain/exports/clean-text.ts'

const mostCharacters = 31

/**
 * Names of sheets as a workbook allows them: no forbidden character, 31 characters at most, each only once.
 * @example 'Trend: OT [list]', 'Trend: OT [list]' → 'Trend OT list', 'Trend OT list 2'
 */
export function sheetNames(titles: readonly string[]): string[] {
  // Excel keeps this name for itself
  const used = new Set(['history'])
  return titles.map((title) => {
    const clean =
      cleanText(title)
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    let name = cutText(clean, mostCharacters).trim()
    for (let count = 2; used.has(name.toLowerCase()); count += 1) {
      const ending = ` ${count}`
      name = `${cutText(clean, mostCharacters - ending.length).trim()}${ending}`
    }
    used.add(name.toLowerCase())
    return name
  })
}
