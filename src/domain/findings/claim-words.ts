import type { TargetClaim } from './claim-of.ts'

/** What is claimed of a target, as a clause; how a claim is come to stands in target-claim.ts. */
export function claimInWords(claim: TargetClaim, target: string): string {
  switch (claim.kind) {
    case 'reliably-met':
      return `the whole usual range meets the target of ${target}`
    case 'reliably-missed':
      return `the usual range does not reach the target of ${target}`
    case 'by-chance':
      return `the target of ${target} may be met or missed by chance`
    case 'met-in-all':
      return `all ${claim.figures} figures meet the target of ${target}`
    case 'missed-in-all':
      return `none of the ${claim.figures} figures meets the target of ${target}`
    case 'met-in-last':
      return `each of the last ${claim.figures} figures meets the target of ${target}`
    case 'missed-in-last':
      return `none of the last ${claim.figures} figures meets the target of ${target}`
    case 'met-in-some':
      return `${claim.figures} of the last ${claim.of} figures ${claim.figures === 1 ? 'meets' : 'meet'} the target of ${target}`
    case 'met-now':
      return `the latest figure meets the target of ${target}, which the usual range does not reach`
    case 'missed-now':
      return `the latest figure misses the target of ${target}, though the usual range meets it`
  }
}
