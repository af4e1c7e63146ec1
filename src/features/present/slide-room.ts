import { wrapWords } from '../../charts/type/wrap-words.ts'
import type { TableRoom } from '../../exhibits/screen-table.ts'

/** What stands above a slide's table. */
export interface SlideWords {
  finding: string
  subtitle: string
  line: string
}

/** A finding of more letters than this is set smaller. */
export const longFinding = 85

/** Slide.module.css in figures: px of a screen of 1920 by 1080, which every slide is a part of. */
const set = {
  across: 1776,
  /** border, padding, head and foot, the table's head, what is left out in words, and the gaps between them all */
  around: 9 + 56 + 40 + 34 + 49 + 12 + 55 + 51 + 5 * 14,
  finding: { size: 66, line: 74 },
  longFinding: { size: 50, line: 56 },
  subtitle: { size: 28, line: 37 },
  line: { size: 30, line: 39, gap: 14 },
}

/** The room that a slide has for its table: what its words leave. */
export function roomForTable({ finding, subtitle, line }: SlideWords): TableRoom {
  const title = finding.length > longFinding ? set.longFinding : set.finding
  const above =
    wrapWords(finding, set.across, 'finding', title.size).length * title.line +
    wrapWords(subtitle, set.across, 'text', set.subtitle.size).length * set.subtitle.line +
    (line ? wrapWords(line, set.across, 'strong', set.line.size).length * set.line.line + set.line.gap : 0)
  return {
    columns: 5,
    rows: 9,
    width: set.across,
    height: 1080 - set.around - above,
    ...{ size: 28, line: 37, aroundRow: 19, aroundCell: 24, spread: 1 },
  }
}
