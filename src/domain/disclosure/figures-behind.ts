import type { KpiDefinition } from '../measures/measure.ts'
import { proposedPolicy, roundingInterval } from './policy.ts'
import { needsProtection, roundingStep } from './protect.ts'

type RoundedKpi = Pick<KpiDefinition, 'unit' | 'sdc' | 'decimals' | 'receivedDecimals' | 'percentile'> & {
  per?: KpiDefinition['per']
}

/**
 * The ends of all that rounds to a published figure, of which whatever is told of it must hold: on which side of a target
 * it lies, of a plan, of a promise. So what is told rests on what is published alone. Were the figure received asked
 * instead, an answer that is kept back would tell on which side that lies, and two bounds could leave one number. None
 * where a figure is published as it was received.
 *
 * @example 330 people → 328 and 332; 5 people → 5 and 7; 87% → 86.5 and 87.5; a median of 12 days → none
 */
export function figuresBehind(kpi: RoundedKpi, value: number | null): number[] {
  if (value === null || !needsProtection(kpi)) return []
  if (kpi.unit === 'count') {
    const { lower, upper } = roundingInterval(value, true, proposedPolicy)
    return [lower, upper]
  }
  const half = roundingStep(kpi) / 2
  return half === 0 ? [] : [value - half, value + half]
}

/**
 * What is told of a published figure, or that rounding hides it: where the figures behind it are not all judged alike.
 *
 * @example 330 published, of 328 to 332: at most 340 → met; at most 331 → hidden
 */
export function toldOf<Verdict>(
  judge: (value: number) => Verdict,
  value: number,
  behind: readonly number[],
): Verdict | 'hidden' {
  const verdict = judge(value)
  return behind.every((other) => judge(other) === verdict) ? verdict : 'hidden'
}
