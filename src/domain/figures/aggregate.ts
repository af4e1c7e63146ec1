import type { Aggregation } from '../measures/measure.ts'
import type { Figure } from './figure.ts'

export type Across = 'members' | 'periods'

export type AggregateResult =
  | { kind: 'value'; value: number; numerator: number | null; denominator: number | null }
  | { kind: 'not-allowed'; reason: string }
  | { kind: 'incomplete'; reason: string }

/**
 * The only way in which figures of one measure are ever combined.
 *
 * S: sum. P: sum across members on one date, never across periods (the period's last figure stands for it).
 * W: 100 × Σ numerator ÷ Σ denominator for percentages, Σ ÷ Σ otherwise. M, D and X: never.
 * One missing or suppressed part makes the whole incomplete: absence is never read as zero.
 *
 * @example S over members 3, 4, 5 → 12; W over 28/64 and 10/36 (percent) → 38
 */
export function aggregateFigures(
  aggregation: Aggregation,
  across: Across,
  figures: readonly Pick<Figure, 'value' | 'numerator' | 'denominator' | 'period' | 'member'>[],
  scale: 1 | 100 = 100,
): AggregateResult {
  switch (aggregation) {
    case 'M':
      return { kind: 'not-allowed', reason: 'A median or percentile cannot be summed, averaged or weighted.' }
    case 'D':
      return {
        kind: 'not-allowed',
        reason: 'People are counted once in each group and month, so groups and months overlap.',
      }
    case 'X':
      return {
        kind: 'not-allowed',
        reason: 'Several categories may be recorded for one case, so they have no total.',
      }
    case 'P':
      if (across === 'periods') {
        return {
          kind: 'not-allowed',
          reason: 'A snapshot is never summed over periods: the last one stands for the whole.',
        }
      }
      return sum(figures)
    case 'S':
      return sum(figures)
    case 'W':
      return recompute(figures, scale)
  }
}

function sum(figures: readonly Pick<Figure, 'value'>[]): AggregateResult {
  let total = 0
  for (const { value } of figures) {
    if (value === null) return { kind: 'incomplete', reason: 'A part is missing or suppressed.' }
    total += value
  }
  return figures.length
    ? { kind: 'value', value: total, numerator: null, denominator: null }
    : { kind: 'incomplete', reason: 'There is nothing to add up.' }
}

function recompute(
  figures: readonly Pick<Figure, 'numerator' | 'denominator'>[],
  scale: 1 | 100,
): AggregateResult {
  let numerator = 0
  let denominator = 0
  for (const part of figures) {
    if (part.numerator === null || part.denominator === null) {
      return { kind: 'incomplete', reason: 'A part has no numerator or denominator.' }
    }
    numerator += part.numerator
    denominator += part.denominator
  }
  return denominator > 0
    ? { kind: 'value', value: (scale * numerator) / denominator, numerator, denominator }
    : { kind: 'incomplete', reason: 'The denominators add up to nothing.' }
}
