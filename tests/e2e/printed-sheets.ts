import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of each sheet of a PDF, in the order in which they were drawn. */
export async function wordsOnSheets(pdf: Buffer): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const opened = await task.promise
  const sheets: string[] = []
  for (let number = 1; number <= opened.numPages; number++) {
    const { items } = await (await opened.getPage(number)).getTextContent()
    sheets.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  await task.destroy()
  return sheets
}

/** What a sheet says beside its running foot and the page's own, letter by letter. */
export function besideFoot(sheet: string, foot: string): string {
  const letters = (text: string) => text.replaceAll(/\s/g, '')
  const known = new Set(foot.split(/\s+/).map(letters))
  return sheet
    .split(/\s+/)
    .filter((word) => word !== '' && !known.has(letters(word)))
    .join(' ')
}
