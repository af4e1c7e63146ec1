/** Advance widths of Source Sans 3 by kind of character, in ems; a little wide, so that nothing is cut. */
const space = / /
const narrow = /[iljtfr.,:;'|!()[\]]/
const wide = /[mwMW%@]/
const capital = /[A-Z]/
/** accents, joiners and marks of direction, which take no room of their own */
const unseen = /[\p{Mn}\p{Cf}]/u
/** pictures and letters as wide as they are high, set in a font of the reader's */
const square = /[\p{Extended_Pictographic}\u2e80-\u9fff\uac00-\ud7af\uff00-\uff60]/u

/**
 * Width of a text in pixels, without a browser: labels are placed before anything is drawn.
 * @example 'Target 150' at 14 px → about 68
 */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  let ems = 0
  for (const character of text) {
    if (space.test(character)) ems += 0.22
    else if (unseen.test(character)) continue
    else if (square.test(character)) ems += 1.25
    else if (narrow.test(character)) ems += 0.33
    else if (wide.test(character)) ems += 0.86
    else if (capital.test(character)) ems += 0.6
    else ems += 0.51
  }
  return ems * fontSize * (isBold ? 1.03 : 1)
}

/**
 * Whole words as long as they fit, then an ellipsis; of one word alone, as many letters as fit.
 * @example a word of 60 letters, 80 px at 14 px → 'Reablement…'
 */
export function shorten(text: string, room: number, fontSize: number, isBold = false): string {
  const fits = (shown: string) => textWidth(shown, fontSize, isBold) <= room
  if (fits(text)) return text
  const words = text.split(' ')
  while (words.length > 1 && !fits(`${words.join(' ')}…`)) words.pop()
  const letters = [...words.join(' ')]
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop()
  return `${letters.join('')}…`
}

/** Whole words in as many lines as they need; a word wider than the room is broken where it must be. */
export function breakIntoLines(text: string, room: number, fontSize: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && textWidth(longer, fontSize) <= room) lines[lines.length - 1] = longer
    else lines.push(...piecesOf(word, room, fontSize))
  }
  return lines
}

function piecesOf(word: string, room: number, fontSize: number): string[] {
  const pieces = ['']
  for (const letter of word) {
    const longer = `${pieces.at(-1)}${letter}`
    if (textWidth(longer, fontSize) <= room || longer === letter) pieces[pieces.length - 1] = longer
    else pieces.push(letter)
  }
  return pieces
}
