import { meanOf } from '../statistics/centre.ts'
import type { WorkingScale } from './bounded-scale.ts'
import { fitLines, type Line } from './lines.ts'

/**
 * How much of a surprise stays in the level: 0 keeps to the line and forgets every surprise, 1 starts anew from each
 * figure. Nothing in three years of figures tells these apart for sure, so all are weighed.
 */
const memories = [0, 0.1, 0.25, 0.45, 0.7, 1] as const
/** Levels of real series wander more often than they stay: how much likelier each such memory is before any figure. */
const likelierToWander = 2
/** Rows that a level which wanders starts from. */
const startRows = 3
/** Older surprises count less: half at about three years. */
const surpriseFading = 0.98
/** Fewer degrees of freedom than this leave the size of surprises all but unknown. */
const fewestFreedom = 4
/** What a reading's weight must be for it to be followed. */
const smallestWeight = 0.003

/** One way to read a series: a line, and how far the level around it wanders. */
export interface Reading {
  /** how far the figures speak for it beside the others; all add up to about 1 */
  weight: number
  memory: number
  /** where the line ends, and what each month adds to it, in values as they are read */
  end: number
  slope: number
  /** how far from the line the level stands after the last figure, on the working scale, and how unsure that is */
  level: number
  levelError: number
  /** how unsure the slope is, on the working scale */
  slopeError: number
  /** typical size of a one-month surprise, and how many figures say so */
  size: number
  freedom: number
}

/**
 * The ways in which a series can be read, each weighed by how well it foretold the figures one month ahead.
 *
 * A reading is a line (level, straight, or bent once in the last 26 months: a list that has turned) through the values
 * as they are read, with an exponential smoothing of what they leave over it on the working scale. Weight ∝ (mean
 * squared surprise)^(−n ÷ 2), divided by √n for each further number that the line needs, and by the places where it
 * could have bent.
 *
 * @example a list that rose for 25 months and has fallen for eleven → nearly all weight on lines that bend and fall
 */
export function fitReadings(values: readonly number[], scale: WorkingScale): Reading[] {
  const read = fitLines(values.map(scale.fromScale)).flatMap((line) => {
    const left = values.map((value, row) => value - scale.toScale(line.values[row] ?? 0))
    return memories.map((memory) => readAlong(left, line, memory))
  })
  const best = read.reduce((most, { evidence }) => Math.max(most, evidence), -Infinity)
  const total = read.reduce((sum, { evidence }) => sum + Math.exp(evidence - best), 0)
  return read
    .map(({ evidence, reading }) => ({ ...reading, weight: Math.exp(evidence - best) / total }))
    .filter(({ weight }) => weight >= smallestWeight)
}

function readAlong(left: readonly number[], line: Line, memory: number) {
  let level = meanOf(memory === 0 ? left : left.slice(0, startRows))
  let squares = 0
  let count = 0
  for (const [row, value] of left.entries()) {
    const surprise = value - level
    if (row > 0) {
      squares = squares * surpriseFading + surprise ** 2
      count = count * surpriseFading + 1
    }
    level += memory * surprise
  }
  const freedom = Math.max(fewestFreedom, count - line.numbers - (memory > 0 ? 1 : 0))
  const size = Math.sqrt(squares / freedom)
  const prior = memory > 0 ? Math.log(likelierToWander) : 0
  return {
    evidence: (-count / 2) * Math.log(squares / count + Number.MIN_VALUE) - line.charge + prior,
    reading: {
      memory,
      end: line.values.at(-1) ?? 0,
      level,
      levelError: memory === 0 ? size / Math.sqrt(count) : 0,
      slope: line.slope,
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
