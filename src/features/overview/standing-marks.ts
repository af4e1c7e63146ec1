import { evidence } from '../../domain/findings/evidence-words.ts'
import { lowerFirst } from '../../domain/measures/letter-case.ts'
import type { Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import type { Signal, Standing, Verdict } from './overview-search.ts'

interface StandingMark {
  icon: IconName
  tone: Tone
  /** as a choice in the filter */
  choice: string
}

/** Each place on the plan by shape, word and colour; ink where no judgement of noise stands behind it. */
export const standingMarks: Record<Standing, StandingMark> = {
  behind: { icon: 'off-plan', tone: 'ink', choice: 'Behind plan' },
  'on-plan': { icon: 'on-plan', tone: 'ink', choice: 'Level or ahead' },
  'no-plan': { icon: 'not-judged', tone: 'data', choice: 'No plan' },
  unknown: { icon: 'overdue', tone: 'late', choice: 'Unknown' },
}

/** How the tally at the head of the page counts what the figures say of change. */
export const verdictMarks: Record<Verdict, { icon: IconName; tone: Tone; inTally: string }> = {
  concern: { icon: 'concerning-high', tone: 'concern', inTally: 'concerning' },
  improvement: { icon: 'improving-high', tone: 'improvement', inTally: 'improving' },
  changed: { icon: 'changed-high', tone: 'neutral', inTally: 'changed, not plainly better or worse' },
  common: { icon: 'common-cause', tone: 'data', inTally: lowerFirst(evidence.none.title) },
  'not-judged': { icon: 'not-judged', tone: 'data', inTally: 'not judged' },
  unknown: { icon: 'overdue', tone: 'late', inTally: 'unknown: no latest figure' },
}

export const signalChoices: Record<Signal, string> = {
  attention: 'Needs attention',
  look: 'Worth a look',
  concern: 'Concerning',
  improvement: 'Improving',
  changed: 'Changed otherwise',
  common: 'No real change',
  'not-judged': 'Not judged',
  unknown: 'Unknown',
}
