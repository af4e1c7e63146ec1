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
  /** what a message shows beside a link to it; null where there is no picture of what everybody may see there */
  picture: LinkPicture | null
}

/** Pages that have a picture of their own beside links, by their names in its address. */
export const picturedPages = ['overview', 'plan', 'emerging', 'safeguarding', 'changes'] as const
export type PicturedPage = (typeof picturedPages)[number]

/** What is drawn, of which edition, always as the panel sees it: the trend of a measure, or what a page opens with. */
export type LinkPicture = { edition: number } & ({ kpi: string } | { page: PicturedPage })

/** where a picture is served, and lies in an edition that is published as files */
export const linkPicturePath = (picture: LinkPicture) =>
  'kpi' in picture
    ? `/pictures/edition-${picture.edition}/${encodeURIComponent(picture.kpi)}.png`
    : `/pictures/pages-of-edition-${picture.edition}/${picture.page}.png`
/** in px */
export const linkPictureSize = { width: 1200, height: 630 }

/**
 * @returns the picture as the markup of an SVG, whose looks are in the app's styles; null where there is nothing to draw
 */
export type DrawLinkPicture = (picture: LinkPicture, ask: AskReply) => Promise<string | null>

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
