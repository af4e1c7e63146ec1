import { seededUniform } from '../statistics/seeded-numbers.ts'
import type { JointForecast } from './forecast.ts'
import type { Reading } from './reading.ts'
import { fitReadings, type WeighedReading } from './readings.ts'
import { movingDamping, trendDamping } from './settings.ts'

/** Enough that a chance of one half is known to about one in a hundred, at some thousandths of a second. */
const pathCount = 1500
/** More degrees of freedom than this are not believed: figures to come are less alike than those that were. */
const mostFreedom = 12

/**
 * Ways in which the coming periods may go, on the forecast's working scale.
 *
 * Each path follows one reading of the series (readings.ts), as many paths each as its weight says; it draws how large
 * surprises are, where the level stands and how it trends, as far as these are unsure, and then goes forward month by
 * month: what a surprise leaves in the level stays for all months after it. The seed is made from the figures, so that
 * the same figures always give the same paths, whatever is asked of them.
 */
export function simulatePaths(joint: JointForecast): Paths {
  const drawn = drawnPaths.get(joint)
  if (drawn) return drawn
  const draws = drawsFrom(joint.seed)
  const steps = joint.seasonal.length
  const values = new Float64Array(pathCount * steps)
  let path = 0
  for (const { reading, count } of shareOut(fitReadings(joint.smooth, joint.scale, joint.settings))) {
    const line = lineAhead(reading, joint)
    for (let one = 0; one < count; one += 1, path += 1) {
      followReading(reading, line, joint, draws, values.subarray(path * steps, (path + 1) * steps))
    }
  }
  const paths = { count: pathCount, steps, values }
  drawnPaths.set(joint, paths)
  return paths
}

/** All of them one after the other, in a single row. */
export interface Paths {
  count: number
  /** periods ahead */
  steps: number
  /** of path p at step s, counted from 0: at p × steps + s, on the working scale */
  values: Float64Array
}

/** Kept while a forecast is, for all that is asked of it. */
const drawnPaths = new WeakMap<JointForecast, Paths>()

/** How many paths follow each reading, by picking at even distances. */
function shareOut(readings: readonly WeighedReading[]): { reading: Reading; count: number }[] {
  const total = readings.reduce((sum, { weight }) => sum + weight, 0)
  let upTo = 0
  return readings.map((reading) => {
    const before = Math.round((upTo / total) * pathCount)
    upTo += reading.weight
    return { reading, count: Math.round((upTo / total) * pathCount) - before }
  })
}

/** Where the line of a reading stands at each step, on the working scale, and how many months of trend went into it. */
interface LineAhead {
  trended: Float64Array
  at: Float64Array
}

function lineAhead({ line }: Reading, { seasonal, firstStep, scale }: JointForecast): LineAhead {
  const steps = firstStep - 1 + seasonal.length
  const trended = new Float64Array(steps)
  let sum = 0
  for (let step = 1; step <= steps; step += 1) {
    sum += trendDamping ** step
    trended[step - 1] = sum
  }
  return { trended, at: trended.map((months) => (line ? scale.toScale(line.end + line.slope * months) : 0)) }
}

function followReading(
  reading: Reading,
  line: LineAhead,
  { seasonal, firstStep, charge, settings }: JointForecast,
  { uniform, normal }: Draws,
  path: Float64Array,
): void {
  const freedom = Math.min(mostFreedom, 2 * Math.round(reading.freedom / 2))
  const size = settings.width * charge * reading.size * Math.sqrt(freedom / chiSquared(freedom, uniform))
  const slopeOff = reading.slopeError * normal()
  let level = reading.level + reading.levelError * normal()
  let drift = reading.drift
  for (let step = 1; step < firstStep + seasonal.length; step += 1) {
    const centre = (line.at[step - 1] ?? 0) + slopeOff * (line.trended[step - 1] ?? 0)
    const surprise = size * normal()
    level += movingDamping * drift
    const index = step - firstStep
    if (index >= 0) path[index] = centre + level + surprise + (seasonal[index] ?? 0)
    level += reading.memory * surprise
    drift = movingDamping * drift + reading.slopeMemory * surprise
  }
}

/** Of an even number of degrees of freedom: the sum of half as many exponential numbers, taken as one logarithm. */
function chiSquared(freedom: number, uniform: () => number): number {
  let product = 1
  for (let pair = 0; pair < freedom / 2; pair += 1) product *= 1 - uniform()
  return -2 * Math.log(product)
}

interface Draws {
  uniform: () => number
  normal: () => number
}

/** Repeatable numbers, uniform ones and normal ones (Box and Muller, both of each pair). */
function drawsFrom(seed: number): Draws {
  const uniform = seededUniform(seed)
  let spare: number | null = null
  const normal = () => {
    if (spare !== null) {
      const kept = spare
      spare = null
      return kept
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()))
    const angle = 2 * Math.PI * uniform()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
  return { uniform, normal }
}
