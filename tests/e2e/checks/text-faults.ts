import type { Box, PageText, TextBox } from './text-boxes.ts'

/** Letters of two texts may come as near as this, in CSS pixels, without being said to overlap. */
const nearness = 1.5

/** Edges are rounded to the device's pixels; text that sticks out by less cannot be seen to. */
const rounding = 1.5

const isSeen = ({ left, top, right, bottom }: Box) => right - left > nearness && bottom - top > nearness

const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > nearness &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > nearness

/** A halo under a label is the same words at the same place. */
const isHalo = (a: TextBox, b: TextBox) =>
  a.text === b.text && Math.abs(a.ink.left - b.ink.left) < 1 && Math.abs(a.ink.top - b.ink.top) < 1

function sticksOut({ ink, room }: TextBox): boolean {
  return (
    ink.left < room.left - rounding ||
    ink.right > room.right + rounding ||
    ink.top < room.top - rounding ||
    ink.bottom > room.bottom + rounding
  )
}

const cutText = (boxes: readonly TextBox[]) =>
  boxes.filter(sticksOut).map(({ text, place }) => `cut: "${text}" at ${place}`)

function overlappingText(boxes: readonly TextBox[]): string[] {
  const found: string[] = []
  const fromTop = boxes.filter(({ shown }) => isSeen(shown)).sort((a, b) => a.shown.top - b.shown.top)
  for (const [index, upper] of fromTop.entries()) {
    for (const lower of fromTop.slice(index + 1)) {
      if (lower.shown.top > upper.shown.bottom) break
      if (upper.piece === lower.piece || upper.sheet !== lower.sheet || isHalo(upper, lower)) continue
      if (!overlap(upper.shown, lower.shown)) continue
      found.push(`overlap: "${upper.text}" at ${upper.place} and "${lower.text}" at ${lower.place}`)
    }
  }
  return found
}

/** What overlaps, what is cut, what is set letter by letter, and what scrolls sideways without a name and a place for the focus. */
export function textFaults({ boxes, spelled, sideways }: PageText): string[] {
  const unnamed = sideways
    .filter(({ name, takesFocus }) => !name || !takesFocus)
    .map(({ place }) => `scrolls sideways without a name or focus: ${place}`)
  return [
    ...new Set([
      ...overlappingText(boxes),
      ...cutText(boxes),
      ...spelled.map((where) => `letter by letter: ${where}`),
      ...unnamed,
    ]),
  ]
}
