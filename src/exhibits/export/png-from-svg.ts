import { describePng } from './png-chunks.ts'
import type { BoardFile } from './svg-board.tsx'
import { paintedWithWords } from './svg-words.ts'

/** Of the board's own size. */
export const pngScales = [1, 2, 3] as const
export type PngScale = (typeof pngScales)[number]

/** A board as an image of points, with what it says of itself inside. @throws where its words would be missing */
export async function boardPng(board: Omit<BoardFile, 'drawing'>, scale: PngScale): Promise<Blob> {
  const image = await paintedWithWords(board)
  const canvas = document.createElement('canvas')
  canvas.width = board.width * scale
  canvas.height = board.height * scale
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot make images.')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return describePng(await pngOf(canvas), board.about)
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => {
      if (png) resolve(png)
      else reject(new Error('The image is too large for this browser.'))
    }, 'image/png')
  })
}
