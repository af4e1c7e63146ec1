import { describePng } from './png-chunks.ts'
import type { BoardFile } from './svg-board.tsx'

/** Of the board's own size. */
export const pngScales = [1, 2, 3] as const
export type PngScale = (typeof pngScales)[number]

/** A board as an image of points, with what it says of itself inside. */
export async function boardPng(board: BoardFile, scale: PngScale): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([board.svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = board.width * scale
    canvas.height = board.height * scale
    const context = canvas.getContext('2d')
    if (!context) throw new Error('This browser cannot make images.')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    return describePng(await pngOf(canvas), board.about)
  } finally {
    URL.revokeObjectURL(url)
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((png) => {
      if (png) resolve(png)
      else reject(new Error('The image is too large for this browser.'))
    }, 'image/png')
  })
}
