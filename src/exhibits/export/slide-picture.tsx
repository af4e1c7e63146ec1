import type { ReactNode } from 'react'
import type { Exhibit, PictureSize } from '../../domain/exhibits/exhibit.ts'
import { boardPng } from './png-from-svg.ts'
import { drawLight, styleElement, svgText } from './svg-drawing.tsx'
import { fontFaces } from './svg-fonts.ts'

/** Points of the file to a px of the drawing: sharp on a projector, and a pack of ten can still be sent by mail. */
const sharpness = 2

/** The picture of an exhibit alone, without the words of a board: what stands on a slide beside text that can be edited. */
export async function drawSlidePicture(exhibit: Exhibit<ReactNode>, size: PictureSize): Promise<string> {
  const { width, height } = size
  const faces = await fontFaces()
  const drawing = drawLight(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="var(--font-text)"
    >
      <title>{exhibit.finding}</title>
      <rect width={width} height={height} fill="var(--surface-page)" />
      {exhibit.picture?.(size)}
    </svg>,
  )
  drawing.prepend(styleElement(faces))
  const svg = svgText(drawing)
  return await dataUrlOf(await boardPng({ svg, width, height, about: [] }, sharpness))
}

function dataUrlOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('The picture could not be read.'))
    reader.readAsDataURL(file)
  })
}
