import { fitShape, type Past, removePast, sumOfProducts } from './least-squares.ts'
import { chanceOfLargerF, chanceOfLargerT } from './tail-chances.ts'

type ShapeKind = 'step' | 'spike' | 'drift' | 'variation'

/** What was found in one series, against its level or against the straight line that it followed. */
export interface ShapedChange {
  kind: ShapeKind
  /** rows from the end at which it began: 1 is the last row */
  months: number
  direction: -1 | 1
  /** the chance of a change at least as strong, of any kind, in a series where nothing has changed */
  chance: number
}

/** Fewer rows than this leave no past to compare with. */
const fewestToCompare = 18

/**
 * Months that a step is looked for at, each about a third longer than the last; others are caught by these.
 * Half a year, the span that reviews ask about most, has twice the chance of the others.
 */
const stepMonths = [3, 4, 6, 9, 12] as const
const halfYear = 6
const stepWeight = (months: number) => (months === halfYear ? 1.7 : 0.825)
const driftMonths = [6, 12] as const
const variationMonths = 6

/**
 * Many shapes are tried on one series, so each must be stronger than if it were the only one. Each kind has
 * its share of the chance of a false alarm, most of it for the step, which is what councils ask about most.
 */
export const spikeShare = 0.09
const shares: Record<ShapeKind, number> = { step: 0.82, spike: spikeShare, drift: 0.06, variation: 0.03 }

/**
 * Neighbouring steps overlap, so they count as fewer than they are; the more each month is like the one
 * before, the less they overlap, and the more an error in that likeness costs. Set so that a chance of p
 * comes up with frequency p (bench/signals-simulation.ts).
 */
function stepsThatCount(steps: number, likeness: number): number {
  return steps * (0.78 + 0.7 * likeness)
}

/**
 * The strongest recent change of a series, if it can be tested: a step in the last 3 to 12 months, a spike
 * in the last, a drift over 6 or 12, more or less variation over 6. Level changes are judged by generalised
 * least squares with each month like the one before to the given degree, variation by the F ratio of the
 * month-to-month surprises. Null with under 18 values, or where most months are alike (rare events).
 *
 * @example 30 months around 50 and six around 70, noise 5 → a step upwards of 6 months
 */
export function strongestChange(
  values: readonly number[],
  likeness: number,
  past: Past = 'level',
): ShapedChange | null {
  if (values.length < fewestToCompare || isMostlyOneValue(values)) return null
  const longest = Math.floor(values.length / 3)
  const steps = stepMonths.filter((months) => months <= longest)
  const drifts = driftMonths.filter((months) => months <= longest)
  const candidates = [
    { ...levelChange(values, likeness, past, 'spike', 1), tries: 1 },
    ...steps.map((months) => ({
      ...levelChange(values, likeness, past, 'step', months),
      tries: stepsThatCount(steps.length, likeness) / stepWeight(months),
    })),
    ...drifts.map((months) => ({
      ...levelChange(values, likeness, past, 'drift', months),
      tries: drifts.length,
    })),
    { ...variationChange(values, likeness, past), tries: 1 },
  ].map(({ tries, ...change }) => ({ ...change, chance: (change.chance * tries) / shares[change.kind] }))
  const strongest = candidates.reduce((best, change) => (change.chance < best.chance ? change : best))
  return { ...strongest, chance: Math.min(1, strongest.chance) }
}

function isMostlyOneValue(values: readonly number[]): boolean {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return Math.max(...counts.values()) * 2 >= values.length
}

/** What a change of a kind adds to each row, for a change of size 1. */
function shapeAt(kind: ShapeKind, months: number, rowsFromEnd: number): number {
  if (rowsFromEnd > months) return 0
  return kind === 'drift' ? (months - rowsFromEnd + 1) / months : 1
}

function levelChange(
  values: readonly number[],
  likeness: number,
  past: Past,
  kind: 'step' | 'spike' | 'drift',
  months: number,
): ShapedChange {
  const shape = values.map((_, row) => shapeAt(kind, months, values.length - row))
  const { size, t, freedom } = fitShape(values, shape, likeness, past)
  return { kind, months, direction: size < 0 ? -1 : 1, chance: chanceOfLargerT(t, freedom) }
}

function variationChange(values: readonly number[], likeness: number, past: Past): ShapedChange {
  const surprises = removePast(values, likeness, past)
  const recent = surprises.slice(-variationMonths)
  const earlier = surprises.slice(0, -variationMonths)
  const freedom = earlier.length - (past === 'trend' ? 2 : 1)
  const ratio = sumOfProducts(recent, recent) / recent.length / (sumOfProducts(earlier, earlier) / freedom)
  const upper = chanceOfLargerF(ratio, recent.length, freedom)
  const chance = 2 * Math.min(upper, 1 - upper)
  return { kind: 'variation', months: variationMonths, direction: ratio < 1 ? -1 : 1, chance }
}
