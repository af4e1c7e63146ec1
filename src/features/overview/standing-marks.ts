import type { Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import type { Standing } from './overview-search.ts'

interface StandingMark {
  icon: IconName
  tone: Tone
  /** as a choice in the filter */
  choice: string
  inTally: string
}

/** Each place on the plan by shape, word and colour; ink where no judgement of noise stands behind it. */
export const standingMarks: Record<Standing, StandingMark> = {
  behind: { icon: 'off-plan', tone: 'ink', choice: 'Behind plan', inTally: 'behind plan' },
  'on-plan': { icon: 'on-plan', tone: 'ink', choice: 'Level or ahead', inTally: 'level with plan, or ahead' },
  'no-plan': {
    icon: 'not-judged',
    tone: 'data',
    choice: 'No plan',
    inTally: 'no plan, or inputs that are not judged',
  },
  unknown: { icon: 'overdue', tone: 'late', choice: 'Unknown', inTally: 'unknown: no latest figure' },
}
