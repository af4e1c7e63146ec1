import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import { type BoardFormat, boardMeasures } from './board-format.ts'
import type { BoardBox, BoardLayout, BoardPart, BoardPicture } from './board-layout.ts'
import { layFactsBelow, layFactsBeside } from './lay-facts.ts'
import { layFoot } from './lay-foot.ts'
import { layHeading, layPlace } from './lay-head.ts'
import { layTable } from './lay-table.ts'

const factsGap = 48

/**
 * One exhibit on a board: place and marking, finding, picture or table, large figures, and a foot that says what
 * must be known. Words are set by measured widths, so that the same exhibit gives the same board everywhere.
 *
 * @param address opens the same again; it stands in the foot, in letters and as a QR code. Null where the picture is
 * itself a link
 */
export function layBoard(
  exhibit: Exhibit<unknown>,
  format: Exclude<BoardFormat, 'four'>,
  address: string | null,
): BoardLayout {
  const measures = boardMeasures[format]
  const { width, height, margin, scale } = measures
  const { origin, notes, source } = exhibit
  const inside = { x: margin, width: width - 2 * margin }
  const place = layPlace(origin, measures)
  const heading = layHeading(exhibit, measures, { ...inside, top: place.bottom + measures.place * 0.4 })
  const foot = layFoot({ origin, notes, sources: [source], address, count: 1 }, measures)
  const top = heading.bottom + measures.place * 0.8
  const room: BoardBox = { ...inside, y: top, height: foot.top - measures.place * 0.5 - top }
  const { facts, body } = placeFacts(exhibit, format, room)
  const shown = layBody(exhibit, body, scale)
  return {
    width,
    height,
    texts: [place, heading, facts, shown.table, foot].flatMap(({ texts }) => texts),
    rules: [facts, shown.table, foot].flatMap(({ rules }) => rules),
    frames: place.frames,
    pictures: shown.pictures,
    code: foot.code,
  }
}

/** The large figures where the format has them, and the room that they leave. */
function placeFacts(
  { facts }: Exhibit<unknown>,
  format: BoardFormat,
  room: BoardBox,
): { facts: BoardPart; body: BoardBox } {
  const measures = boardMeasures[format]
  if (facts.length === 0 || measures.facts === 'none') return { facts: nothing(room.y), body: room }
  if (measures.facts === 'beside') {
    const x = room.x + room.width - measures.factsWidth
    return {
      facts: layFactsBeside(facts, measures, { ...room, x, width: measures.factsWidth }),
      body: { ...room, width: room.width - measures.factsWidth - factsGap },
    }
  }
  // how high they are is known only when they are set: once from zero, then from the bottom of the room
  const needed = layFactsBelow(facts, measures, { ...room, y: 0 }).bottom
  const y = room.y + room.height - needed
  return {
    facts: layFactsBelow(facts, measures, { ...room, y }),
    body: { ...room, height: room.height - needed - measures.place * 1.2 },
  }
}

function layBody(
  { picture, tables }: Exhibit<unknown>,
  body: BoardBox,
  scale: number,
): { table: BoardPart; pictures: BoardPicture[] } {
  if (picture) return { table: nothing(body.y), pictures: [{ ...body, exhibit: 0, scale }] }
  const table = tables.find(({ isAppendix }) => !isAppendix)
  return { table: table ? layTable(table, 14 * scale, body) : nothing(body.y), pictures: [] }
}

function nothing(bottom: number): BoardPart {
  return { texts: [], rules: [], bottom }
}
