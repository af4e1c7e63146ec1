import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Organisation } from '../../domain/editions/publication.ts'
import type { Series } from '../../domain/figures/figure.ts'
import { formatNumber, unitPhrase } from '../../domain/measures/format.ts'
import { categoryThatMovedMost } from '../../domain/scorecard/scorecard.ts'
import { heldSpan } from './chart-model.ts'
import { stateFacts } from './kpi-facts.ts'
import { buildPoints } from './model/points.ts'

export interface CategoryHeadProps {
  kpi: DescribedKpi
  series: readonly Series[]
  organisation: Organisation
}

/** A measure of categories has no whole: its finding names the category that differs most from a year before. */
export function CategoryHead({ kpi, series, organisation }: CategoryHeadProps) {
  const moved = categoryThatMovedMost(series)
  const unit = unitPhrase(kpi)
  const n = moved?.points.findLast(({ value }) => value !== null)?.n
  const base = n == null ? '' : ` The latest period rests on ${formatNumber(n, 0)} cases.`
  return (
    <>
      <h1 className="finding">{moved ? findingOf(kpi, moved) : `${kpi.name}: no figure can be shown`}</h1>
      <p className="standfirst">
        {unit.charAt(0).toUpperCase() + unit.slice(1)} in each category, {organisation.name}.{base} Several
        categories may be recorded for one case, so they are never added up. The one named differs most from a
        year before; whether that is more than chance is not judged here.
      </p>
    </>
  )
}

function findingOf(kpi: DescribedKpi, series: Series): string {
  const held = heldSpan(series)
  const members = kpi.dimensions.find(({ id }) => id === series.dimension)?.members
  const label = members?.find(({ id }) => id === series.member)?.label ?? series.member
  return stateFacts({
    kpi,
    subject: `${kpi.name}, ${label}`,
    points: held ? buildPoints(kpi, series, held, { targets: [], trajectory: null }) : [],
    isWhole: false,
    plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
    milestones: [],
    asOf: '',
  }).finding
}
