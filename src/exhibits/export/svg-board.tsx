import { Board, type BoardProps } from '../board/Board.tsx'
import { boardMeasures } from '../board/board-format.ts'
import { aboutRows, addressOf } from './about-rows.ts'
import { drawLight, styleElement, svgText } from './svg-drawing.tsx'
import { fontFaces } from './svg-fonts.ts'
import { metadataElement } from './svg-metadata.ts'

export interface BoardAsked extends Omit<BoardProps, 'address'> {
  /** the scheme and host that addresses begin with */
  siteOrigin: string
  /** opens the same again, where that is not the exhibit's own page */
  address?: string
}

export interface BoardFile {
  svg: string
  /** what the file was written from, to be shown in the page with the page's own fonts */
  drawing: SVGSVGElement
  width: number
  height: number
  /** what it says of itself, for a file that has no room for it in sight */
  about: ReturnType<typeof aboutRows>
}

/**
 * A board as an SVG that stands by itself: no style sheet, no file beside it, words that can be selected. The same
 * exhibits of the same edition give the same bytes in every browser of one make.
 */
export async function boardFile(asked: BoardAsked): Promise<BoardFile> {
  const { exhibits, format, siteOrigin } = asked
  const address = asked.address ?? addressOf(exhibits[0], siteOrigin)
  const faces = await fontFaces()
  const drawing = drawLight(<Board exhibits={exhibits} format={format} address={address} />)
  const about = exhibits.flatMap((exhibit) => aboutRows(exhibit, siteOrigin))
  const onlyInFile = [metadataElement(about), styleElement(faces)]
  drawing.querySelector(':scope > desc')?.after(...onlyInFile)
  const svg = svgText(drawing)
  for (const element of onlyInFile) element.remove()
  const { width, height } = boardMeasures[exhibits.length > 1 ? 'four' : format]
  return { svg, drawing, width, height, about }
}
