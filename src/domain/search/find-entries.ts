import { abbreviations } from './abbreviations.ts'
import { type Likeness, likeness } from './match-word.ts'
import { wordsOf } from './words.ts'

/** Something that can be found. */
export interface Findable {
  label: string
  /** further texts that it is found by, each counting for less than the label */
  keywords: readonly string[]
}

export interface SearchIndex<Entry extends Findable> {
  entries: readonly { entry: Entry; label: readonly string[]; keywords: readonly string[] }[]
}

const strength: Record<Likeness, number> = {
  same: 1,
  beginning: 0.8,
  'same-stem': 0.7,
  misspelt: 0.5,
  none: 0,
}
const keywordShare = 0.6
/** for a label that begins with what was typed */
const openingBonus = 0.15
const littleWords = new Set(wordsOf('a an and at by for from how in is of on or the to with'))

/** Reads the words of all entries once, so that each letter typed costs little. */
export function indexEntries<Entry extends Findable>(entries: readonly Entry[]): SearchIndex<Entry> {
  return {
    entries: entries.map((entry) => ({
      entry,
      label: wordsOf(entry.label),
      keywords: wordsOf(
        [...entry.keywords, ...otherForms([entry.label, ...entry.keywords].join(' '))].join(' '),
      ),
    })),
  }
}

/**
 * The entries that answer to what was typed, best first; equals keep the order in which they were given.
 *
 * Every word typed must be found in an entry; where no entry has them all, those that have at least half of them
 * are given. A word counts as misspelt only where no entry has it spelt so. Nothing typed finds nothing.
 *
 * @example 'ot wating' → 'Waiting for OT assessment', …
 */
export function findEntries<Entry extends Findable>(
  index: SearchIndex<Entry>,
  typed: string,
  most: number,
): Entry[] {
  const words = queryWords(typed)
  if (words.length === 0) return []
  const scores = words.map((word) => scoresOfWord(index, word))
  const ranked = index.entries.map(({ entry, label }, position) => {
    const each = scores.map((ofWord) => ofWord[position] ?? 0)
    const found = each.filter((score) => score > 0).length
    const opens = words.every((word, place) => !isShort(word) && (label[place]?.startsWith(word) ?? false))
    const mean = each.reduce((total, score) => total + score, 0) / words.length
    return { entry, found, score: mean + (opens ? openingBonus : 0) }
  })
  const isWhole = ranked.some(({ found }) => found === words.length)
  const least = isWhole ? words.length : Math.max(1, words.length / 2)
  return ranked
    .filter(({ found }) => found >= least)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry)
}

function queryWords(typed: string): string[] {
  const words = wordsOf(typed)
  const telling = words.filter((word) => !littleWords.has(word))
  return telling.length > 0 ? telling : words
}

/** How well each entry answers to one word; near misses count only where nothing answers to it as it stands. */
function scoresOfWord<Entry extends Findable>(index: SearchIndex<Entry>, word: string): number[] {
  const score = (isStrict: boolean) =>
    index.entries.map(({ label, keywords }) =>
      Math.max(
        bestOf(word, label, isStrict),
        keywordShare *
          bestOf(word, isShort(word) ? keywords.filter((one) => one === word) : keywords, isStrict),
      ),
    )
  const asItStands = score(true)
  return asItStands.some((one) => one > 0) ? asItStands : score(false)
}

/** Too short to be the beginning of a keyword, or to prefer a label that begins so: 'ot' is not 'other'. */
function isShort(word: string): boolean {
  return word.length < 3
}

function bestOf(word: string, known: readonly string[], isStrict: boolean): number {
  return known.reduce((best, one) => {
    const like = likeness(word, one)
    return isStrict && like === 'misspelt' ? best : Math.max(best, strength[like])
  }, 0)
}

/** The other side of every abbreviation that a text holds. */
function otherForms(text: string): string[] {
  const padded = ` ${wordsOf(text).join(' ')} `
  const holds = (form: string) => padded.includes(` ${wordsOf(form).join(' ')} `)
  return abbreviations.flatMap(([short, long]) => [
    ...(holds(short) ? [long] : []),
    ...(holds(long) ? [short] : []),
  ])
}
