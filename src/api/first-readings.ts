import * as z from 'zod/mini'

/**
 * Replies that the server put into the page, so that the first picture waits for no request. Each is used
 * once; after that, and wherever the page came from elsewhere, the service is asked.
 */
let readings: Map<string, unknown> | undefined

/** A query's first data, where the page brought it in the agreed form; else undefined, and the query asks. */
export function firstReading<T extends z.ZodMiniType>(path: string, schema: T): z.infer<T> | undefined {
  readings ??= readPage()
  if (!readings.has(path)) return undefined
  const parsed = z.safeParse(schema, readings.get(path))
  readings.set(path, undefined)
  return parsed.success ? parsed.data : undefined
}

/** Whether the page brought a reading, used or not. */
export function wasBrought(path: string): boolean {
  readings ??= readPage()
  return readings.has(path)
}

function readPage(): Map<string, unknown> {
  const text = globalThis.document?.getElementById('first-readings')?.textContent
  if (!text) return new Map()
  const parsed: unknown = JSON.parse(text)
  return new Map(typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [])
}
