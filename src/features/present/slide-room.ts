import { wrapWords } from '../../charts/type/wrap-words.ts'
import type { TableRoom } from '../../exhibits/screen-table.ts'
import type { Stage } from './use-stage.ts'

/** What stands above a slide's table. */
export interface SlideWords {
  finding: string
  subtitle: string
  line: string
}

/** A finding of more letters than this is set smaller. */
export const longFinding = 85

/** A screen of 16 to 9, in the slide's own px. */
export const hall: Stage = { unit: 1, type: 31, width: 1920, height: 1080, isUpright: false }

/** Slide.module.css in figures: the slide's own px. */
const set = {
  margins: 2 * 72,
  /** border, padding, the gaps between all that stands below one another */
  around: 9 + 56 + 40 + 5 * 14 + 12,
  /** the rules of foot and table's head, the room around their words, and what its rows' own rules add up to */
  rules: 15 + 20 + 12 + 24,
  /** head, foot, the table's head, what is left out in words; upright head and foot are of two lines and more */
  lines: { across: 4, upright: 7 },
  leading: 1.3,
  finding: { size: 66, line: 74 },
  longFinding: { size: 50, line: 56 },
}

/** The room that a slide has for its table: what its words leave. */
export function roomForTable({ finding, subtitle, line }: SlideWords, stage: Stage): TableRoom {
  const across = stage.width - set.margins
  const size = stage.type / stage.unit
  const leading = size * set.leading
  const title = finding.length > longFinding ? set.longFinding : set.finding
  const above =
    wrapWords(finding, across, 'finding', title.size).length * title.line +
    wrapWords(subtitle, across, 'text', size).length * leading +
    (line ? wrapWords(line, across, 'strong', size).length * leading + 14 : 0)
  const lines = stage.isUpright ? set.lines.upright : set.lines.across
  return {
    columns: stage.isUpright ? 3 : 5,
    rows: stage.isUpright ? 12 : 9,
    width: across,
    height: stage.height - set.around - set.rules - lines * leading - above,
    ...{ size, line: leading, aroundRow: 19, aroundCell: 24, spread: 1 },
  }
}
