import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { compareNames } from '../../domain/measures/compare-names.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { Risk } from '../../domain/plans/plan.ts'

export interface RiskScore {
  likelihood: number
  impact: number
  score: number
}

export interface RiskRow {
  id: string
  title: string
  owner: string
  kpi: { id: string; name: string } | null
  /** as last reviewed; null before the first review */
  now: RiskScore | null
  target: RiskScore
  /** '8 above target'; 'at target' */
  standing: string
  /** newest first */
  reviews: readonly { on: string; score: RiskScore; note: string }[]
}

/** Risks as of a day, the highest score first; one that was never reviewed comes last. */
export function buildRiskRows(
  risks: readonly Risk[],
  kpis: readonly DescribedKpi[],
  asOf: string,
): RiskRow[] {
  const names = new Map(kpis.map(({ id, name }) => [id, name]))
  return risks
    .map((risk) => rowOf(risk, names, asOf))
    .toSorted((a, b) => (b.now?.score ?? 0) - (a.now?.score ?? 0) || compareNames(a.id, b.id))
}

function rowOf(risk: Risk, names: ReadonlyMap<string, string>, asOf: string): RiskRow {
  const reviews = risk.reviews
    .filter(({ reviewedOn }) => reviewedOn <= asOf)
    .toSorted((a, b) => b.reviewedOn.localeCompare(a.reviewedOn))
    .map(({ reviewedOn, likelihood, impact, note }) => ({
      on: formatDate(reviewedOn),
      score: scoreOf(likelihood, impact),
      note,
    }))
  const now = reviews[0]?.score ?? null
  const target = scoreOf(risk.targetLikelihood, risk.targetImpact)
  const name = risk.kpi === null ? undefined : names.get(risk.kpi)
  return {
    id: risk.id,
    title: risk.title,
    owner: risk.ownerRole,
    kpi: risk.kpi !== null && name !== undefined ? { id: risk.kpi, name } : null,
    now,
    target,
    standing: describeDistance(now, target),
    reviews,
  }
}

function scoreOf(likelihood: number, impact: number): RiskScore {
  return { likelihood, impact, score: likelihood * impact }
}

function describeDistance(now: RiskScore | null, target: RiskScore): string {
  if (now === null) return 'not yet reviewed'
  const distance = now.score - target.score
  if (distance === 0) return 'at target'
  return distance > 0 ? `${distance} above target` : `${-distance} below target`
}
