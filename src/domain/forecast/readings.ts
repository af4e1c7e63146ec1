import type { WorkingScale } from './bounded-scale.ts'
import { fitLines } from './lines.ts'
import { readAlong } from './read-along.ts'
import { readMovingSlope } from './read-moving-slope.ts'
import type { Read, Reading } from './reading.ts'
import type { ForecastSettings } from './settings.ts'

/**
 * How much of a surprise stays in the level: 0 keeps to the line and forgets every surprise, 1 starts anew from each
 * figure. Nothing in three years of figures tells these apart for sure, so all are weighed.
 */
const memories = [0, 0.1, 0.25, 0.45, 0.7, 1] as const
/** After a step of its own a level wanders little, or there would be no step to tell. */
const memoriesAfterStep = [0, 0.1, 0.3] as const
/** How much of a surprise stays in the level, and in the slope, where that moves too. */
const movingMemories = [
  [0.3, 0.05],
  [0.5, 0.1],
  [0.8, 0.1],
  [0.8, 0.3],
  [1, 0.1],
  [1, 0.3],
  [1, 0.6],
] as const
/** What a reading's weight must be for it to be followed. */
const smallestWeight = 0.003

export interface WeighedReading extends Reading {
  /** how far the figures speak for it beside the others; all add up to about 1 */
  weight: number
}

/**
 * The ways in which a series can be read, each weighed by how well it foretold the figures one month ahead.
 *
 * A reading is a line (level, stepped, straight, or bent once: a list that has turned) through the values as they are
 * read, with an exponential smoothing of what they leave over it on the working scale; or a smoothing whose slope moves
 * with the figures. Weight ∝ (mean squared surprise)^(−trust × n ÷ 2), divided by √n for each further number that it
 * needs, and by the places where a line could have bent.
 *
 * @example a list that rose for 25 months and has fallen for eleven → nearly all weight on readings that fall
 */
export function fitReadings(
  values: readonly number[],
  scale: WorkingScale,
  settings: ForecastSettings,
): WeighedReading[] {
  const alongLines = fitLines(values.map(scale.fromScale), settings).flatMap((line) => {
    const left = values.map((value, row) => value - scale.toScale(line.values[row] ?? 0))
    const kept = line.kind === 'stepped' ? memoriesAfterStep : memories
    return kept.map((memory) => readAlong(left, line, memory))
  })
  const moving = movingMemories.map(([memory, slopeMemory]) =>
    readMovingSlope(values, memory, slopeMemory, settings.movingSlope),
  )
  return weigh([...alongLines, ...moving], settings.trust)
}

function weigh(read: readonly Read[], trust: number): WeighedReading[] {
  const evidence = read.map(
    ({ surprises: { count, squares }, prior }) =>
      prior - ((trust * count) / 2) * Math.log(squares / count + Number.MIN_VALUE),
  )
  const best = evidence.reduce((most, one) => Math.max(most, one), -Infinity)
  const total = evidence.reduce((sum, one) => sum + Math.exp(one - best), 0)
  return read
    .map(({ reading }, index) => ({ ...reading, weight: Math.exp((evidence[index] ?? best) - best) / total }))
    .filter(({ weight }) => weight >= smallestWeight)
}
