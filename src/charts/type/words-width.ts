import { letterWidths } from './letter-widths.ts'

/** `text` and `strong` are the sans, `finding` is the serif that findings alone are set in. */
export type Face = keyof typeof letterWidths

/** As wide as most: a letter that no font of ours holds is set in one of the reader's. */
const unknownLetter = 620
/** hinting and kerning differ a little from the sum of the letters */
const allowance = 1.01

const widths: Record<Face, ReadonlyMap<string, number>> = {
  text: widthsOf(letterWidths.text),
  strong: widthsOf(letterWidths.strong),
  finding: widthsOf(letterWidths.finding),
}

function widthsOf(groups: readonly (readonly [width: number, letters: string])[]): Map<string, number> {
  return new Map(groups.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)))
}

/**
 * Width of words in px as a board sets them, without a browser: nothing is drawn to find out.
 * @example 'OFFICIAL' in strong at 20 px → about 84
 */
export function wordsWidth(words: string, face: Face, size: number): number {
  // an accent is a letter of its own after this, and takes no room
  const letters = [...words.normalize('NFD').replaceAll(/\p{Mn}/gu, '')]
  const ems = letters.reduce((sum, letter) => sum + (widths[face].get(letter) ?? unknownLetter) / 1000, 0)
  return ems * allowance * size
}
