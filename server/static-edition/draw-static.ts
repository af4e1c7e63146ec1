import { createHash } from 'node:crypto'
import type { LinkPicture } from '../../src/contract/drawn-page.ts'
import { paintLinkPicture } from '../pictures/paint-link-picture.ts'
import { openDrawingBuild } from '../static/build.ts'
import type { FirstReadings } from '../static/first-readings.ts'
import { isDrawnPage } from '../static/pages.ts'
import { writeDrawn } from '../static/write-drawn.ts'
import type { Ask } from './collect-replies.ts'

export interface StaticPage {
  html: string
  /** the styles of single elements: a host of files sends one policy with every page, and it names no style in a page */
  styles: { file: string; rules: string } | null
}

export interface StaticDrawing {
  /** null for what the browser draws */
  page: (path: string) => Promise<StaticPage | null>
  /** what messages show beside links; null where none is painted */
  picture: (picture: LinkPicture) => Promise<Buffer | null>
  /** whether it is known where the copy will stand, and pictures can be painted here */
  hasPictures: boolean
}

/**
 * Draws the pages of an edition that is published as files, by the same code as the service.
 *
 * @param first session, organisation and editions as the copy has them; everything else is asked for
 * @param origin where the copy will stand: links to it have no picture where that is not known
 */
export async function openStaticDrawing(
  assets: string,
  ask: Ask | undefined,
  first: FirstReadings,
  origin: string | null,
): Promise<StaticDrawing> {
  const build = ask && (await openDrawingBuild(assets))
  if (!build) return { page: async () => null, picture: async () => null, hasPictures: false }
  const answer: Ask = async (path) =>
    Object.hasOwn(first, path) ? { status: 200, body: JSON.stringify(first[path]) } : await ask(path)
  const pictures = origin === null ? null : build.pictures
  const page = async (path: string): Promise<StaticPage | null> => {
    if (!isDrawnPage(path)) return null
    const drawn = await build.draw(path, answer)
    if (!drawn) return null
    const { html, rules } = writeDrawn(build.template, drawn, build.filesOf(path), null, pictures && origin)
    if (!rules) return { html, styles: null }
    const file = `/assets/drawn-${createHash('sha256').update(rules).digest('hex').slice(0, 12)}.css`
    const linked = html.replace('</head>', () => `<link rel="stylesheet" href="${file}"></head>`)
    return { html: linked, styles: { file, rules } }
  }
  return {
    page,
    hasPictures: Boolean(pictures),
    picture: async (picture) => pictures && (await paintLinkPicture(pictures, picture, answer)),
  }
}
