import { meanOf } from '../statistics/centre.ts'
import type { Line } from './lines.ts'
import type { Read } from './reading.ts'
import { addSurprise, noSurprises, sizeOf } from './surprises.ts'

/** Levels of real series wander more often than they stay: how much likelier each such memory is before any figure. */
const likelierToWander = 2
/** Rows that a level which wanders starts from. */
const startRows = 3

/** A series read along a line, from what its values leave over it on the working scale. */
export function readAlong(left: readonly number[], line: Line, memory: number): Read {
  const surprises = noSurprises()
  let level = meanOf(memory === 0 ? left : left.slice(0, startRows))
  for (const [row, value] of left.entries()) {
    const surprise = value - level
    if (row > 0) addSurprise(surprises, surprise)
    level += memory * surprise
  }
  const { size, freedom } = sizeOf(surprises, line.numbers + (memory > 0 ? 1 : 0))
  const levelMonths = line.kind === 'stepped' ? line.months : surprises.count
  return {
    surprises,
    prior: (memory > 0 ? Math.log(likelierToWander) : 0) - line.charge,
    reading: {
      line: { end: line.values.at(-1) ?? 0, slope: line.slope },
      memory,
      slopeMemory: 0,
      level,
      levelError: memory === 0 ? size / Math.sqrt(levelMonths) : 0,
      drift: 0,
      slopeError: line.slope === 0 ? 0 : size * slopeErrorPerSize(memory, line.months),
      size,
      freedom,
    },
  }
}

/** Of a slope over so many months: noise around the line tells little of it, a level that wanders less and less. */
function slopeErrorPerSize(memory: number, months: number): number {
  return Math.sqrt(memory ** 2 / months + (12 * (1 - memory) ** 2) / months ** 3)
}
