import { capital } from '../measures/letter-case.ts'
import { formatPeriod } from '../periods/labels.ts'
import { isOfLimits, type TargetClaim } from './claim-of.ts'
import { evidence } from './evidence-words.ts'
import type { FindingState } from './finding-state.ts'
import {
  besideItsLike,
  claimTitle,
  meaningTitles,
  missingTitle,
  noLimitsTitles,
  notJudgedTitles,
  outOfReachTitle,
  withheldTitle,
} from './finding-words.ts'
import { isHedged } from './meanings.ts'
import { signWords } from './sign-words.ts'
import { lastingTitle } from './told-meaning.ts'
import { figuresInWords } from './write-finding.ts'

/**
 * The finding as the title of a chart, about ten words, without measure or value: those stand beside it.
 *
 * @example 'Real improvement: seven months below the mean'; 'No evidence of real change; target not likely to be
 * met'; 'Too few points to judge change'
 * @param isOutOfReach the target is not likely to be met as far as anybody can look ahead
 * @param isWithheld the latest figure is held back because numbers are small, not absent
 */
export function writeHeadline(state: FindingState, isOutOfReach = false, isWithheld = false): string {
  if (state.change.kind === 'latest-missing' && isWithheld) return withheldTitle
  const title = titleOf(state, isOutOfReach)
  // where limits do not say it, the forecast does
  const isSilent =
    state.change.kind === 'not-judged' ||
    state.change.kind === 'flagged' ||
    (state.change.kind === 'by-method' && state.claim === null && !state.change.isOfLimits)
  return isOutOfReach && isSilent ? `${title}; ${outOfReachTitle}` : title
}

function titleOf({ change, claim }: FindingState, isOutOfReach: boolean): string {
  switch (change.kind) {
    case 'latest-missing':
      return missingTitle
    case 'not-judged':
      return notJudgedTitles[change.because]
    case 'by-method':
      return byMethodTitle(change)
    case 'flagged':
      return capital(change.flag.title)
    case 'no-limits':
      return withClaim(noLimitsTitles[change.because], claim, isOutOfReach)
    case 'common-cause': {
      const since = change.since === undefined ? '' : ` since ${formatPeriod(change.since)}`
      return withClaim(`${evidence.none.title}${since}`, claim, isOutOfReach)
    }
    case 'special-cause':
      if (change.shift) {
        const title = lastingTitle(change.meaning, change.shift)
        return withClaim(title, isOfLimits(claim) ? claim : null, isOutOfReach)
      }
      // a title that weighs two things has no room for the sign as well
      return isHedged(change.meaning)
        ? meaningTitles[change.meaning]
        : `${meaningTitles[change.meaning]}${change.provisional ? ', if it holds' : ''}: ${signWords[change.sign].title(figuresInWords(change), change)}`
  }
}

/** A movement is a title of its own; other signs stand after what they mean. */
function byMethodTitle({
  meaning,
  seen,
  provisional,
  isSeasonal,
}: Extract<FindingState['change'], { kind: 'by-method' }>): string {
  if (seen?.isWholeTitle) return `${capital(seen.title)}${provisional ? ', if it holds' : ''}`
  if (meaning === null) return evidence.none.title
  return seen && !isHedged(meaning)
    ? `${meaningTitles[meaning]}${provisional ? ', if it holds' : ''}: ${seen.title}`
    : besideItsLike(meaningTitles[meaning], isSeasonal)
}

/** What limits say is a fact about figures so far; what is likely to come is the forecast's to say. */
function withClaim(title: string, claim: TargetClaim | null, isOutOfReach: boolean): string {
  const target = claim?.kind === 'reliably-missed' && isOutOfReach ? outOfReachTitle : claimTitle(claim)
  return target === null ? title : `${title}; ${target}`
}
