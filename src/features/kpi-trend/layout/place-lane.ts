import type { LaneMilestone } from '../model/lane.ts'
import type { Plot } from './plot.ts'
import { fontSize } from './plot.ts'
import { textWidth } from './text-width.ts'

export interface LaneRow {
  milestone: LaneMilestone
  y: number
  baselineX: number
  currentX: number
  text: { title: string; detail: string; x: number; anchor: 'start' | 'end' }
}

export const laneRowHeight = 26
const clear = 14

/**
 * One row per milestone on the plot's own time axis. The words stand right of the shape where they fit, else
 * left, else in a shorter form on the side with more room; the status is never what is dropped.
 */
export function placeLane(
  milestones: readonly LaneMilestone[],
  x: (day: number) => number,
  plot: Pick<Plot, 'x' | 'width'>,
  width: number,
): LaneRow[] {
  return milestones.map((milestone, index) => {
    const baselineX = x(milestone.baselineDay)
    const currentX = x(milestone.currentDay)
    const right = Math.max(baselineX, currentX) + clear
    const left = Math.min(baselineX, currentX) - clear
    return {
      milestone,
      y: index * laneRowHeight + laneRowHeight / 2,
      baselineX,
      currentX,
      text: fitText(milestone, left - plot.x, width - right, { left, right }),
    }
  })
}

function fitText(
  milestone: LaneMilestone,
  roomLeft: number,
  roomRight: number,
  at: { left: number; right: number },
): LaneRow['text'] {
  const forms = [
    { title: milestone.title, detail: [milestone.word, milestone.slip].filter(Boolean).join(', ') },
    { title: milestone.title, detail: milestone.word },
  ]
  for (const form of forms) {
    const needed = widthOf(form)
    if (needed <= roomRight) return { ...form, x: at.right, anchor: 'start' }
    if (needed <= roomLeft) return { ...form, x: at.left, anchor: 'end' }
  }
  const isRight = roomRight >= roomLeft
  const room = Math.max(roomRight, roomLeft)
  return {
    title: shorten(milestone.title, room - textWidth(`: ${milestone.word}`, fontSize)),
    detail: milestone.word,
    x: isRight ? at.right : at.left,
    anchor: isRight ? 'start' : 'end',
  }
}

function widthOf({ title, detail }: { title: string; detail: string }): number {
  return textWidth(`${title}: ${detail}`, fontSize)
}

/** Whole words as long as they fit, then an ellipsis. */
function shorten(title: string, room: number): string {
  const words = title.split(' ')
  while (words.length > 1 && textWidth(`${words.join(' ')}…`, fontSize) > room) words.pop()
  return words.length === title.split(' ').length ? title : `${words.join(' ')}…`
}
