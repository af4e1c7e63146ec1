import { seededUniform } from '../statistics/seeded-numbers.ts'
import type { JointForecast } from './forecast.ts'
import { fitReadings, type Reading } from './readings.ts'
import { trendDamping } from './settings.ts'

/** Enough that a chance of one half is known to about one in a hundred, at about three thousandths of a second. */
const pathCount = 1500
/** More degrees of freedom than this are not believed: figures to come are less alike than those that were. */
const mostFreedom = 8
/** Surprises to come are a little larger than those that the readings were fitted to. */
const widening = 1.05

/**
 * Ways in which the coming periods may go, on the forecast's working scale: one row of values for each path.
 *
 * Each path follows one reading of the series (readings.ts), as many paths each as its weight says; it draws how large
 * surprises are, where the level stands and how it trends, as far as these are unsure, and then goes forward month by
 * month: what a surprise leaves in the level stays for all months after it. The seed is made from the figures, so that
 * the same figures always give the same paths, whatever is asked of them.
 */
export function simulatePaths(joint: JointForecast): readonly Float64Array[] {
  const drawn = drawnPaths.get(joint)
  if (drawn) return drawn
  const normal = normalNumbers(joint.seed)
  const paths = shareOut(fitReadings(joint.smooth, joint.scale)).map((reading) =>
    followReading(reading, joint, normal),
  )
  drawnPaths.set(joint, paths)
  return paths
}

/** Kept while a forecast is, for all that is asked of it. */
const drawnPaths = new WeakMap<JointForecast, readonly Float64Array[]>()

/** The readings, each as often as its weight says, by picking at even distances. */
function shareOut(readings: readonly Reading[]): Reading[] {
  const total = readings.reduce((sum, { weight }) => sum + weight, 0)
  let upTo = 0
  return readings.flatMap((reading) => {
    const before = Math.round((upTo / total) * pathCount)
    upTo += reading.weight
    return Array<Reading>(Math.round((upTo / total) * pathCount) - before).fill(reading)
  })
}

function followReading(reading: Reading, joint: JointForecast, normal: () => number): Float64Array {
  const { seasonal, firstStep, charge, scale } = joint
  const freedom = Math.min(mostFreedom, Math.round(reading.freedom))
  const size = widening * charge * reading.size * Math.sqrt(freedom / chiSquared(freedom, normal))
  const path = new Float64Array(seasonal.length)
  const slopeOff = reading.slopeError * normal()
  let trended = 0
  let level = reading.level + reading.levelError * normal()
  for (let step = 1; step < firstStep + seasonal.length; step += 1) {
    trended += trendDamping ** step
    const line = scale.toScale(reading.end + reading.slope * trended) + slopeOff * trended
    const surprise = size * normal()
    const index = step - firstStep
    if (index >= 0) path[index] = line + level + surprise + (seasonal[index] ?? 0)
    level += reading.memory * surprise
  }
  return path
}

function chiSquared(freedom: number, normal: () => number): number {
  let sum = 0
  for (let part = 0; part < freedom; part += 1) sum += normal() ** 2
  return sum
}

/** Repeatable normal numbers (Box and Muller, both of each pair). */
function normalNumbers(seed: number): () => number {
  const uniform = seededUniform(seed)
  let spare: number | null = null
  return () => {
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
}
