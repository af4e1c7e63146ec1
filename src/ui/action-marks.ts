import type { Tone } from './IconWord.tsx'
import type { IconName } from './icon-shapes.tsx'

export interface ActionMark {
  word: string
  icon: IconName
  tone: Tone
}

type ActionState = 'open' | 'in-progress' | 'awaiting-confirmation' | 'closed' | 'superseded'

/** Each state of an action: its word, its shape and its colour. */
export const actionMarks: Record<ActionState, ActionMark> = {
  open: { word: 'Open', icon: 'not-started', tone: 'ink' },
  'in-progress': { word: 'In progress', icon: 'on-track', tone: 'ink' },
  'awaiting-confirmation': { word: 'Awaiting confirmation', icon: 'too-early', tone: 'ink' },
  closed: { word: 'Closed', icon: 'complete', tone: 'complete' },
  superseded: { word: 'Superseded', icon: 'not-judged', tone: 'ink' },
}

/** Stands in place of the state's own mark while an action is late. */
export const overdueActionMark: ActionMark = { word: 'Overdue', icon: 'late', tone: 'late' }
