/**
 * A page that is drawn before it is sent: what its drawing asks of the service, and what it makes of the answers. The
 * service reads the drawing from a build of its own, so both sides agree on this alone.
 */

/** Answers a path below the API's base as the service answers whoever the page is drawn for. */
export type AskReply = (path: string) => Promise<{ status: number; body: string }>

export interface DrawnPage {
  /** what stands in the page's root */
  html: string
  title: string
  /** a sentence of what it is, for searches and previews of links */
  description: string
  /** what was read for it, for the app that takes the page over: JSON */
  readings: string
}

/**
 * @param address path and query of a page
 * @returns null where it cannot be drawn whole: the app then draws it in the browser, and says what is amiss
 */
export type DrawPage = (address: string, ask: AskReply) => Promise<DrawnPage | null>

/** The element of a drawn page that holds its readings. */
export const drawnReadingsId = 'drawn-readings'
/** The attribute of a drawn page's style element that names the files whose styles stand in it. */
export const heldStyles = 'data-holds'
/** The attribute of a drawn page that says how many files of type it asks for ahead. */
export const filesOfType = 'data-type-files'
