export interface Comparison {
  name: string
  /** what a number is: milliseconds or megabytes (fewer is better) or requests a second (more is better) */
  unit: 'ms' | 'requests/s' | 'MB'
  ours: number
  baseline: number
  /** ours ÷ baseline */
  ratio: number
  /** what 95 in 100 rounds did not exceed, where each was timed by itself */
  tail?: { ours: number; baseline: number }
  /** what we aim at, in words; nothing passes or fails by it */
  goal: string
  rounds: number
}

/** The middle value; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [below, above] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (below === undefined || above === undefined)
    throw new RangeError('There is nothing to take a median of.')
  return (below + above) / 2
}

/**
 * The smallest value that at least so many in a hundred do not exceed (nearest rank).
 *
 * @example percentile of 95 among 40 values → the 38th smallest
 */
export function percentile(values: readonly number[], inHundred: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const found = sorted[Math.ceil((inHundred / 100) * sorted.length) - 1]
  if (found === undefined) throw new RangeError('There is nothing to take a percentile of.')
  return found
}

/**
 * Measures both by turns, so that whatever else the machine does falls on both alike, and compares medians.
 * The first rounds warm up and are not counted.
 */
export async function compare(
  about: Pick<Comparison, 'name' | 'unit' | 'goal'>,
  ours: () => Promise<number>,
  baseline: () => Promise<number>,
  rounds: number,
  warmUp = 2,
): Promise<Comparison> {
  const measured: { ours: number[]; baseline: number[] } = { ours: [], baseline: [] }
  for (let round = -warmUp; round < rounds; round++) {
    // the one that goes first changes with every round
    const first = round % 2 === 0 ? await ours() : await baseline()
    const second = round % 2 === 0 ? await baseline() : await ours()
    if (round < 0) continue
    measured.ours.push(round % 2 === 0 ? first : second)
    measured.baseline.push(round % 2 === 0 ? second : first)
  }
  const [a, b] = [median(measured.ours), median(measured.baseline)]
  const tail = { ours: percentile(measured.ours, 95), baseline: percentile(measured.baseline, 95) }
  return { ...about, ours: a, baseline: b, ratio: a / b, tail, rounds }
}

export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
