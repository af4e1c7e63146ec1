import { type Face, wordsWidth } from '../../charts/type/words-width.ts'

export interface BoardBox {
  x: number
  y: number
  width: number
  height: number
}

export interface BoardText {
  text: string
  x: number
  /** the baseline */
  y: number
  size: number
  face: Face
  tone: 'ink' | 'muted' | 'illustrative' | 'withdrawn'
  anchor: 'start' | 'end'
}

export interface BoardRule {
  x: number
  y: number
  width: number
  isStrong: boolean
}

export interface BoardFrame extends BoardBox {
  tone: 'illustrative' | 'withdrawn'
}

/** Where the picture of one of the exhibits stands. */
export interface BoardPicture extends BoardBox {
  exhibit: number
  scale: number
}

/** The QR code: dark modules as a path of unit squares. */
export interface BoardCode extends BoardBox {
  path: string
  /** px of one module */
  module: number
}

/** Everything that stands on a board, where it stands: what is drawn is nothing else. */
export interface BoardLayout {
  width: number
  height: number
  texts: readonly BoardText[]
  rules: readonly BoardRule[]
  frames: readonly BoardFrame[]
  pictures: readonly BoardPicture[]
  /** null where the picture is itself a link */
  code: BoardCode | null
}

/** A part of a board, and where the next may begin. */
export interface BoardPart {
  texts: BoardText[]
  rules: BoardRule[]
  bottom: number
}

/** The room that a text takes, from the top of its capitals to the foot of its tails. */
export function boxOfText({ text, x, y, size, face, anchor }: BoardText): BoardBox {
  const width = wordsWidth(text, face, size)
  return { x: anchor === 'start' ? x : x - width, y: y - size * 0.72, width, height: size * 0.95 }
}

/** Lines of text under each other; `top` is where the first line's box begins. */
export function stackLines(
  lines: readonly string[],
  style: Omit<BoardText, 'text' | 'y'>,
  top: number,
  leading: number,
): { texts: BoardText[]; bottom: number } {
  const step = style.size * leading
  return {
    // the letters stand in the middle of their line, as a browser sets them
    texts: lines.map((text, index) => ({
      ...style,
      text,
      y: top + step * index + step / 2 + style.size * 0.33,
    })),
    bottom: top + step * lines.length,
  }
}
