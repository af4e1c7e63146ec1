/** The improvement plan as an edition freezes it. Roles, never people. Dates are ISO days. */

export interface Workstream {
  id: string
  name: string
  sponsorRole: string
  board: string
}

/** Delivery as reported: blue complete and accepted, green, amber, red, grey not started. */
export const bragStatuses = ['blue', 'green', 'amber', 'red', 'grey'] as const
export type Brag = (typeof bragStatuses)[number]

/** Who may read it once an edition has frozen it. */
export const releases = ['public', 'officer'] as const
export type Release = (typeof releases)[number]

export interface MilestoneMove {
  from: string
  to: string
  reason: string
  approver: string
  movedOn: string
}

export interface Milestone {
  id: string
  /** a workstream's id, or its name where no workstreams were given */
  workstream: string
  title: string
  kpi: string | null
  /** as written: `<= 450 for 3 months`; see success-measure.ts */
  successMeasure: string | null
  ownerRole: string
  /** the date first promised: never changes */
  baselineDue: string
  currentDue: string
  completed: string | null
  /** the status that was reported; the one shown is computed (judge-milestone.ts) */
  status: Brag
  risk: string | null
  evidence: string | null
  confidence: string | null
  release: Release
  /** oldest first */
  moves: readonly MilestoneMove[]
}

export interface Trajectory {
  kpi: string
  approvedBy: string
  /** in period order */
  points: readonly { period: string; planned: number }[]
}

export const interventionKinds = ['band', 'rebaseline', 'definition-break'] as const
type InterventionKind = (typeof interventionKinds)[number]

export interface Intervention {
  id: string
  /** null where it concerns every measure */
  kpi: string | null
  kind: InterventionKind
  start: string
  /** null for a band that is still running, and for changes of one day */
  end: string | null
  title: string
  reason: string
}

export interface RiskReview {
  reviewedOn: string
  likelihood: number
  impact: number
  note: string
}

export interface Risk {
  id: string
  title: string
  ownerRole: string
  kpi: string | null
  /** 1 to 5 */
  targetLikelihood: number
  targetImpact: number
  /** oldest first */
  reviews: readonly RiskReview[]
}

export interface Plan {
  workstreams: readonly Workstream[]
  milestones: readonly Milestone[]
  trajectories: readonly Trajectory[]
  interventions: readonly Intervention[]
  risks: readonly Risk[]
}

/** The plan as the protected set holds it: milestones released to the public, and no officer detail. */
export function protectPlan(plan: Plan): Plan {
  return {
    workstreams: plan.workstreams,
    milestones: plan.milestones
      .filter((milestone) => milestone.release === 'public')
      .map((milestone) => ({ ...milestone, risk: null, evidence: null, confidence: null })),
    trajectories: plan.trajectories,
    interventions: plan.interventions,
    risks: [],
  }
}

/** The days on which what is counted changed. */
export function cutsOf({ interventions }: Pick<Plan, 'interventions'>, kpi: string): string[] {
  return interventions
    .filter((item) => item.kind === 'definition-break' && (item.kpi === null || item.kpi === kpi))
    .map(({ start }) => start)
}
