import type { SearchSchemaInput } from '@tanstack/react-router'
import type { Parameter } from '../domain/addresses/parameter.ts'

/** The query string as it was written: names and texts, nothing interpreted. */
export type RawSearch = Record<string, string>

export function parseSearch(text: string): RawSearch {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Empty and undefined values leave the address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text && `?${text}`
}

/** A page's own parameters, each with what it may say. */
export type SearchShape = Record<string, Parameter<unknown>>
export type SearchValues<Shape extends SearchShape> = {
  [Name in keyof Shape]: Exclude<ReturnType<Shape[Name]>, undefined>
}

/** What a link to a page may say: checked by type. What an address says is read, and checked, by the page. */
export type SearchOfLink<Shape extends SearchShape> = {
  [Name in keyof Shape]?: ReturnType<Shape[Name]>
} & SearchSchemaInput

/** What every page reads, and every link may say: which edition, and for whom. A link that does not keeps both. */
export type ViewOfLink = { edition?: string | undefined; audience?: string | undefined } & SearchSchemaInput

/**
 * A search that names edition and audience: as it does itself, or as the address does that it is reached from.
 *
 * @example keepView({ edition: '4', audience: 'exact', sort: 'name' }, { find: 'OT' }) → edition, audience and find
 */
export function keepView({ edition, audience }: RawSearch, asked: RawSearch): RawSearch {
  if (asked.edition && asked.audience) return asked
  return { ...(edition && { edition }), ...(audience && { audience }), ...asked }
}

/** Kept as written: each page reads its own parameters (readSearch) and names the ones that it cannot use. */
export function asWritten(search: object): RawSearch {
  return Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}

interface ReadSearch<T> {
  values: Partial<T>
  /** what could not be used, as written: 'range=99' */
  ignored: string[]
}

/**
 * The values of a page's own parameters, each checked by itself: one that is bad is left out and named, the
 * others stand. `alsoKnown` are parameters that somebody else reads.
 *
 * @example ({ range: oneOf(['12', 'all']) }, { range: '99', x: '1' }) → values {}, ignored ['range=99', 'x=1']
 */
export function readSearch<Shape extends SearchShape>(
  shape: Shape,
  raw: RawSearch,
  alsoKnown: readonly string[] = [],
): ReadSearch<SearchValues<Shape>> {
  const values: Record<string, unknown> = {}
  const ignored: string[] = []
  for (const [name, text] of Object.entries(raw)) {
    const value = Object.hasOwn(shape, name) ? shape[name]?.(text) : undefined
    if (value !== undefined) values[name] = value
    else if (!alsoKnown.includes(name)) ignored.push(`${name}=${text}`)
  }
  return { values: values as Partial<SearchValues<Shape>>, ignored }
}
