import type { Action } from '../actions/action.ts'
import type { Commentary } from '../commentary/commentary.ts'
import type { Figure } from '../figures/figure.ts'
import type { KpiDefinition } from '../measures/measure.ts'
import type { Intervention, Milestone, Risk, Trajectory, Workstream } from '../plans/plan.ts'

/** `exact`: signed-in officers. `protected`: everybody else. */
export const audiences = ['exact', 'protected'] as const
export type Audience = (typeof audiences)[number]

export interface Organisation {
  name: string
  service: string
  /** invented figures: labelled so everywhere, and never mixed with real ones */
  illustrative: boolean
  marking: string
  timezone: string
  /** of an officer's exact set: the services whose figures are exact, where not all of them are */
  exactOf?: readonly string[] | undefined
}

export interface Edition {
  number: number
  label: string
  /** ISO instant */
  publishedAt: string
  /** ISO date: overdue, slip and "latest" are judged as of this day */
  dataAsAt: string
  note: string | null
  supersededBy: number | null
  withdrawn: boolean
  /** when and why; absent of an edition that stands */
  withdrawal?: Withdrawal | undefined
  /** of one that was rolled back: the earlier edition that it stands on again */
  standsOn?: number | undefined
}

/** An edition that was taken back stays readable under its number; it is the latest no more. */
export interface Withdrawal {
  /** ISO instant */
  at: string
  reason: string
}

/** What a member of a dimension is called, where that is not simply its id. */
export interface MemberLabel {
  dimension: string
  member: string
  label: string
  /** for comparators: England, region, council */
  level: string | null
}

/**
 * What a new edition brings. It stands on the edition before: a figure, definition or milestone that is not
 * named here stands as it was; one that is named replaces what has the same key.
 */
export interface Publication {
  label: string
  publishedAt: string
  dataAsAt: string
  note: string | null
  kpis: readonly KpiDefinition[]
  members: readonly MemberLabel[]
  figures: Iterable<Figure>
  workstreams: readonly Workstream[]
  milestones: readonly Milestone[]
  trajectories: readonly Trajectory[]
  interventions: readonly Intervention[]
  /** ids of recorded re-baselines that the new edition does not have any more */
  takenBack?: readonly string[]
  risks: readonly Risk[]
  /** actions arising: those that the log does not know are added to it */
  actions?: readonly Action[]
  commentary?: readonly Commentary[]
}
