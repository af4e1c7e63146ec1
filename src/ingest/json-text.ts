/** Where a text of JSON says one name twice. */
export interface RepeatedName {
  line: number
  column: number
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g

/**
 * The second of two values that have one name in one record; null where there is none. A parser keeps the last of them,
 * and says nothing. The text is one that was parsed.
 */
export function findRepeatedName(text: string): RepeatedName | null {
  /** names of each record that is open; null for a list */
  const open: (Set<string> | null)[] = []
  let isName = false
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      open.push(found === '{' ? new Set() : null)
      isName = found === '{'
    } else if (found === '}' || found === ']') {
      open.pop()
      isName = false
    } else if (found === ',') isName = open.at(-1) !== null
    else if (found === ':') isName = false
    else if (isName) {
      const names = open.at(-1)
      const name: unknown = JSON.parse(found)
      if (names?.has(String(name))) return placeOf(text, index)
      names?.add(String(name))
    }
  }
  return null
}

function placeOf(text: string, index: number): RepeatedName {
  const lines = text.slice(0, index).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

/**
 * A text of JSON as its values, with whole numbers that are longer than can be kept as the text that they were: read as
 * numbers they would be the ones beside them.
 *
 * @example '{"id": 9007199254740993}' → { id: '9007199254740993' }
 */
export function parseExactly(text: string): unknown {
  return /\d{16}/.test(text) ? JSON.parse(text, keepLong) : JSON.parse(text)
}

function keepLong(_name: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  const isCut = typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER
  return isCut && source !== undefined && /^-?\d+(?:\.\d+)?$/.test(source) ? source : value
}
