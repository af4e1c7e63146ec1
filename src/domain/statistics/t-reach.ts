import { chanceOfLargerT } from '../signals/tail-chances.ts'

/** The t that is exceeded, either way, with a chance: found by halving. @example (31, 0.05) → 2.0395 */
export function reachOfT(freedom: number, chance: number): number {
  let low = 0
  let high = 100
  for (let halving = 0; halving < 60; halving += 1) {
    const middle = (low + high) / 2
    if (chanceOfLargerT(middle, freedom) > chance) low = middle
    else high = middle
  }
  return high
}
