/** Repeatable numbers from 0 up to 1 (mulberry32). */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Repeatable normal noise for tests of statistics (Box and Muller). */
export function seededNoise(seed: number): () => number {
  const uniform = seededUniform(seed)
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

export function noiseOf(count: number, seed: number): number[] {
  const next = seededNoise(seed)
  return Array.from({ length: count }, () => next())
}
