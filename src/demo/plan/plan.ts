import type { Plan } from '../../domain/plans/plan.ts'
import type { Vintage } from '../timeline.ts'

/** The improvement plan as an edition froze it. */
export function planAt(_: Vintage): Plan {
  return { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
}
