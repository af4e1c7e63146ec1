import { meetsBound } from '../measures/measure.ts'
import type { Assurance, ImprovementDirection } from '../spc/judgement.ts'
import { type Observation, presentValues } from '../spc/observation.ts'

/** What may be said of a target: what the limits say of it, where the figures that a reader sees bear that out. */
export type TargetClaim =
  | { kind: 'reliably-met' }
  | { kind: 'reliably-missed' }
  | { kind: 'by-chance' }
  /** every figure since limits started is on one side of it */
  | { kind: 'met-in-all' | 'missed-in-all'; figures: number }
  /** so are the last of them, a year at least */
  | { kind: 'met-in-last' | 'missed-in-last'; figures: number }
  /** the latest figure is not on the side on which the whole usual range lies */
  | { kind: 'met-now' | 'missed-now' }

/** So long a run on one side of a target is not told as hit and miss: a year of months. */
const longRun = 12

export interface TargetToJudge {
  target: number | null
  improvement: ImprovementDirection
}

/**
 * Limits judge where the process lies; whether a target was met is in the figures. A target on the edge of what is
 * possible (100%) can be met every month and still lie inside the usual range: that is told as met every month, not as
 * hit and miss. Null without a target, a good way or a figure; and without limits, unless all figures are on one side.
 *
 * @param values since limits started; a missing one is passed over
 * @example 36 times 100 with target 100, inconsistent → met in all 36; 97 of late where the whole range lies below a
 * target of 95 → met now
 */
export function judgeTargetClaim(
  assurance: Assurance | null,
  values: readonly Observation[],
  { target, improvement }: TargetToJudge,
): TargetClaim | null {
  if (target === null || improvement === 'neutral') return null
  const met = presentValues(values).map((value) => meetsBound(value, target, improvement))
  const isMet = met.at(-1)
  if (isMet === undefined) return null
  const run = met.length - 1 - met.lastIndexOf(!isMet)
  const isAll = run === met.length
  if (assurance === null) return isAll ? inAll(isMet, run) : null
  if (assurance === (isMet ? 'consistent_pass' : 'consistent_fail')) return claimOfLimits(assurance)
  if (isAll) return inAll(isMet, run)
  if (run >= longRun) return { kind: isMet ? 'met-in-last' : 'missed-in-last', figures: run }
  if (assurance === 'inconsistent') return claimOfLimits(assurance)
  return { kind: isMet ? 'met-now' : 'missed-now' }
}

function inAll(isMet: boolean, figures: number): TargetClaim {
  return { kind: isMet ? 'met-in-all' : 'missed-in-all', figures }
}

function claimOfLimits(assurance: Assurance): TargetClaim {
  switch (assurance) {
    case 'consistent_pass':
      return { kind: 'reliably-met' }
    case 'consistent_fail':
      return { kind: 'reliably-missed' }
    case 'inconsistent':
      return { kind: 'by-chance' }
  }
}

/** The claim of an analysis, or what its limits say where it holds none. */
export function claimOf(
  analysis: { claim?: TargetClaim | null | undefined; assurance: Assurance | null } | null | undefined,
): TargetClaim | null {
  if (!analysis) return null
  if (analysis.claim !== undefined) return analysis.claim
  return analysis.assurance === null ? null : claimOfLimits(analysis.assurance)
}
