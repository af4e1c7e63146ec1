import { shownPercent } from '../forecast/chance-words.ts'
import type { ReachedTarget } from '../forecast/reached-target.ts'
import { meetsBound } from '../measures/measure.ts'
import type { ImprovementDirection } from '../spc/judgement.ts'
import { type Observation, presentValues } from '../spc/observation.ts'
import type { Assurance } from '../spc/point-types.ts'
import { claimOfLimits, type TargetClaim } from './claim-of.ts'

/** So long a run on one side of a target is not told as hit and miss: a year of months. */
const longRun = 12
/**
 * Where limits show that figures have changed, they do not describe how they meet a target now: the run that told it.
 */
const changedRun = 7

export interface TargetToJudge {
  target: number | null
  improvement: ImprovementDirection
}

/** Why limits of the stretch are not those of today, so that figures alone tell how a target is met. */
export interface LimitsOfBefore {
  /** the latest figure shows a special cause */
  isChanged?: boolean
  /** they take in more than one level */
  isMixed?: boolean
}

/**
 * Limits judge where the process lies; whether a target was met is in the figures. A target on the edge of what is
 * possible (100%) can be met every month and still lie inside the usual range: that is told as met every month, not as
 * hit and miss. "Reliably" needs limits of today and every one of the last twelve figures on their side; where limits
 * are of before, how many of these meet the target is told, and nothing of chance. Null without a target, a good way or
 * a figure; and without limits, unless all figures are on one side.
 *
 * @param values that count; a missing one is passed over
 * @example 36 times 100 with target 100, inconsistent → met in all 36; 97 of late where the whole range lies below a
 * target of 95 → met now; the whole range above a target of 500 for the better below it, and five of the last twelve
 * figures at 450 → met in 5 of 12
 */
export function judgeTargetClaim(
  assurance: Assurance | null,
  values: readonly Observation[],
  { target, improvement }: TargetToJudge,
  { isChanged = false, isMixed = false }: LimitsOfBefore = {},
): TargetClaim | null {
  if (target === null || improvement === 'neutral') return null
  const met = presentValues(values).map((value) => meetsBound(value, target, improvement))
  const isMet = met.at(-1)
  if (isMet === undefined) return null
  const run = met.length - 1 - met.lastIndexOf(!isMet)
  const isAll = run === met.length
  if (assurance === null) return isAll ? inAll(isMet, run) : null
  const isOfBefore = isChanged || isMixed
  const late = met.slice(-longRun)
  const isOfLimits = assurance === (isMet ? 'consistent_pass' : 'consistent_fail')
  if (isOfLimits && !isOfBefore && run >= late.length) return claimOfLimits(assurance)
  if (isAll) return inAll(isMet, run)
  if (run >= (isOfBefore ? changedRun : longRun))
    return { kind: isMet ? 'met-in-last' : 'missed-in-last', figures: run }
  if (assurance === 'inconsistent' && !isOfBefore) return claimOfLimits(assurance)
  const isFirst = !isOfLimits && assurance !== 'inconsistent' && late.lastIndexOf(isMet, -2) < 0
  if (isFirst && !isMixed) return { kind: isMet ? 'met-now' : 'missed-now' }
  return { kind: 'met-in-some', figures: late.filter(Boolean).length, of: late.length }
}

/** In percent, as shown: what may come so often is not missed, or met, reliably. */
const toldAgainst = { missed: 20, met: 85 } as const

/**
 * Whether what lies ahead denies a claim that limits make: "reliably misses" of a target that is met with even odds as
 * far as anybody looks ahead, which may be further than its date. Limits are of single figures about one mean; the forecast knows where they lead.
 *
 * @example reliably missed, met in some month within 18 months with chance 0.5 → true
 */
export function isDeniedAhead(claim: TargetClaim | null, reach: ReachedTarget): boolean {
  switch (claim?.kind) {
    case 'reliably-missed':
      return reach.kind === 'chances' && shownPercent(reach.everWithin) >= toldAgainst.missed
    case 'reliably-met':
      return reach.kind === 'kept' && !!reach.stays && shownPercent(reach.stays.chance) < toldAgainst.met
    default:
      return false
  }
}

function inAll(isMet: boolean, figures: number): TargetClaim {
  return { kind: isMet ? 'met-in-all' : 'missed-in-all', figures }
}
