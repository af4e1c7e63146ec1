import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** The school year of the grade, and the age of its pupils: grade 1 begins at five or six in the United States. */
const ageAtGradeNought = 5

/**
 * Reading age of running text by the Flesch–Kincaid grade, plus five.
 *
 * Counted as Flesch set out (The Art of Readable Writing, 1949): a sentence is a full unit of speech, ended by a full
 * stop, a semicolon or a colon (dashes would end one too, and are left out; so is the first colon of a text, which
 * ends the name of a measure and no unit of speech: the stricter reading); a word is what stands between spaces; figures, symbols and abbreviations, and so the dates and months that we
 * write ('30', 'Sep', '2025', '44%'), are words of one syllable. Brackets and marks are no part of a word.
 */
export function readingAge(text: string): number {
  const units = unitsOf(text)
  const words = units.flat()
  return (
    ageAtGradeNought +
    fleschKincaid({
      sentence: units.length,
      word: words.length,
      syllable: words.reduce((sum, word) => sum + syllablesOf(word), 0),
    })
  )
}

/**
 * The Flesch–Kincaid grade of a headline, read strictly: full stops alone end a sentence. The name of a measure is its
 * own, and not ours to make plain: it is left to whoever calls this to put one plain word for it.
 */
export function headlineGrade(text: string): number {
  return readingAge(text.replaceAll(/[:;](?=\s)/g, ',')) - ageAtGradeNought
}

/** Words of the longest unit of speech. */
export function longestUnit(text: string): number {
  return Math.max(...unitsOf(text).map((words) => words.length))
}

/** The words of each. */
function unitsOf(text: string): string[][] {
  return text
    .replace(': ', ' ')
    .split(/[.;:](?:\s|$)/)
    .map(wordsOf)
    .filter((words) => words.length > 0)
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(isWord)
}

/** Thousands of texts share a few hundred words. */
const told = new Map<string, boolean>()

function isWord(piece: string): boolean {
  const known = told.get(piece)
  if (known !== undefined) return known
  const is = /[\p{L}\d]/u.test(piece)
  told.set(piece, is)
  return is
}

const months = /^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/
const counted = new Map<string, number>()

function syllablesOf(word: string): number {
  const known = counted.get(word)
  if (known !== undefined) return known
  const count = countSyllables(word.replace(/[^\p{L}\d’-]/gu, ''))
  counted.set(word, count)
  return count
}

function countSyllables(letters: string): number {
  if (/\d/.test(letters) || months.test(letters)) return 1
  return letters.split('-').reduce((sum, part) => sum + Math.max(1, syllable(part.replaceAll('’', ''))), 0)
}
