import type { Assurance } from '../spc/point-types.ts'

/** What may be said of a target: what the limits say of it, where the figures that a reader sees bear that out. */
export type TargetClaim =
  | { kind: 'reliably-met' }
  | { kind: 'reliably-missed' }
  | { kind: 'by-chance' }
  /** every figure since limits started is on one side of it */
  | { kind: 'met-in-all' | 'missed-in-all'; figures: number }
  /** so are the last of them, a year at least; seven where they show a special cause */
  | { kind: 'met-in-last' | 'missed-in-last'; figures: number }
  /** so many of the last meet it, a year of months at most: limits do not tell how it is met now */
  | { kind: 'met-in-some'; figures: number; of: number }
  /** the latest figure is not on the side on which the whole usual range lies */
  | { kind: 'met-now' | 'missed-now' }

/** Whether a claim rests on where limits lie, and not on how many figures met the target. */
export function isOfLimits(claim: TargetClaim | null): boolean {
  return claim !== null && !('figures' in claim)
}

/** What the limits alone say. */
export function claimOfLimits(assurance: Assurance): TargetClaim {
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
