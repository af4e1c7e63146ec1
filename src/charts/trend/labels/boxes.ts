import { wordsWidth } from '../../type/words-width.ts'

/** Label placement is geometry: boxes that must not touch. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface LabelSpot {
  text: string
  x: number
  /** the text's baseline */
  y: number
  anchor: 'start' | 'middle' | 'end'
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** The room that a text takes, from ascender to descender. */
export function boxOfLabel(spot: LabelSpot, fontSize: number, isBold = false): Box {
  const width = wordsWidth(spot.text, isBold ? 'strong' : 'text', fontSize)
  const left = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - width : spot.x - width / 2
  return { left, right: left + width, top: spot.y - fontSize * 0.85, bottom: spot.y + fontSize * 0.3 }
}

/** The first spot whose text lies within bounds and touches nothing that is taken; null where none does. */
export function firstFit(
  spots: readonly LabelSpot[],
  taken: readonly Box[],
  bounds: Box,
  fontSize: number,
  isBold = false,
): { spot: LabelSpot; box: Box } | null {
  for (const spot of spots) {
    const box = boxOfLabel(spot, fontSize, isBold)
    const isInside =
      box.left >= bounds.left &&
      box.right <= bounds.right &&
      box.top >= bounds.top &&
      box.bottom <= bounds.bottom
    if (isInside && !taken.some((other) => overlaps(box, other))) return { spot, box }
  }
  return null
}

/** Small boxes along a line, so that no label lies across it. */
export function boxesAlong(vertices: readonly { x: number; y: number }[], reach = 4): Box[] {
  return vertices.flatMap((from, index) => {
    const to = vertices[index + 1] ?? from
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 6))
    return Array.from({ length: steps + 1 }, (_, step) => {
      const x = from.x + ((to.x - from.x) * step) / steps
      const y = from.y + ((to.y - from.y) * step) / steps
      return { left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }
    })
  })
}

/**
 * Moves positions apart until neighbours are at least `gap` apart, each as near as may be to where it wants to be.
 * The order is kept, and nothing leaves `from` to `to` while there is room.
 *
 * @example [100, 102], gap 18 → [92, 110]
 */
export function spreadApart(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at || a.index - b.index)
  // groups of labels that have met stand around the mean of what they want
  const groups: { members: number[]; wants: number[] }[] = []
  const startOf = ({ members, wants }: { members: number[]; wants: number[] }) => {
    const mean = wants.reduce((sum, at) => sum + at, 0) / wants.length
    const half = (gap * (members.length - 1)) / 2
    return Math.max(from, Math.min(mean - half, to - 2 * half))
  }
  for (const { at, index } of order) {
    let group = { members: [index], wants: [at] }
    let before = groups.at(-1)
    while (before && startOf(before) + gap * before.members.length > startOf(group)) {
      groups.pop()
      group = { members: [...before.members, ...group.members], wants: [...before.wants, ...group.wants] }
      before = groups.at(-1)
    }
    groups.push(group)
  }
  const placed = wanted.map(() => 0)
  for (const group of groups) {
    group.members.forEach((index, place) => {
      placed[index] = startOf(group) + gap * place
    })
  }
  return placed
}
