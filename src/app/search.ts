import * as z from 'zod/mini'

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

export interface ReadSearch<T> {
  values: Partial<T>
  /** what could not be used, as written: 'range=99' */
  ignored: string[]
}

/**
 * The values of a page's own parameters, each checked by itself: one that is bad is left out and named, the
 * others stand. `alsoKnown` are parameters that somebody else reads.
 *
 * @example ({ range: z.enum(['12', 'all']) }, { range: '99', x: '1' }) → values {}, ignored ['range=99', 'x=1']
 */
export function readSearch<Shape extends Record<string, z.ZodMiniType>>(
  shape: Shape,
  raw: RawSearch,
  alsoKnown: readonly string[] = [],
): ReadSearch<{ [Name in keyof Shape]: z.infer<Shape[Name]> }> {
  const values: Record<string, unknown> = {}
  const ignored: string[] = []
  for (const [name, text] of Object.entries(raw)) {
    const schema = Object.hasOwn(shape, name) ? shape[name] : undefined
    const parsed = schema && z.safeParse(schema, text)
    if (parsed?.success) values[name] = parsed.data
    else if (!alsoKnown.includes(name)) ignored.push(`${name}=${text}`)
  }
  return { values: values as Partial<{ [Name in keyof Shape]: z.infer<Shape[Name]> }>, ignored }
}
