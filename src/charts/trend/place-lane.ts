import type { LaneMilestone } from '../../domain/trends/lane.ts'
import { wordsWidth } from '../type/words-width.ts'
import { shorten } from '../type/wrap-words.ts'
import type { Plot } from './plot.ts'
import { fontSize } from './plot.ts'

export interface LaneRow {
  milestone: LaneMilestone
  y: number
  baselineX: number
  /** false where the date first promised lies beyond the plot: the slip then begins at its edge */
  isBaselineOn: boolean
  currentX: number
  text: { title: string; detail: string; x: number; anchor: 'start' | 'end' }
}

export const laneRowHeight = 26
const clear = 14
/** between words and the edition's rule */
const clearOfRule = 6

/**
 * One row per milestone on the plot's own time axis. The words stand right of the shape where they fit, else
 * left, else left of the edition's rule where that would cross them, else in a shorter form on the side with
 * more room; the status is never what is dropped.
 */
export function placeLane(
  milestones: readonly LaneMilestone[],
  x: (day: number) => number,
  plot: Pick<Plot, 'x' | 'width'>,
  width: number,
  /** the rule of the edition's day, which words keep clear of where they can */
  ruleX: number | null,
  rowHeight = laneRowHeight,
): LaneRow[] {
  return milestones.map((milestone, index) => {
    const promisedX = x(milestone.baselineDay)
    const baselineX = Math.min(Math.max(promisedX, plot.x), plot.x + plot.width)
    const currentX = x(milestone.currentDay)
    const right = Math.max(baselineX, currentX) + clear
    const left = Math.min(baselineX, currentX) - clear
    return {
      milestone,
      y: index * rowHeight + rowHeight / 2,
      baselineX,
      isBaselineOn: baselineX === promisedX,
      currentX,
      text: fitText(milestone, { left, right, from: plot.x, to: width }, ruleX),
    }
  })
}

interface Room {
  /** where words end that stand left of the shape, and start that stand right of it */
  left: number
  right: number
  from: number
  to: number
}

function fitText(milestone: LaneMilestone, room: Room, ruleX: number | null): LaneRow['text'] {
  const forms = [
    { title: milestone.title, detail: [milestone.word, milestone.slip].filter(Boolean).join(', ') },
    { title: milestone.title, detail: milestone.word },
  ]
  const spots = forms.flatMap((form) => {
    const needed = widthOf(form)
    const right = {
      ...form,
      x: room.right,
      anchor: 'start' as const,
      span: [room.right, room.right + needed],
    }
    const left = { ...form, x: room.left, anchor: 'end' as const, span: [room.left - needed, room.left] }
    const end = Math.min(room.left, (ruleX ?? room.left) - clearOfRule)
    const beforeRule = { ...form, x: end, anchor: 'end' as const, span: [end - needed, end] }
    return [right, left, beforeRule].filter(
      ({ span: [start = 0, end = 0] }) => start >= room.from && end <= room.to,
    )
  })
  const isClear = ({ span: [start = 0, end = 0] }: { span: number[] }) =>
    ruleX === null || ruleX < start - 3 || ruleX > end + 3
  const spot = spots.find(isClear) ?? spots[0]
  if (spot) return { title: spot.title, detail: spot.detail, x: spot.x, anchor: spot.anchor }
  const isRight = room.to - room.right >= room.left - room.from
  const most = isRight ? room.to - room.right : room.left - room.from
  return {
    title: shorten(
      milestone.title,
      most - wordsWidth(`: ${milestone.word}`, 'text', fontSize),
      'text',
      fontSize,
    ),
    detail: milestone.word,
    x: isRight ? room.right : room.left,
    anchor: isRight ? 'start' : 'end',
  }
}

function widthOf({ title, detail }: { title: string; detail: string }): number {
  return wordsWidth(`${title}: ${detail}`, 'text', fontSize)
}
