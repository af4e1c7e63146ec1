import { fontSize } from '../plot.ts'
import { boxOfLabel, type LabelSpot } from './boxes.ts'

export type LabelRole =
  | 'latest'
  | 'target'
  | 'plan'
  | 'comparator'
  | 'limit'
  | 'forecast'
  | 'side'
  | 'change'
  | 'band'
  | 'note'

export interface PlacedLabel extends LabelSpot {
  id: string
  role: LabelRole
}

export interface LabelLayout {
  labels: PlacedLabel[]
  /** from the latest point up to its value; null where the value stands close enough */
  stem: { x: number; from: number; to: number } | null
  /** what did not fit on the plot, or is only a letter on it: said below */
  key: string[]
}

export const latestFontSize = 18
export const lineHeight = fontSize * 1.3

export function widthOfLabel(text: string, isBold = false): number {
  const box = boxOfLabel({ text, x: 0, y: 0, anchor: 'start' }, fontSize, isBold)
  return box.right - box.left
}
