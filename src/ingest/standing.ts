import type { Action } from '../domain/actions/action.ts'
import type { Organisation } from '../domain/editions/publication.ts'
import type { Figure } from '../domain/figures/figure.ts'
import type { KpiDefinition } from '../domain/measures/measure.ts'
import type { Plan } from '../domain/plans/plan.ts'

/** What the newest edition holds: a load stands on it. */
export interface Standing {
  /** null before the first load */
  organisation: Organisation | null
  dataAsAt: string | null
  kpis: readonly KpiDefinition[]
  /** members of each dimension that any measure has */
  members: ReadonlyMap<string, ReadonlySet<string>>
  plan: Plan
  /** the live log */
  actions: readonly Action[]
  /** the newest period that is held of each measure */
  latest: ReadonlyMap<string, string>
  /** every figure of a measure that stands */
  readFigures: (kpi: string) => Promise<readonly StoodFigure[]>
}

/** A figure that stands, as far as a load is set against it. */
export type StoodFigure = Pick<
  Figure,
  | 'dimension'
  | 'member'
  | 'period'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'n'
  | 'availability'
  | 'provisional'
  | 'asAt'
>

/** What names a series. */
export function seriesKey({
  kpi,
  dimension,
  member,
}: {
  kpi: string
  dimension: string
  member: string
}): string {
  return `${kpi}\u001f${dimension}\u001f${member}`
}

export const nothingStanding: Standing = {
  organisation: null,
  dataAsAt: null,
  kpis: [],
  members: new Map(),
  plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
  actions: [],
  latest: new Map(),
  readFigures: async () => [],
}
