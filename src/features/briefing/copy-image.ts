import { boardPng, type PngScale } from '../../exhibits/export/png-from-svg.ts'
import type { BoardFile } from '../../exhibits/export/svg-board.tsx'

/** wide enough for a slide or a page, and not so wide that a letter would drown in it */
const enoughPoints = 1500

/** Puts the board on the clipboard as an image. @throws where the browser does not allow it */
export async function copyImage(board: BoardFile): Promise<void> {
  const scale: PngScale = board.width < enoughPoints ? 2 : 1
  // given as a promise: the browser must see at once that a press asked for it
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': boardPng(board, scale) })])
}
