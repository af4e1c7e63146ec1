import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DrawLinkPicture, DrawPage } from '../../src/contract/drawn-page.ts'
import { openPainter, type Paint } from '../pictures/painter.ts'
import { chunksOf, type Manifest, type PageFiles } from './chunks.ts'
import { stylesOf } from './write-drawn.ts'

/** What draws and paints the pictures that messages show beside links. */
export interface PictureBuild {
  draw: DrawLinkPicture
  paint: Paint
  /** every style of the pages whose pictures are no tables */
  styles: string
}

/** A build of the app that can draw its pages. */
export interface DrawingBuild {
  draw: DrawPage
  /** the page as the browser's build wrote it, with nothing drawn in it */
  template: string
  /** null where no picture can be painted here */
  pictures: PictureBuild | null
  /** what the page of a path needs beside the app itself */
  filesOf: (path: string) => PageFiles
  /** what stands in a style of that address */
  styleAt: (address: string) => string
  /** false once another build lies in its place: its pages are not ours to draw */
  isStanding: () => boolean
}

/**
 * The drawing that was built beside an app; null where there is none, and pages are drawn by the browser alone.
 *
 * @param assets the folder of the built app; what draws its pages lies in one of its own beside it
 */
export async function openDrawingBuild(assets: string): Promise<DrawingBuild | null> {
  const module = `${assets}-drawing/draw-page.js`
  const manifest = join(assets, '.vite', 'manifest.json')
  const page = join(assets, 'index.html')
  if (![module, manifest, page].every((file) => existsSync(file))) return null
  const changedAt = () => (existsSync(page) ? statSync(page).mtimeMs : 0)
  const builtAt = changedAt()
  const { drawPage } = (await import(pathToFileURL(module).href)) as { drawPage: DrawPage }
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest
  const template = readFileSync(page, 'utf8')
  const filesOf = (path: string) => chunksOf(chunks, path)
  const stylesAt = (path: string) => filesOf(path).styles
  const styleAt = (address: string) => readFileSync(join(assets, address), 'utf8').trim()
  return {
    draw: drawPage,
    template,
    pictures: await openPictures(`${assets}-drawing`, () =>
      [...new Set([...stylesOf(template), ...['/kpis/any', '/safeguarding'].flatMap(stylesAt)])]
        .map(styleAt)
        .join('\n'),
    ),
    filesOf,
    styleAt,
    isStanding: () => changedAt() === builtAt,
  }
}

async function openPictures(folder: string, readStyles: () => string): Promise<PictureBuild | null> {
  const module = join(folder, 'draw-link-picture.js')
  const paint = existsSync(module) ? await openPainter(join(folder, 'faces')) : null
  if (!paint) return null
  const { drawLinkPicture } = (await import(pathToFileURL(module).href)) as {
    drawLinkPicture: DrawLinkPicture
  }
  return { draw: drawLinkPicture, paint, styles: readStyles() }
}
