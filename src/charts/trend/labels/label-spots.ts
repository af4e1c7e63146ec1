import type { LimitStretch } from '../../../domain/trends/limits.ts'
import { fontSize, type Plot, type Scales } from '../plot.ts'
import type { Box, LabelSpot } from './boxes.ts'
import { type LabelLayout, latestFontSize } from './label-layout.ts'

/** Where a label of each kind may stand, the best spot first. */

export function latestSpots(text: string, x: number, y: number, bounds: Box): LabelSpot[] {
  const heights = [12, 22, 34, 48, 64, 84, 108]
  const spots: LabelSpot[] = []
  for (const height of heights) {
    for (const anchor of ['middle', 'start', 'end'] as const) {
      const shift = anchor === 'start' ? -8 : anchor === 'end' ? 8 : 0
      if (y - height > bounds.top) spots.push({ text, x: x + shift, y: y - height, anchor })
      if (y + height + 12 < bounds.bottom) spots.push({ text, x: x + shift, y: y + height + 12, anchor })
    }
  }
  return spots
}

export function stemTo(spot: LabelSpot, x: number, y: number): LabelLayout['stem'] {
  const isAbove = spot.y < y
  const from = isAbove ? y - 7 : y + 7
  const to = isAbove ? spot.y + 4 : spot.y - latestFontSize * 0.8
  return Math.abs(to - from) > 6 && isAbove === to < from ? { x, from, to } : null
}

export function besideLine(text: string, from: number, to: number, y: number): LabelSpot[] {
  const spots: LabelSpot[] = []
  for (const dy of [fontSize + 2, -7]) {
    spots.push({ text, x: from + 3, y: y + dy, anchor: 'start' })
    spots.push({ text, x: to - 3, y: y + dy, anchor: 'end' })
    spots.push({ text, x: (from + to) / 2, y: y + dy, anchor: 'middle' })
  }
  return spots
}

export function downwards(text: string, x: number, plot: Plot): LabelSpot[] {
  return Array.from({ length: 14 }, (_, step) => ({
    text,
    x,
    y: plot.y + 24 + (step * (plot.height - 40)) / 14,
    anchor: 'middle' as const,
  }))
}

export function aroundPoint(text: string, x: number, y: number): LabelSpot[] {
  return [
    { text, x: x + 7, y: y + 4, anchor: 'start' },
    { text, x: x - 7, y: y + 4, anchor: 'end' },
    { text, x, y: y - 10, anchor: 'middle' },
    { text, x, y: y - 28, anchor: 'middle' },
    { text, x, y: y + 22, anchor: 'middle' },
    { text, x, y: y + 44, anchor: 'middle' },
  ]
}

/** Beside an arrow at the plot's edge. */
export function besideEdge(text: string, x: number, edge: number, isAbove: boolean): LabelSpot[] {
  const y = isAbove ? edge + fontSize : edge - 4
  return [
    ...(isAbove ? [{ text, x, y: edge - 4, anchor: 'middle' as const }] : []),
    { text, x: x + 9, y, anchor: 'start' },
    { text, x: x - 9, y, anchor: 'end' },
  ]
}

/** Outside the ribbon, at its left where there is room: above its upper line, else below its lower one. */
export function besideRibbon(
  text: string,
  { start, end, drawnUpper, drawnLower }: Pick<LimitStretch, 'start' | 'end' | 'drawnUpper' | 'drawnLower'>,
  plot: Plot,
  { x, y }: Scales,
): LabelSpot[] {
  const top = drawnUpper === null ? plot.y : y(drawnUpper)
  const bottom = drawnLower === null ? plot.y + plot.height : y(drawnLower)
  const heights = [top - 7, bottom + fontSize + 2]
  const steps = [0, 0.15, 0.3, 0.45, 0.6, 0.75]
  const along = (at: number) => x(start) + (x(end) - x(start)) * at
  return heights.flatMap((height) => [
    ...steps.map((at) => ({ text, x: along(at), y: height, anchor: 'start' as const })),
    { text, x: x(end), y: height, anchor: 'end' as const },
  ])
}
