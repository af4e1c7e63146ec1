import type { TargetClaim } from './claim-of.ts'

/** What is claimed of a target in two to four words, beside the icon that stands for it; as a clause: claim-words.ts. */
export function claimInShort(claim: TargetClaim): string {
  switch (claim.kind) {
    case 'reliably-met':
      return 'Reliably meets'
    case 'reliably-missed':
      return 'Reliably misses'
    case 'by-chance':
      return 'Hit and miss'
    case 'met-in-all':
      return `Met in all ${claim.figures}`
    case 'missed-in-all':
      return `Missed in all ${claim.figures}`
    case 'met-in-last':
      return `Met in the last ${claim.figures}`
    case 'missed-in-last':
      return `Missed in the last ${claim.figures}`
    case 'met-in-some':
      return `Met in ${claim.figures} of ${claim.of}`
    case 'met-now':
      return 'Met now, not usually'
    case 'missed-now':
      return 'Missed now, not usually'
  }
}
