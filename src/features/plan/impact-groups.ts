import type { ImpactState } from '../../domain/plans/impact-states.ts'
import type { Tone } from '../../ui/IconWord.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import type { ImpactGroup } from './plan-search.ts'

/** Every state in one group. "No effect yet" is said of what is done, and of nothing else. */
export const groupOfState: Record<ImpactState, ImpactGroup> = {
  'done-measure-met': 'met',
  'late-measure-met-anyway': 'met',
  'open-measure-met-already': 'met',
  'done-measure-reached': 'reached',
  'done-measure-met-again': 'reached',
  'done-measure-improving': 'reached',
  'late-measure-reached-anyway': 'reached',
  'late-measure-met-again': 'reached',
  'late-measure-improving-anyway': 'reached',
  'done-no-effect-yet': 'no-effect',
  'done-measure-worse': 'worse',
  'done-measure-lost': 'worse',
  'late-measure-worse': 'worse',
  'late-measure-lost': 'worse',
  'done-measure-not-judged': 'not-met',
  'late-measure-not-improving': 'not-met',
  'late-measure-not-judged': 'not-met',
  'too-early-to-say': 'too-early',
  'done-year-not-over': 'too-early',
  'late-year-not-over': 'too-early',
  'open-on-course': 'not-done',
  'open-at-risk': 'not-done',
  'open-not-started': 'not-done',
  'judged-by-board': 'no-figure',
  'no-measure': 'no-figure',
  unknown: 'unknown',
}

/** How a group is named, and the shape and colour that stand beside the name. */
export const groupMarks: Record<ImpactGroup, { label: string; icon: IconName; tone: Tone }> = {
  'no-effect': { label: 'Done, no effect yet', icon: 'common-cause', tone: 'ink' },
  worse: { label: 'Measure worse, or no longer met', icon: 'off-plan', tone: 'concern' },
  'not-met': { label: 'Done or off track, measure not met', icon: 'off-plan', tone: 'ink' },
  'too-early': { label: 'Too early to say', icon: 'too-early', tone: 'ink' },
  reached: { label: 'Measure improving or reached', icon: 'on-plan', tone: 'improvement' },
  met: { label: 'Measure met', icon: 'target-met', tone: 'improvement' },
  'not-done': { label: 'Not done, measure not met', icon: 'not-started', tone: 'not-started' },
  'no-figure': { label: 'No figure decides', icon: 'not-judged', tone: 'ink' },
  unknown: { label: 'Unknown', icon: 'missing', tone: 'ink' },
}
