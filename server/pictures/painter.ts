import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Paints an SVG that stands by itself as a PNG of its own size; null where its words cannot all be set. */
export type Paint = (svg: string) => Promise<Buffer | null>

/** What the faces that the build wrote call themselves, by what the app's styles call them. */
export const faces = {
  '--font-text': 'Source Sans 3 ExtraLight',
  '--font-finding': 'Source Serif 4 SemiBold',
}

/** Letters that the faces hold: see the build (vite.config.ts). */
const held = /^[\t\n\r\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u2010-\u2026\u20ac\u2122\u2190-\u2193\u2212]*$/

/**
 * Paints without a browser, with the product's own type and none of the machine's, so that a picture is the same
 * wherever it is made. Null where the library has no binary for this machine, or nothing was built to paint with.
 *
 * @param folder of the faces
 */
export async function openPainter(folder: string): Promise<Paint | null> {
  if (!existsSync(folder)) return null
  const fontFiles = readdirSync(folder).map((file) => join(folder, file))
  const library = await import('@resvg/resvg-js').catch(() => null)
  if (!library || fontFiles.length === 0) return null
  return async (svg) => {
    if (!held.test(wordsOf(svg))) return null
    const image = await library.renderAsync(svg, {
      font: { fontFiles, loadSystemFonts: false, defaultFontFamily: faces['--font-text'] },
    })
    return image.asPng()
  }
}

/** What stands in its texts; titles and descriptions are not painted. */
function wordsOf(svg: string): string {
  return [...svg.matchAll(/<text[ >].*?<\/text>/gs)].map(([text]) => text.replaceAll(/<[^>]*>/g, '')).join('')
}
