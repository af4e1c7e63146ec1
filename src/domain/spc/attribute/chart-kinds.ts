/**
 * The charts that a series can be drawn as. xmr: single figures; run: figures about their median; p, u: shares
 * and rates by the size of their denominators, and p-prime, u-prime with the spread that the figures have beside
 * (Laney); c: counts of one size of population; g, t: cases and days between rare events.
 */
export const chartKinds = ['xmr', 'run', 'p', 'p-prime', 'u', 'u-prime', 'c', 'g', 't'] as const
export type ChartKind = (typeof chartKinds)[number]

/** Kinds whose values are numerators, so that each needs what it is out of. */
export function needsDenominators(kind: ChartKind): boolean {
  return kind === 'p' || kind === 'p-prime' || kind === 'u' || kind === 'u-prime'
}
