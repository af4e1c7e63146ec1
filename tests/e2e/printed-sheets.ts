import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One sheet of a PDF, as its words stand on it. */
export interface PrintedSheet {
  /** in the order in which they were drawn, without the running foot */
  words: string
  /** the room below the lowest words, as a share of the room between the margins */
  emptyBelow: number
  /** words of less than eight points, with their size */
  smallPrint: readonly string[]
}

const pointsPerMillimetre = 72 / 25.4
/** base.css and BriefingPage.module.css, @page: the running foot stands in the margin below */
const margins = { upright: { top: 14, bottom: 16 }, lying: { top: 10, bottom: 14 } }
/** Eight, less what a browser rounds away in scaling a picture. */
const leastPoints = 7.9

export async function readSheets(pdf: Buffer): Promise<PrintedSheet[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const opened = await task.promise
  const sheets: PrintedSheet[] = []
  for (let number = 1; number <= opened.numPages; number++) {
    const sheet = await opened.getPage(number)
    const { width, height } = sheet.getViewport({ scale: 1 })
    const { top, bottom } = width > height ? margins.lying : margins.upright
    const foot = bottom * pointsPerMillimetre
    const { items } = await sheet.getTextContent()
    const texts = items
      .flatMap((item) => ('str' in item && item.str.trim() ? [item] : []))
      .map(({ str, transform: [, , across = 0, up = 0, , y = 0] }) => ({
        text: str,
        y,
        points: Math.hypot(across, up),
      }))
      .filter(({ y }) => y >= foot - 1)
    const room = height - foot - top * pointsPerMillimetre
    sheets.push({
      words: texts.map(({ text }) => text).join(' '),
      emptyBelow: (Math.min(height, ...texts.map(({ y }) => y)) - foot) / room,
      smallPrint: texts
        // a letter that our font lacks comes from the system's, at the size that suits its own height
        .filter(({ text, points }) => points < leastPoints && /[a-z0-9]/i.test(text))
        .map(({ text, points }) => `${points.toFixed(1)} pt: ${text.slice(0, 40)}`),
    })
  }
  await task.destroy()
  return sheets
}

/** More of a sheet than what stays whole (a chart, a row) may leave empty. */
const mostEmpty = 0.4
/** A last sheet that holds less reads as if something had been lost. */
const leastOnLast = 0.05

export interface PaperRules {
  /** what is said below each picture, which stands with it; without spaces */
  saidOfPictures?: readonly string[]
  /** what begins a sheet of its own accord leaves the one before as it is: an item of a pack, the words of a briefing */
  beginsSheets?: boolean
}

const withoutSpaces = (words: string) => words.replaceAll(/\s/g, '')

/** The last words below each picture of a list, as the page holds them. */
export async function readSaidOfPictures(page: Page): Promise<string[]> {
  const said = await page
    .locator('li:has(> figure) > :last-child:not(figure)')
    .evaluateAll((below) => below.map(({ textContent }) => textContent))
  return [...new Set(said.map(withoutSpaces))].filter((words) => words !== '')
}

/** What a reader of the sheets would complain of, each in words. */
export function paperFaults(
  sheets: readonly PrintedSheet[],
  { saidOfPictures = [], beginsSheets = false }: PaperRules = {},
) {
  const last = sheets.length - 1
  return sheets.flatMap(({ words, emptyBelow, smallPrint }, index) => {
    const place = `sheet ${index + 1} of ${sheets.length}`
    const empty = `${Math.round(100 * emptyBelow)}% empty below “…${words.slice(-60)}”`
    return [
      ...(index > 0 && saidOfPictures.some((said) => withoutSpaces(words).startsWith(said))
        ? [`${place} begins with what is said of a picture on the one before: “${words.slice(0, 40)}…”`]
        : []),
      ...smallPrint.map((print) => `${place}: print of ${print}`),
      ...(index < last && emptyBelow > mostEmpty && !beginsSheets ? [`${place} is ${empty}`] : []),
      ...(index === last && last > 0 && emptyBelow > 1 - leastOnLast
        ? [`the last, ${place}, is ${empty}`]
        : []),
    ]
  })
}
