export interface PlaceInText {
  line: number
  column: number
}

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g

interface PartOfText {
  /** names and, in lists, places from 0, as a schema names what it finds wrong */
  path: PropertyKey[]
  isRepeated: boolean
  place: PlaceInText
}

/**
 * The second of two values that have one name in one record; null where there is none. A parser keeps the last of them,
 * and says nothing. The text is one that was parsed.
 */
export function findRepeatedName(text: string): PlaceInText | null {
  for (const part of partsOf(text)) if (part.isRepeated) return part.place
  return null
}

/** Where a part stands in a text that was parsed, or what is around it where it is missing; 0 of the whole text. */
export function placeOfPart(text: string, path: readonly PropertyKey[]): PlaceInText {
  let nearest = { depth: 0, place: { line: 0, column: 0 } }
  for (const part of partsOf(text)) {
    const { path: own } = part
    const isAround = own.length <= path.length && own.every((step, depth) => step === path[depth])
    if (isAround && own.length > nearest.depth) nearest = { depth: own.length, place: part.place }
    if (nearest.depth === path.length) break
  }
  return nearest.place
}

function* partsOf(text: string): Generator<PartOfText> {
  /** the name or place that is being read in each record and list that is open; of a record all its names */
  const open: { names: Set<string> | null; step: PropertyKey }[] = []
  const part = (index: number, isRepeated = false): PartOfText => ({
    isRepeated,
    get path() {
      return open.map(({ step }) => step)
    },
    get place() {
      return placeOf(text, index)
    },
  })
  let isName = false
  for (const { 0: found, index } of text.matchAll(token)) {
    const inside = open.at(-1)
    if (found === '{') open.push({ names: new Set(), step: '' })
    else if (found === '[') open.push({ names: null, step: 0 })
    else if (found === '}' || found === ']') open.pop()
    else if (found === ',' && typeof inside?.step === 'number') inside.step += 1
    else if (isName && inside?.names && found !== ':') {
      const name = String(JSON.parse(found))
      const isRepeated = inside.names.has(name)
      inside.names.add(name)
      inside.step = name
      yield part(index, isRepeated)
    }
    const now = open.at(-1)
    if ((found === '[' || found === ',') && now?.names === null) yield part(afterSpace(text, index + 1))
    isName = (found === '{' || found === ',') && Boolean(now?.names)
  }
}

const notSpace = /\S/g

function afterSpace(text: string, from: number): number {
  notSpace.lastIndex = from
  return notSpace.exec(text)?.index ?? from
}

function placeOf(text: string, index: number): PlaceInText {
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
