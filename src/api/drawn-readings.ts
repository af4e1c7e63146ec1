import type { QueryClient } from '@tanstack/react-query'
import { drawnReadingsId } from '../contract/drawn-page.ts'
import { readShared } from './shared-json.ts'

/** What a drawn page was drawn from: each reading under its query's key. */
export type DrawnReadings = readonly (readonly [key: readonly unknown[], data: unknown])[]

/**
 * What a page that came drawn was drawn from; null for any other page. Its replies were checked against the contract as
 * it was drawn, by this very build of the app.
 */
function readDrawn(): DrawnReadings | null {
  const text = globalThis.document?.getElementById(drawnReadingsId)?.textContent
  return text ? (readShared(text) as DrawnReadings) : null
}

let known: DrawnReadings | null | undefined

function drawnReadings(): DrawnReadings | null {
  if (known === undefined) known = readDrawn()
  return known
}

/** Gives an app what its page was drawn from, so that it draws the same and asks for none of it. False where it was not drawn. */
export function takeDrawnReadings(client: QueryClient): boolean {
  const drawn = drawnReadings()
  for (const [key, data] of drawn ?? []) client.setQueryData(key, data)
  return drawn !== null
}

let isOpened = false

/** Whether the page that is opened is the one that came drawn, whose readings all came with it: of a visit, the first. */
export function isFirstOfDrawn(): boolean {
  if (isOpened || drawnReadings() === null) return false
  isOpened = true
  return true
}
