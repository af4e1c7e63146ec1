/**
 * Text that holds each object once, however often it is referred to, and maps as well as plain data. Rows that all have
 * the same names are written as columns: the names stand once, and like stands beside like, which compresses better.
 */

type Entry = { v: unknown } | { m: [unknown, unknown][] }

/** An object inside another: its place in the table. */
interface Reference {
  $: number
}

/** Rows as columns, by name. */
interface Columns {
  $columns: Record<string, unknown[]>
}

/** So many rows are worth their columns. */
const fewestRows = 4

/**
 * @returns null where something in it is neither plain data nor a map: an error, or an instance of anything
 * @example one = {}, [one, one] → a table of two entries, of which the first refers twice to the second
 */
export function writeShared(value: unknown): string | null {
  const uses = new Map<object, number>()
  if (!countUses(value, uses)) return null
  const table: Entry[] = []
  const places = new Map<object, number>()
  const place = (one: object): Reference => {
    const known = places.get(one)
    if (known !== undefined) return { $: known }
    const at = table.length
    places.set(one, at)
    table.push({ v: null })
    table[at] = one instanceof Map ? { m: [...one].map(([key, of]) => [key, write(of)]) } : { v: own(one) }
    return { $: at }
  }
  const isOnce = (one: unknown) => isObject(one) && !(one instanceof Map) && uses.get(one) === 1
  const own = (one: object): unknown =>
    (Array.isArray(one) && one.every(isOnce) && columnsOf(one, write)) || eachOf(one, write)
  const write = (one: unknown): unknown => {
    if (!isObject(one)) return one
    return one instanceof Map || (uses.get(one) ?? 0) > 1 ? place(one) : own(one)
  }
  const root = write(value)
  return JSON.stringify({ root, table })
}

/** What `writeShared` wrote: an object that stood in several places is one object again. */
export function readShared(text: string): unknown {
  const { root, table } = JSON.parse(text) as { root: unknown; table: Entry[] }
  const made = new Map<number, unknown>()
  const own = (one: unknown): unknown =>
    isObject(one) && '$columns' in one ? rowsOf(one as Columns, read) : eachOf(one, read)
  const read = (one: unknown): unknown => {
    if (!isObject(one)) return one
    if (!('$' in one)) return own(one)
    const at = Number(one.$)
    if (!made.has(at)) {
      const entry = table[at]
      made.set(
        at,
        entry && ('m' in entry ? new Map(entry.m.map(([key, of]) => [key, read(of)])) : own(entry.v)),
      )
    }
    return made.get(at)
  }
  return read(root)
}

/** Null where they are few, or not of the same names in the same order. */
function columnsOf(rows: readonly object[], write: (one: unknown) => unknown): Columns | null {
  const [first] = rows
  if (!first || rows.length < fewestRows || Array.isArray(first)) return null
  const names = Object.keys(first)
  const isAlike = (row: object) => {
    const own = Object.keys(row)
    return (
      own.length === names.length &&
      names.every((name, place) => own[place] === name && Reflect.get(row, name) !== undefined)
    )
  }
  if (names.length === 0 || !rows.every(isAlike)) return null
  const column = (name: string) => rows.map((row) => write(Reflect.get(row, name)))
  return { $columns: Object.fromEntries(names.map((name) => [name, column(name)])) }
}

function rowsOf({ $columns }: Columns, read: (one: unknown) => unknown): object[] {
  const columns = Object.entries($columns)
  const length = columns[0]?.[1].length ?? 0
  return Array.from({ length }, (_, place) =>
    Object.fromEntries(columns.map(([name, values]) => [name, read(values[place])])),
  )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function eachOf(value: unknown, change: (one: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change)
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one)]))
}

/** Counts how often each object is referred to; false where there is one that is not plain. */
function countUses(value: unknown, uses: Map<object, number>): boolean {
  if (typeof value === 'function' || typeof value === 'symbol') return false
  if (!isObject(value)) return true
  const before = uses.get(value) ?? 0
  uses.set(value, before + 1)
  if (before > 0) return true
  if (value instanceof Map) return [...value.values()].every((one) => countUses(one, uses))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null) return false
  return Object.values(value).every((one) => countUses(one, uses))
}
