import { type Face, wordsWidth } from './words-width.ts'

export interface SetWords {
  size: number
  lines: readonly string[]
}

/**
 * Words in lines that are at most so wide. A word that is wider than a line, such as a long address, is broken
 * where it must be: nothing is ever cut.
 *
 * @param indent room that is taken at the start of the first line
 * @example 'The list has stopped falling', 130 px at 20 px → ['The list has', 'stopped falling']
 */
export function wrapWords(words: string, width: number, face: Face, size: number, indent = 0): string[] {
  const lines: string[] = []
  let line = ''
  const roomOf = () => width - (lines.length === 0 ? indent : 0)
  const fits = (text: string) => wordsWidth(text, face, size) <= roomOf()
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) {
      line = longer
      continue
    }
    if (line || (lines.length === 0 && indent > 0)) lines.push(line)
    const pieces = breakWord(word, width, face, size)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line ? [...lines, line] : lines
}

/**
 * Whole words as long as they fit, then an ellipsis; of one word alone, as many letters as fit.
 * @example a word of 60 letters, 80 px in text at 14 px → 'Reablement…'
 */
export function shorten(text: string, width: number, face: Face, size: number): string {
  const fits = (shown: string) => wordsWidth(shown, face, size) <= width
  if (fits(text)) return text
  const words = text.split(' ')
  while (words.length > 1 && !fits(`${words.join(' ')}…`)) words.pop()
  const letters = [...words.join(' ')]
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('')}…`
}

/** Pieces of a word that each have room on a line; nearly always the word itself. */
function breakWord(word: string, width: number, face: Face, size: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece && wordsWidth(piece + letter, face, size) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}

/**
 * Words at the largest of these sizes at which they take no more than so many lines; at the smallest, however
 * many lines they then take.
 */
export function fitWords(
  words: string,
  width: number,
  mostLines: number,
  face: Face,
  sizes: readonly number[],
): SetWords {
  let set: SetWords = { size: 0, lines: [] }
  for (const size of sizes) {
    set = { size, lines: wrapWords(words, width, face, size) }
    if (set.lines.length <= mostLines) return set
  }
  return set
}

/** The same number of lines, as even as they can be: a title does not end in one lonely word. */
export function balance({ size, lines }: SetWords, width: number, face: Face): SetWords {
  if (lines.length < 2) return { size, lines }
  const words = lines.join(' ')
  let enough = width
  let tooLittle = width / 2
  for (let step = 0; step < 8; step += 1) {
    const middle = (enough + tooLittle) / 2
    if (wrapWords(words, middle, face, size).length <= lines.length) enough = middle
    else tooLittle = middle
  }
  return { size, lines: wrapWords(words, enough, face, size) }
}
