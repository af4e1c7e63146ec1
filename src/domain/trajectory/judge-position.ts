import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { whyUnknown } from '../editions/why-unknown.ts'
import type { SeriesPoint } from '../figures/figure.ts'
import type { Plan } from '../plans/plan.ts'
import { type PlanPosition, positionOnTrajectory } from './position.ts'

interface PositionToJudge {
  kpi: Pick<DescribedKpi, 'id' | 'direction' | 'decimals' | 'due'>
  /** the plan is a promise of the whole organisation: a part of it has none */
  isWhole: boolean
  plan: Pick<Plan, 'trajectories'>
  asOf: string
}

/**
 * Where a measure stands against its plan on the day of an edition: unknown while its latest figure is overdue,
 * missing or withheld, for an older figure against today's plan would mislead.
 */
export function judgePosition(
  { kpi, isWhole, plan, asOf }: PositionToJudge,
  latest: Pick<SeriesPoint, 'period' | 'value' | 'availability'> | undefined,
): PlanPosition {
  const trajectory = isWhole ? plan.trajectories.find((path) => path.kpi === kpi.id) : undefined
  if (!trajectory) return { kind: 'no-plan' }
  const reason = whyUnknown(kpi, latest, asOf)
  if (reason || latest?.value == null) return { kind: 'unknown', reason: reason ?? 'missing' }
  const { period, value } = latest
  return positionOnTrajectory(trajectory, kpi.direction, { period, value }, kpi.decimals)
}
