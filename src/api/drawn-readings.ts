import type { QueryClient } from '@tanstack/react-query'
import { drawnReadingsId } from '../contract/drawn-page.ts'

/** What a drawn page was read from: the addresses that were asked, and each reading under its query's key. */
export interface DrawnReadings {
  paths: readonly string[]
  queries: readonly (readonly [key: readonly unknown[], data: unknown])[]
}

/**
 * What a page that came drawn was drawn from; null for any other page. Its replies were checked against the contract as
 * it was drawn, by this very build of the app.
 */
function readDrawn(): DrawnReadings | null {
  const text = globalThis.document?.getElementById(drawnReadingsId)?.textContent
  return text ? (JSON.parse(text) as DrawnReadings) : null
}

let known: DrawnReadings | null | undefined

function drawnReadings(): DrawnReadings | null {
  if (known === undefined) known = readDrawn()
  return known
}

/** Gives an app what its page was drawn from, so that it draws the same and asks for none of it. False where it was not drawn. */
export function takeDrawnReadings(client: QueryClient): boolean {
  const drawn = drawnReadings()
  for (const [key, data] of drawn?.queries ?? []) client.setQueryData(key, data)
  return drawn !== null
}

/** Whether a drawn page came with the reply of an address. */
export function wasDrawnFrom(path: string): boolean {
  return drawnReadings()?.paths.includes(path) ?? false
}
