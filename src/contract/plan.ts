import * as z from 'zod/mini'
import { impactStates } from '../domain/plans/impact-states.ts'
import { interventionKinds } from '../domain/plans/plan.ts'
import { successKinds } from '../domain/plans/success-kinds.ts'
import { Audience, isoDate, period } from './common.ts'
import { Milestone } from './milestone.ts'

/** Delivery against impact of one milestone, as computed at publication. */
export const MilestoneImpact = z.object({
  milestone: z.string(),
  state: z.enum(impactStates),
  /** what was promised of its measure, in plain words; null where nothing was */
  promise: z.nullable(z.string()),
  success: z.enum(successKinds),
  successSentence: z.string(),
  sentence: z.string(),
  /** chance, 0 to 1, of having kept the promise by its date; null where it is met already or that cannot be asked */
  chanceByDate: z.nullable(z.number()),
  /**
   * periods in a row that the chance is of keeping it; left out where the chance is of the very period of the date,
   * as analyses said that were stored before
   */
  sustain: z.optional(z.nullable(z.int())),
  /** the date set for its measure has passed without it; left out where it has not */
  isDateMissed: z.optional(z.boolean()),
})
export type MilestoneImpact = z.infer<typeof MilestoneImpact>

export const PlanReply = z.object({
  edition: z.int(),
  audience: Audience,
  workstreams: z.array(
    z.object({ id: z.string(), name: z.string(), sponsorRole: z.string(), board: z.string() }),
  ),
  milestones: z.array(Milestone),
  trajectories: z.array(
    z.object({
      kpi: z.string(),
      approvedBy: z.string(),
      points: z.array(z.object({ period, planned: z.number() })),
    }),
  ),
  interventions: z.array(
    z.object({
      id: z.string(),
      kpi: z.nullable(z.string()),
      kind: z.enum(interventionKinds),
      start: isoDate,
      end: z.nullable(isoDate),
      title: z.string(),
      reason: z.string(),
    }),
  ),
  /** of every milestone, in their order; an API that offers figures only leaves it out */
  impacts: z.optional(z.array(MilestoneImpact)),
  /** officers only: empty in the protected set */
  risks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      ownerRole: z.string(),
      kpi: z.nullable(z.string()),
      targetLikelihood: z.int(),
      targetImpact: z.int(),
      reviews: z.array(
        z.object({ reviewedOn: isoDate, likelihood: z.int(), impact: z.int(), note: z.string() }),
      ),
    }),
  ),
})
export type PlanReply = z.infer<typeof PlanReply>
