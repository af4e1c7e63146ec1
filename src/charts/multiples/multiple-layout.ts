import type { SmallMultiplesModel } from '../../domain/trends/parts/small-multiples.ts'
import type { Scales } from '../trend/plot.ts'

/** One small picture, in px. */
export const multipleSize = { width: 240, height: 104, left: 44, right: 10, top: 10, bottom: 22 }

/** Scales of one picture, which all pictures share. */
export function multipleScales({ axis, firstDay, lastDay }: SmallMultiplesModel): Scales {
  const { width, height, left, right, top, bottom } = multipleSize
  const base = height - bottom
  return {
    x: (day) => left + ((width - left - right) * (day - firstDay)) / (lastDay - firstDay || 1),
    y: (value) => base - ((base - top) * (value - axis.lower)) / (axis.upper - axis.lower || 1),
  }
}
