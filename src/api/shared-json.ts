/** Text that holds each object once, however often it is referred to, and maps as well as plain data. */

type Entry = { v: unknown } | { m: [unknown, unknown][] }

/** An object inside another: its place in the table. */
interface Reference {
  $: number
}

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
    table[at] =
      one instanceof Map ? { m: [...one].map(([key, of]) => [key, write(of)]) } : { v: eachOf(one, write) }
    return { $: at }
  }
  const write = (one: unknown): unknown => {
    if (!isObject(one)) return one
    return one instanceof Map || (uses.get(one) ?? 0) > 1 ? place(one) : eachOf(one, write)
  }
  const root = write(value)
  return JSON.stringify({ root, table })
}

/** What `writeShared` wrote: an object that stood in several places is one object again. */
export function readShared(text: string): unknown {
  const { root, table } = JSON.parse(text) as { root: unknown; table: Entry[] }
  const made = new Map<number, unknown>()
  const read = (one: unknown): unknown => {
    if (!isObject(one)) return one
    if (!('$' in one)) return eachOf(one, read)
    const at = Number(one.$)
    if (!made.has(at)) {
      const entry = table[at]
      made.set(
        at,
        entry &&
          ('m' in entry ? new Map(entry.m.map(([key, of]) => [key, read(of)])) : eachOf(entry.v, read)),
      )
    }
    return made.get(at)
  }
  return read(root)
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
