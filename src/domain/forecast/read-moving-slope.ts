import { meanOf } from '../statistics/centre.ts'
import type { Read } from './reading.ts'
import { movingDamping } from './settings.ts'
import { addSurprise, noSurprises, sizeOf } from './surprises.ts'

/** Rows that level and slope start from; half of the slope among so few is taken for chance. */
const startRows = 8
const startShrunk = 0.5
/** Rows without a surprise, which the start has mostly seen. */
const unjudgedRows = 2
/** Level, slope, and how each moves. */
const numbers = 3

/**
 * A series read with a level and a slope that both move with the figures (Holt's smoothing, damped): a list that turned
 * some months ago, wherever it did.
 */
export function readMovingSlope(
  values: readonly number[],
  memory: number,
  slopeMemory: number,
  prior: number,
): Read {
  const surprises = noSurprises()
  const first = values.slice(0, startRows)
  let drift = startShrunk * slopeOf(first)
  let level = meanOf(first) - (drift * (first.length + 1)) / 2
  for (const [row, value] of values.entries()) {
    const expected = level + movingDamping * drift
    const surprise = value - expected
    if (row >= unjudgedRows) addSurprise(surprises, surprise)
    level = expected + memory * surprise
    drift = movingDamping * drift + slopeMemory * surprise
  }
  return {
    surprises: withOneMore(surprises),
    prior: prior - Math.log(values.length) / 2,
    reading: {
      line: null,
      memory,
      slopeMemory,
      level,
      levelError: 0,
      drift,
      slopeError: 0,
      ...sizeOf(surprises, numbers),
    },
  }
}

/** As many as along a line, which loses one row only: evidence of fewer figures would not compare. */
function withOneMore({ count, squares, absolute }: ReturnType<typeof noSurprises>) {
  const grown = (count + 1) / count
  return { count: count + 1, squares: squares * grown, absolute: absolute * grown }
}

function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = meanOf(values)
  let covariance = 0
  let spread = 0
  for (const [row, value] of values.entries()) {
    covariance += (row - middle) * (value - mean)
    spread += (row - middle) ** 2
  }
  return covariance / spread
}
