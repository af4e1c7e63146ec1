import type Pptx from 'pptxgenjs'
import type { ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { layOutTable, type TableRoom } from '../screen-table.ts'
import { across, body, type SlidePalette, slide } from './slide-frame.ts'

/** points */
const words = 13
/**
 * A slide is read from nearer than a projected screen, and has no more than its table: 144 px to the inch. Arial, in
 * which it is set, runs wider than the product's own font.
 */
const room: TableRoom = {
  ...{ columns: 7, rows: 10, width: across * 144, height: 500 },
  ...{ size: words * 2, line: 33, aroundRow: 16, aroundCell: 29, spread: 1.15 },
}

/** The rows and columns that matter, as many as a slide holds; nothing where there is none. */
export function addTable(page: Pptx.Slide, table: ExhibitTable | undefined, palette: SlidePalette): void {
  if (!table || table.rows.length === 0) return
  const { columns, rows, more } = layOutTable(table, room)
  const total = columns.reduce((sum, { width }) => sum + width, 0)
  const alignOf = (place: number) => (columns[place]?.isNumber ? ('right' as const) : ('left' as const))
  const head = columns.map(({ head: text }, place) => ({
    text,
    options: { bold: true, color: palette.muted, align: alignOf(place) },
  }))
  const lines = rows.map(({ cells }) =>
    cells.map((text, place) => ({ text, options: { align: alignOf(place) } })),
  )
  const line = { type: 'solid', pt: 0.5, color: palette.rule } as const
  page.addTable([head, ...lines], {
    ...{ x: slide.margin, y: body.top, w: across, fontSize: words, fontFace: 'Arial' },
    colW: columns.map(({ width }) => (across * width) / total),
    color: palette.text,
    border: [{ type: 'none' }, { type: 'none' }, line, { type: 'none' }],
    autoPage: false,
  })
  if (more) {
    page.addText(more, {
      ...{ x: slide.margin, y: 6.15, w: across, h: 0.3, fontSize: 11, margin: 0 },
      ...{ fontFace: 'Arial', color: palette.muted },
    })
  }
}
