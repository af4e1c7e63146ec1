import { wordsWidth } from '../../charts/type/words-width.ts'
import { wrapWords } from '../../charts/type/wrap-words.ts'
import type { Exhibit, ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { BoardMeasures } from './board-format.ts'
import { type BoardCode, type BoardPart, type BoardText, stackLines } from './board-layout.ts'
import { qrCode } from './qr-code.ts'

const leading = 1.36
const mostLines = 5
const codeWords = {
  one: ['Same picture, figures', 'and definitions online'],
  several: ['Same pictures online'],
}

export interface FootWords {
  origin: ExhibitOrigin
  notes: readonly string[]
  sources: readonly string[]
  /** opens the same again; null in a picture that is itself a link, where it would say nothing new */
  address: string | null
  /** how many exhibits the board has */
  count: number
}

/** Notes of several exhibits: what holds for all is said once, what holds for one is said of it. */
export function notesOf(exhibits: readonly Exhibit<unknown>[], letters: readonly string[]): string[] {
  const every = [...new Set(exhibits.flatMap(({ notes }) => notes))]
  return every.map((note) => {
    const holding = letters.filter((_, index) => exhibits[index]?.notes.includes(note))
    return holding.length === exhibits.length ? note : `${holding.join(', ')}: ${note}`
  })
}

/** A longer note, such as the reason of a change told at length, would take the room of the picture. */
const longestNote = 240
/** among notes of several, whose pictures are small */
const longestAmongSeveral = 64

function shortNotes(notes: readonly string[], count: number): string[] {
  const most = count > 1 ? longestAmongSeveral : longestNote
  const isLong = (note: string) => note.length > most
  return [
    ...notes.map((note) => (isLong(note) ? `${note.slice(0, most).replace(/[\s,;:.]+\S*$/, '')}…` : note)),
    ...(notes.some(isLong) ? ['Notes that end in … are whole on each measure’s page.'] : []),
  ]
}

function wordsOf({ origin, notes, sources, count }: FootWords): { edition: string; rest: string } {
  const { edition, organisation } = origin
  return {
    edition: `Edition ${edition.number}, ${edition.label}.`,
    rest: [
      `Data as at ${formatDate(edition.dataAsAt)}.`,
      ...(edition.withdrawn ? ['This edition was withdrawn: its figures should no longer be used.'] : []),
      ...shortNotes(notes, count),
      `Source: ${sources.join('; ')}.`,
      ...(organisation.illustrative ? ['Invented figures, not the council’s.'] : []),
    ].join(' '),
  }
}

/** What must be known to read the board, which edition it is, and where the same stands. It hangs from the bottom. */
export function layFoot(words: FootWords, measures: BoardMeasures): LaidFoot {
  return words.address === null
    ? layFewWords(words, measures)
    : layWithCode({ ...words, address: words.address }, measures)
}

type LaidFoot = BoardPart & { code: BoardCode | null; top: number }

/** More would leave a small picture no room: what is not noted there stands on its page. */
const mostLinesOnLink = 2

function layFewWords(words: FootWords, measures: BoardMeasures): LaidFoot {
  const { width, height, margin } = measures
  const room = width - 2 * margin
  const linesOf = ({ texts }: { texts: readonly BoardText[] }) => new Set(texts.map(({ y }) => y)).size
  let set = setWords(words, measures, room)
  for (let kept = words.notes.length - 1; kept >= 0 && linesOf(set) > mostLinesOnLink; kept -= 1) {
    const notes = [...words.notes.slice(0, kept), 'More is noted on its page.']
    set = setWords({ ...words, notes }, measures, room)
  }
  const { size, texts } = set
  const inside = linesOf(set) * size * leading
  const top = height - margin * 0.4 - inside - size * 0.75
  const first = top + size * 0.75
  return {
    texts: texts.map((text) => ({ ...text, y: first + text.y })),
    rules: [{ x: margin, y: top, width: room, isStrong: true }],
    code: null,
    top,
    bottom: first + inside,
  }
}

function layWithCode(words: FootWords & { address: string }, measures: BoardMeasures): LaidFoot {
  const { width, height, margin } = measures
  const { path, modules } = qrCode(words.address)
  const module = Math.max(2, Math.floor(measures.code / modules))
  const side = modules * module
  const smallest = measures.foot.at(-1) ?? 15
  const invitation = words.count > 1 ? codeWords.several : codeWords.one
  const codeWordsWidth = Math.max(...invitation.map((line) => wordsWidth(line, 'text', smallest)))
  const codeX = width - margin - side
  const room = codeX - margin - codeWordsWidth - smallest * 3
  const { size, texts } = setWords(words, measures, room)
  const lines = new Set(texts.map(({ y }) => y)).size
  const inside = Math.max(lines * size * leading, side)
  const top = height - margin * 0.4 - inside - size * 0.75
  const first = top + size * 0.75
  const beside = stackLines(
    invitation,
    { x: codeX - smallest * 0.6, size: smallest, face: 'text', tone: 'muted', anchor: 'end' },
    first,
    leading,
  )
  return {
    texts: [...texts.map((text) => ({ ...text, y: first + text.y })), ...beside.texts],
    rules: [{ x: margin, y: top, width: width - 2 * margin, isStrong: true }],
    code: { x: codeX, y: first, width: side, height: side, path, module },
    top,
    bottom: first + inside,
  }
}

/** The lines at the largest size at which they are few enough, from zero downwards. */
function setWords(words: FootWords, { margin, foot }: BoardMeasures, room: number) {
  const { edition, rest } = wordsOf(words)
  let set: { size: number; texts: BoardText[] } = { size: 0, texts: [] }
  for (const size of foot) {
    // a long label takes lines of its own; what follows goes on behind its last
    const named = wrapWords(edition, room, 'strong', size)
    const indent = wordsWidth(`${named.at(-1) ?? ''} `, 'strong', size)
    const below = (named.length - 1) * size * leading
    const style = { x: margin, size, face: 'text', tone: 'muted', anchor: 'start' } as const
    const lines = [
      ...wrapWords(rest, room, 'text', size, indent),
      ...(words.address === null ? [] : wrapWords(words.address, room, 'text', size)),
    ]
    const stacked = stackLines(lines, style, below, leading).texts.map((text, index) =>
      index === 0 ? { ...text, x: margin + indent } : text,
    )
    const first = stackLines(named, { ...style, face: 'strong', tone: 'ink' }, 0, leading).texts
    set = { size, texts: [...first, ...stacked.filter(({ text }) => text)] }
    if (lines.length + named.length - 1 <= mostLines) return set
  }
  return set
}
