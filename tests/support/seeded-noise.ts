import { seededUniform } from '../../src/domain/statistics/seeded-numbers.ts'

/** Repeatable normal noise for tests of statistics (Box and Muller). */
export function seededNoise(seed: number): () => number {
  const uniform = seededUniform(seed)
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
}

export function noiseOf(count: number, seed: number): number[] {
  const next = seededNoise(seed)
  return Array.from({ length: count }, () => next())
}
