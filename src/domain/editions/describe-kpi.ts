import { type KpiDefinition, rateBaseOf } from '../measures/measure.ts'
import { monthOf } from '../periods/calendar.ts'
import { periodContaining } from '../periods/period.ts'
import type { Intervention } from '../plans/plan.ts'
import type { Holdings } from './holdings.ts'

export interface DescribedKpi extends Omit<KpiDefinition, 'targets' | 'dueDay'>, Holdings {
  targets: KpiDefinition['targets'][number][]
  breaks: { date: string; title: string; reason: string }[]
  baselines: { period: string; reason: string }[]
  /** whose figures these are, where they are not those of the set that was asked for */
  audience?: 'protected' | undefined
}

/** A measure as the API describes it: its definition, what is held of it, and its recorded changes. */
export function describeKpi(
  kpi: KpiDefinition,
  holdings: Holdings,
  interventions: readonly Intervention[],
): DescribedKpi {
  const { dueDay: _, ...definition } = kpi
  const own = interventions.filter((item) => item.kpi === null || item.kpi === kpi.id)
  return {
    ...definition,
    // definitions of earlier editions may not say these
    one: kpi.one ?? null,
    many: kpi.many ?? null,
    per: kpi.unit === 'rate' ? rateBaseOf(kpi) : null,
    ...holdings,
    targets: [...kpi.targets],
    breaks: own
      .filter((item) => item.kind === 'definition-break')
      .map(({ start, title, reason }) => ({ date: start, title, reason })),
    baselines: own
      .filter((item) => item.kind === 'rebaseline')
      .map(({ start, reason }) => ({ period: periodContaining(kpi.frequency, monthOf(start)), reason })),
  }
}
