import { useCallback } from 'react'
import type { BoardFile } from '../../exhibits/export/svg-board.tsx'

export interface DrawnBoardProps {
  board: Pick<BoardFile, 'drawing'>
  alt: string
  className: string | undefined
}

/**
 * The very drawing that the files are written from, as part of the page. An SVG with fonts of its own, shown as an
 * image, is painted by WebKit without a word: decision 0028.
 */
export function DrawnBoard({ board: { drawing }, alt, className }: DrawnBoardProps) {
  const place = useCallback(
    (element: HTMLDivElement | null) => {
      // they name a file; in a page they would be said once more, and hang over it as a hint
      for (const words of drawing.querySelectorAll(':scope > title, :scope > desc')) words.remove()
      drawing.setAttribute('aria-hidden', 'true')
      element?.replaceChildren(drawing)
    },
    [drawing],
  )
  return <div ref={place} className={className} role="img" aria-label={alt} />
}
