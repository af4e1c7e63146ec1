import type * as z from 'zod/mini'
import { bringContract, readAs, type Shape } from './contract.ts'

/**
 * Replies that the server put into the page, so that the first picture waits for no request. Each is used
 * once; after that, and wherever the page came from elsewhere, the service is asked.
 */
let readings: Map<string, unknown> | undefined

/** A query's first data, where the page brought it in the agreed form; else undefined, and the query asks. */
export function firstReading<T extends z.ZodMiniType>(path: string, shape: Shape<T>): z.infer<T> | undefined {
  readings ??= readPage()
  if (!readings.has(path)) return undefined
  const reading = readAs(readings.get(path), shape)
  readings.set(path, undefined)
  return reading ?? undefined
}

/** Waits for what checks the readings that the page brought, where it brought any; where it does not come they are asked for. */
export async function readyFirstReadings(): Promise<void> {
  readings ??= readPage()
  if (readings.size > 0) await bringContract().catch(() => null)
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
