import { wordsWidth } from '../../charts/type/words-width.ts'
import { wrapWords } from '../../charts/type/wrap-words.ts'
import type { ExhibitFact } from '../../domain/exhibits/exhibit.ts'
import type { BoardMeasures } from './board-format.ts'
import { type BoardBox, type BoardPart, stackLines } from './board-layout.ts'

const columnGap = 28
const mostFigureLines = 2

interface FactSizes {
  figure: number
  words: number
}

/**
 * Large figures in a column beside the picture, as large as its height allows; the last is left out where even the
 * smallest are too high.
 */
export function layFactsBeside(
  facts: readonly ExhibitFact[],
  measures: BoardMeasures,
  room: BoardBox,
): BoardPart {
  const choices = measures.figure.flatMap((figure) => measures.factWords.map((words) => ({ figure, words })))
  for (const sizes of choices) {
    const linesOf = ({ figure }: ExhibitFact) => wrapWords(figure, room.width, 'strong', sizes.figure).length
    const part = stackFacts(facts, sizes, room)
    const fits =
      part.bottom <= room.y + room.height && facts.every((fact) => linesOf(fact) <= mostFigureLines)
    if (fits) return part
  }
  if (facts.length > 1) return layFactsBeside(facts.slice(0, -1), measures, room)
  return stackFacts(
    facts,
    { figure: measures.figure.at(-1) ?? 0, words: measures.factWords.at(-1) ?? 0 },
    room,
  )
}

/** Large figures in columns under the picture. */
export function layFactsBelow(
  facts: readonly ExhibitFact[],
  measures: BoardMeasures,
  room: Omit<BoardBox, 'height'>,
): BoardPart {
  const width = (room.width - columnGap * (facts.length - 1)) / facts.length
  const sizes = { figure: figureSize(facts, measures, width), words: measures.factWords[0] ?? 0 }
  const columns = facts.map((fact, index) =>
    stackFacts([fact], sizes, { x: room.x + (width + columnGap) * index, y: room.y, width }),
  )
  return {
    texts: columns.flatMap(({ texts }) => texts),
    rules: columns.flatMap(({ rules }) => rules),
    bottom: Math.max(room.y, ...columns.map(({ bottom }) => bottom)),
  }
}

/** One size for all: the largest at which each stands on one line, else the smallest. */
function figureSize(facts: readonly ExhibitFact[], { figure }: BoardMeasures, width: number): number {
  const fits = (size: number) => facts.every((fact) => wordsWidth(fact.figure, 'strong', size) <= width)
  return figure.find(fits) ?? figure.at(-1) ?? 0
}

function stackFacts(
  facts: readonly ExhibitFact[],
  sizes: FactSizes,
  { x, y, width }: Omit<BoardBox, 'height'>,
): BoardPart {
  const part: BoardPart = { texts: [], rules: [], bottom: y }
  facts.forEach(({ figure, words }, index) => {
    part.rules.push({ x, y: part.bottom, width, isStrong: index === 0 })
    const figures = stackLines(
      wrapWords(figure, width, 'strong', sizes.figure),
      { x, size: sizes.figure, face: 'strong', tone: 'ink', anchor: 'start' },
      part.bottom + sizes.words * 0.65,
      1.1,
    )
    const under = stackLines(
      wrapWords(words, width, 'text', sizes.words),
      { x, size: sizes.words, face: 'text', tone: 'ink', anchor: 'start' },
      figures.bottom + sizes.words * 0.2,
      1.28,
    )
    part.texts.push(...figures.texts, ...under.texts)
    part.bottom = under.bottom + sizes.words * 0.75
  })
  return part
}
