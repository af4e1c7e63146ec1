import type { JointForecast } from './forecast.ts'

/** Enough that a chance of one half is known to about two in a hundred, at about two thousandths of a second. */
export const pathCount = 1500

/** Degrees of freedom of the surprises (surprise-distribution.ts): how unsure one is of their size. */
const freedom = 8

/**
 * Ways in which the coming periods may go, on the forecast's working scale: one row of values for each path.
 *
 * Each period has a surprise of its own, and a part of it stays in the level of all that follow; how unsure one is of
 * the size of surprises is drawn once a path. Every single period so has the very spread that the forecast gives it,
 * and neighbouring periods err together as its errors do. The seed is made from the series: the same figures always
 * give the same paths.
 */
export function simulatePaths(joint: JointForecast, count = pathCount): Float64Array[] {
  const { centres, firstStep, size, growth, seed } = joint
  const normal = normalNumbers(seed)
  const stays = Math.sqrt(growth)
  const own = Math.sqrt(1 - joint.carry ** 2)
  return Array.from({ length: count }, () => {
    const scale = size * Math.sqrt(freedom / chiSquared(normal))
    const path = new Float64Array(centres.length)
    let level = 0
    for (let step = 1; step < firstStep + centres.length; step += 1) {
      const surprise = normal()
      const index = step - firstStep
      if (index >= 0) path[index] = (centres[index] ?? 0) + scale * (level + surprise)
      level += stays * (joint.carry * surprise + own * normal())
    }
    return path
  })
}

function chiSquared(normal: () => number): number {
  let sum = 0
  for (let part = 0; part < freedom; part += 1) sum += normal() ** 2
  return sum
}

/** Repeatable normal numbers (mulberry32; Box and Muller, both of each pair). */
function normalNumbers(seed: number): () => number {
  let state = seed >>> 0
  let spare: number | null = null
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
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
