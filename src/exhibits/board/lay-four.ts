import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import { boardMeasures } from './board-format.ts'
import type { BoardBox, BoardLayout, BoardPart, BoardPicture, BoardText } from './board-layout.ts'
import { layFoot, notesOf } from './lay-foot.ts'
import { layHeading, layPlace } from './lay-head.ts'
import { layTable } from './lay-table.ts'

/** what the pictures are called in the room and in the notes */
const letters = ['A', 'B', 'C', 'D']
const gap = 40
const measures = boardMeasures.four

/** Two to four exhibits of one edition on one board, each with its finding; a letter to speak of it by. */
export function layFour(
  exhibits: readonly [Exhibit<unknown>, ...Exhibit<unknown>[]],
  address: string | null,
): BoardLayout {
  const { width, height, margin, scale } = measures
  const { origin } = exhibits[0]
  const place = layPlace(origin, measures)
  const named = letters.slice(0, exhibits.length)
  const sources = [...new Set(exhibits.map(({ source }) => source))]
  const foot = layFoot(
    { origin, notes: notesOf(exhibits, named), sources, address, count: exhibits.length },
    measures,
  )
  const room: BoardBox = {
    x: margin,
    y: place.bottom + 12,
    width: width - 2 * margin,
    height: foot.top - place.bottom - 24,
  }
  const cells = exhibits.map((exhibit, index) =>
    layCell(exhibit, index, cellOf(index, exhibits.length, room)),
  )
  const parts = alignRows(cells).map(({ heading, body, exhibit, index }) => {
    const table = exhibit.tables.find(({ isAppendix }) => !isAppendix)
    return {
      heading,
      table: !exhibit.picture && table ? layTable(table, 14 * scale, body) : null,
      picture: exhibit.picture ? { ...body, exhibit: index, scale } : null,
    }
  })
  return {
    width,
    height,
    texts: [
      ...place.texts,
      ...parts.flatMap(({ heading, table }) => [...heading.texts, ...(table?.texts ?? [])]),
      ...foot.texts,
    ],
    rules: [
      ...parts.flatMap(({ heading, table }) => [...heading.rules, ...(table?.rules ?? [])]),
      ...foot.rules,
    ],
    frames: place.frames,
    pictures: parts.flatMap(({ picture }): BoardPicture[] => (picture ? [picture] : [])),
    code: foot.code,
  }
}

/** Two stand beside each other; three and four in two rows, the third alone over its whole row. */
function cellOf(index: number, count: number, room: BoardBox): BoardBox {
  const rows = count > 2 ? 2 : 1
  const row = Math.floor(index / 2)
  const isAlone = index === count - 1 && index % 2 === 0
  const height = (room.height - gap * 0.4 * (rows - 1)) / rows
  const half = (room.width - gap) / 2
  return {
    x: room.x + (index % 2) * (half + gap),
    y: room.y + row * (height + gap * 0.4),
    width: isAlone ? room.width : half,
    height,
  }
}

interface Cell {
  exhibit: Exhibit<unknown>
  index: number
  heading: BoardPart
  body: BoardBox
  row: number
}

function layCell(exhibit: Exhibit<unknown>, index: number, box: BoardBox): Cell {
  const largest = measures.finding[0] ?? 24
  const indent = largest * 1.2
  const under = layHeading(exhibit, measures, {
    x: box.x + indent,
    width: box.width - indent,
    top: box.y + 8,
  })
  const first = under.texts[0]
  const letter: BoardText[] = first
    ? [
        {
          text: letters[index] ?? '',
          x: box.x,
          y: first.y,
          size: first.size,
          face: 'strong',
          tone: 'ink',
          anchor: 'start',
        },
      ]
    : []
  return {
    exhibit,
    index,
    heading: {
      texts: [...letter, ...under.texts],
      rules: [{ x: box.x, y: box.y, width: box.width, isStrong: false }],
      bottom: under.bottom,
    },
    body: { ...box, y: under.bottom + 10, height: box.y + box.height - under.bottom - 10 },
    row: Math.floor(index / 2),
  }
}

/** Pictures that stand beside each other begin and end at the same height. */
function alignRows(cells: readonly Cell[]): Cell[] {
  return cells.map((cell) => {
    const top = Math.max(...cells.filter(({ row }) => row === cell.row).map(({ body }) => body.y))
    return { ...cell, body: { ...cell.body, y: top, height: cell.body.y + cell.body.height - top } }
  })
}
