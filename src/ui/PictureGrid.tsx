import type { ReactNode } from 'react'

const gap = 24
/** between rows: each picture brings room of its own below */
const rowGap = 12
/** a line for the name and the latest figure above each picture */
const headHeight = 24
const noteHeight = 20
const fontSize = 14
/** rather than leave one out, pictures become smaller, but no smaller than can be read on paper and in a briefing */
const allScales = [1, 0.95, 0.9, 0.85, 0.8]

interface Room {
  width: number
  height: number
}

export interface PictureGridProps {
  /** in the order of the page */
  pictures: readonly { id: string; label: string; latest: string; marks: ReactNode }[]
  /** of one picture, in px */
  picture: Room
  size: Room & { leastScale?: number }
  nameClass: string | undefined
  noteClass: string | undefined
}

/** Small pictures side by side, as many as the room holds; it names how many are left out, and where they are. */
export function PictureGrid({ pictures, picture, size, nameClass, noteClass }: PictureGridProps) {
  const { columns, shown, scale } = fitPictures(pictures.length, picture, size)
  const across = picture.width + gap
  const down = headHeight + picture.height + rowGap
  const out = pictures.slice(shown)
  return (
    <g fontFamily="var(--font-text)" fontSize={fontSize}>
      <g transform={scale === 1 ? undefined : `scale(${scale})`}>
        {pictures.slice(0, shown).map(({ id, label, latest, marks }, index) => (
          <g
            key={id}
            transform={`translate(${(index % columns) * across} ${Math.floor(index / columns) * down})`}
          >
            <text className={nameClass} x={0} y={15}>
              {label}
            </text>
            <text className={nameClass} x={picture.width} y={15} textAnchor="end">
              {latest}
            </text>
            <g transform={`translate(0 ${headHeight})`}>{marks}</g>
          </g>
        ))}
      </g>
      {out.length > 0 && (
        <text className={noteClass} x={0} y={size.height - 4}>
          {leftOut(shown, pictures, size.width)}
        </text>
      )}
    </g>
  )
}

/** Rough, and rather too wide: the words must fit on one line. */
const letter = 7.2

function leftOut(shown: number, pictures: PictureGridProps['pictures'], width: number): string {
  const out = pictures.slice(shown)
  const named = `Not drawn here: ${out.map(({ label, latest }) => `${label} ${latest}`).join(', ')}.`
  return named.length * letter <= width
    ? named
    : `${shown} of ${pictures.length}, in the order of the page, which shows them all.`
}

/** How many pictures stand in a row, how many there is room for, and how much smaller they are drawn. */
export function fitPictures(
  count: number,
  picture: Room,
  { width, height, leastScale = 0 }: PictureGridProps['size'],
): { columns: number; shown: number; scale: number } {
  const scales = allScales.filter((scale) => scale >= leastScale)
  const across = picture.width + gap
  const down = headHeight + picture.height + rowGap
  const columnsAt = (scale: number) => Math.max(1, Math.floor((width / scale + gap) / across))
  const rowsIn = (room: number) => Math.max(1, Math.floor((room + rowGap) / down))
  const enough = scales.find((scale) => columnsAt(scale) * rowsIn(height / scale) >= count)
  if (enough !== undefined) return { columns: columnsAt(enough), shown: count, scale: enough }
  // the line that says so needs room, too
  const most = scales.map((scale) => ({
    columns: columnsAt(scale),
    shown: columnsAt(scale) * rowsIn((height - noteHeight) / scale),
    scale,
  }))
  return most.reduce((best, one) => (one.shown > best.shown ? one : best))
}
