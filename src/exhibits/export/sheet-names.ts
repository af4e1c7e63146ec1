const mostCharacters = 31

/**
 * Names of sheets as a workbook allows them: no forbidden character, 31 characters at most, each only once.
 * @example 'Trend: OT [list]', 'Trend: OT [list]' → 'Trend OT list', 'Trend OT list 2'
 */
export function sheetNames(titles: readonly string[]): string[] {
  const used = new Set<string>()
  return titles.map((title) => {
    const clean =
      title
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Sheet'
    let name = clean.slice(0, mostCharacters).trim()
    for (let count = 2; used.has(name.toLowerCase()); count += 1) {
      const ending = ` ${count}`
      name = `${clean.slice(0, mostCharacters - ending.length).trim()}${ending}`
    }
    used.add(name.toLowerCase())
    return name
  })
}
