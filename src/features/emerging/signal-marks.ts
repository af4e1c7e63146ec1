import type { Meaning, SignalKind } from '../../domain/analysis/edition-analysis.ts'
import type { Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'

/** What a flagged change means for people: shape, word and colour. */
export const meaningMarks: Record<Meaning, { icon: IconName; tone: Tone; words: string }> = {
  concern: { icon: 'concerning-high', tone: 'concern', words: 'Concern' },
  neutral: { icon: 'changed-high', tone: 'neutral', words: 'Change, neither better nor worse' },
  improvement: { icon: 'improving-high', tone: 'improvement', words: 'Improvement' },
}

/** As above, for a change that goes down. */
const downwards: Record<Meaning, IconName> = {
  concern: 'concerning-low',
  neutral: 'changed-low',
  improvement: 'improving-low',
}

export function meaningIcon(meaning: Meaning, direction: 1 | -1): IconName {
  return direction > 0 ? meaningMarks[meaning].icon : downwards[meaning]
}

/** The kind of change, in a reader's words. */
export const kindWords: Record<SignalKind, string> = {
  step: 'A new level',
  drift: 'A slow drift',
  spike: 'One month far off',
  variation: 'More or less variation',
  mix: 'A change in the mix',
}
