import type { QueryClient } from '@tanstack/react-query'
import {
  type AskReply,
  type DrawLinkPicture,
  type DrawnPage,
  type DrawPage,
  drawnReadingsId,
  filesOfType,
  heldStyles,
  type LinkPicture,
  type PicturedPage,
  picturedPages,
} from '../contract/drawn-page.ts'
import { readShared } from './shared-json.ts'

/** What a drawn page was drawn from: its address, and each reading under its query's key. */
export interface DrawnReadings {
  /** names edition and audience, whether or not the page was asked for by them */
  address: string
  /** how the page was asked for, where that was without them */
  asked?: string
  queries: readonly (readonly [key: readonly unknown[], data: unknown])[]
}

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

/** Gives an app what its page was drawn from, so that it draws the same and asks for none of it. */
export function takeDrawnReadings(client: QueryClient): void {
  for (const [key, data] of drawnReadings()?.queries ?? []) client.setQueryData(key, data)
}

/**
 * The address that the app starts at: that of the drawn page where this one was asked for by less, so that all of it is
 * taken over as it stands, and not once more for an address that came to name edition and audience.
 */
export function pinnedByDrawing({ href, origin, hash }: Location): string | null {
  const { address, asked } = drawnReadings() ?? {}
  return address && asked && partsOf(asked, origin) === partsOf(href, origin) ? address + hash : null
}

/**
 * Whether what stands in the page is what the app would draw at this address. A host of files sends one page for every
 * query of its path: any other is drawn anew.
 */
export function isDrawnFor({ href, origin }: { href: string; origin: string }): boolean {
  const drawn = drawnReadings()
  return drawn !== null && partsOf(drawn.address, origin) === partsOf(href, origin)
}

/** Hosts of files end an address with a slash. */
function partsOf(address: string, origin: string): string {
  const { pathname, search } = new URL(address, origin)
  return pathname.replace(/\/$/, '') + search
}

/** Once they are taken the element is only weight; gone, it says that the page answers, as does the mark of a drawn page. */
export function dropDrawnReadings(): void {
  document.getElementById(drawnReadingsId)?.remove()
  document.documentElement.removeAttribute(filesOfType)
}

let isOpened = false

/** Whether the page that is opened is the one that came drawn, whose readings all came with it: of a visit, the first. */
export function isFirstOfDrawn(): boolean {
  if (isOpened || drawnReadings() === null) return false
  isOpened = true
  return true
}

export type { AskReply, DrawLinkPicture, DrawnPage, DrawPage, LinkPicture, PicturedPage }
export { filesOfType, heldStyles, picturedPages }
