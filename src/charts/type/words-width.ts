import { letterWidths } from './letter-widths.ts'

/** `text` and `strong` are the sans, `finding` is the serif that findings alone are set in. */
export type Face = keyof typeof letterWidths

/** As wide as most: a letter that no font of ours holds is set in one of the reader's. */
const unknownLetter = 620
/** pictures and letters as wide as they are high, set in a font of the reader's */
const square = /[\p{Extended_Pictographic}\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/u
const squareLetter = 1250
/** accents, joiners and marks of direction, which take no room of their own */
const unseen = /[\p{Mn}\p{Cf}]/gu
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
 * Width of words in px as they are set, without a browser: nothing is drawn to find out.
 * @example 'OFFICIAL' in strong at 20 px → about 84
 */
export function wordsWidth(words: string, face: Face, size: number): number {
  // an accent is a letter of its own after this
  const letters = [...words.normalize('NFD').replaceAll(unseen, '')]
  const ems = letters.reduce((sum, letter) => sum + widthOf(letter, widths[face]) / 1000, 0)
  return ems * allowance * size
}

function widthOf(letter: string, known: ReadonlyMap<string, number>): number {
  return known.get(letter) ?? (square.test(letter) ? squareLetter : unknownLetter)
}
