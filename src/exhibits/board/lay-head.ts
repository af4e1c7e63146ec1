import { wordsWidth } from '../../charts/type/words-width.ts'
import { balance, fitWords, wrapWords } from '../../charts/type/wrap-words.ts'
import type { ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import type { BoardMeasures } from './board-format.ts'
import { type BoardFrame, type BoardPart, type BoardText, stackLines } from './board-layout.ts'

/** the dark edge along the top */
export const edge = 8

/** Whose figures these are, what kind, and how they may be passed on: the first line of every board. */
export function layPlace(
  { organisation, edition }: ExhibitOrigin,
  { width, margin, place: size }: BoardMeasures,
): BoardPart & { frames: BoardFrame[] } {
  const top = edge + size * 1.2
  const height = size * 1.5
  const baseline = top + height / 2 + size * 0.33
  const inside = width - 2 * margin
  const place = `${organisation.service} · ${organisation.name}`
  const tags = [
    ...(organisation.illustrative ? [{ words: 'Illustrative data', tone: 'illustrative' as const }] : []),
    ...(edition.withdrawn ? [{ words: 'Withdrawn: no longer to be used', tone: 'withdrawn' as const }] : []),
  ]
  const tagsWidth = tags.reduce((sum, { words }) => sum + wordsWidth(words, 'strong', size) + size * 1.8, 0)
  const line = { size, face: 'strong', tone: 'ink' } as const
  const isOneLine =
    wordsWidth(`${place}${organisation.marking}`, 'strong', size) + tagsWidth + size * 2 <= inside
  const placeLines = isOneLine ? [place] : wrapWords(place, inside - tagsWidth, 'strong', size)
  const firstLine = wordsWidth(placeLines[0] ?? '', 'strong', size)
  let x = margin + firstLine + size * 0.8
  const placed = tags.map(({ words, tone }) => {
    const inner = wordsWidth(words, 'strong', size)
    const frame: BoardFrame = { x, y: top, width: inner + size, height, tone }
    const text: BoardText = {
      text: words,
      x: x + size / 2,
      y: baseline,
      size,
      face: 'strong',
      tone,
      anchor: 'start',
    }
    x += frame.width + size * 0.6
    return { frame, text }
  })
  const frames = placed.map(({ frame }) => frame)
  const tagTexts = placed.map(({ text }) => text)
  if (isOneLine) {
    const texts: BoardText[] = [
      { ...line, text: place, x: margin, y: baseline, anchor: 'start' },
      ...tagTexts,
      { ...line, text: organisation.marking, x: width - margin, y: baseline, anchor: 'end' },
    ]
    return { texts, rules: [], frames, bottom: top + height }
  }
  // long names and markings stand under each other, whole, rather than over one another
  const words = [...placeLines, ...wrapWords(organisation.marking, inside, 'strong', size)]
  const stacked = words.map(
    (text, index): BoardText => ({
      ...line,
      text,
      x: margin,
      y: baseline + index * size * 1.3,
      anchor: 'start',
    }),
  )
  return {
    texts: [...stacked, ...tagTexts],
    rules: [],
    frames,
    bottom: top + height + (words.length - 1) * size * 1.3,
  }
}

export interface HeadWords {
  finding: string
  subtitle: string
}

/** What a picture shows, and of whom: a finding of two lines where it can be, more where it must be. */
export function layHeading(
  { finding, subtitle }: HeadWords,
  measures: Pick<BoardMeasures, 'finding' | 'subtitle'>,
  { x, width, top }: { x: number; width: number; top: number },
): BoardPart {
  const title = balance(fitWords(finding, width, 2, 'finding', measures.finding), width, 'finding')
  const under = fitWords(withoutRepeat(subtitle, finding), width, 2, 'text', measures.subtitle)
  const findingLines = stackLines(
    title.lines,
    { x, size: title.size, face: 'finding', tone: 'ink', anchor: 'start' },
    top,
    1.14,
  )
  const subtitleLines = stackLines(
    under.lines,
    { x, size: under.size, face: 'text', tone: 'muted', anchor: 'start' },
    findingLines.bottom + under.size * 0.3,
    1.3,
  )
  return {
    texts: [...findingLines.texts, ...subtitleLines.texts],
    rules: [],
    bottom: subtitleLines.bottom,
  }
}

/** The subtitle without the name that the finding begins with: it stands right above. */
function withoutRepeat(subtitle: string, finding: string): string {
  const end = subtitle.indexOf('. ')
  return end > 0 && finding.startsWith(subtitle.slice(0, end)) ? subtitle.slice(end + 2) : subtitle
}
