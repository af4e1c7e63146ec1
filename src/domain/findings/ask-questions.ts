import type { SeriesAnalysis } from '../analysis/edition-analysis.ts'
import type { Measured } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { formatPeriod } from '../periods/labels.ts'
import type { DeliveryStatus } from '../plans/judge-milestone.ts'
import { isHedged } from './meanings.ts'
import { requiredPaces } from './required-words.ts'

/** What is known of one series when questions are asked of it. */
export interface QuestionState {
  measure: Measured & { frequency: 'month' | 'quarter' | 'year' }
  analysis: Pick<
    SeriesAnalysis,
    'variation' | 'meaning' | 'assurance' | 'segments' | 'reach' | 'required' | 'notJudged'
  > | null
  isOverdue: boolean
  latest: 'present' | 'provisional' | 'missing' | 'withheld'
  hasTarget: boolean
  /** months behind the plan; 0 where it is level or ahead, null where there is no plan or no place on it */
  monthsBehind: number | null
  /** extra effort that was recorded and has ended: 'Surge team', in the month '2024-07' */
  endedEffort: { title: string; month: string } | null
  milestones: readonly { title: string; delivery: DeliveryStatus; hasNoEffect: boolean }[]
}

const mostQuestions = 4

/**
 * Questions worth asking of a series, the weightiest first, four at most. Each rests on something that the figures
 * or the plan say; none suggests an answer, and none says more than the finding does.
 *
 * @example a list in its usual range since its surge team left → 'Surge team ended in Jul 2024, and there is no
 * evidence of real change since: what replaces it?'
 */
export function askQuestions(state: QuestionState): string[] {
  return [
    ...askForFigure(state),
    ...askAboutEffort(state),
    ...askAboutChange(state),
    ...askAboutTarget(state),
    ...askAboutMilestones(state),
    ...(state.hasTarget ? [] : ['No target is set: what would good look like, and who would decide?']),
    ...(state.latest === 'provisional'
      ? ['The latest figure may still change: how far have such figures changed before?']
      : []),
  ].slice(0, mostQuestions)
}

function askForFigure({ isOverdue, latest }: QuestionState): string[] {
  if (isOverdue) return ['A figure is overdue: when will it come, and what held it up?']
  if (latest === 'missing') return ['There is no latest figure: why not, and what is used in its place?']
  return []
}

function askAboutEffort({ endedEffort, analysis }: QuestionState): string[] {
  if (!endedEffort || analysis?.variation !== 'common_cause' || analysis.meaning) return []
  const since = analysis.segments.at(-1)?.from
  // of what the limits look at, the effort must be past: a stretch that began before it says nothing of what came after
  if (since === undefined || since < endedEffort.month) return []
  return [
    `${endedEffort.title} ended in ${formatPeriod(endedEffort.month)}, and there is no evidence of real change since: what replaces it?`,
  ]
}

function askAboutChange({ analysis }: QuestionState): string[] {
  const { meaning } = analysis ?? {}
  if (meaning && isHedged(meaning.kind)) return [`It is ${lowerFirst(meaning.words)}: what happened since?`]
  switch (analysis?.variation) {
    case 'special_cause_concern':
      return ['What changed: people’s needs, how we work, or how it is counted?']
    case 'special_cause_improvement':
      return ['What is behind the improvement, and what would keep it?']
    case 'special_cause_neutral_high':
    case 'special_cause_neutral_low':
      return ['Something has changed: is that what was wanted, and do we know why?']
    case 'common_cause':
    case null:
    case undefined:
      return []
  }
}

function askAboutTarget({ analysis, measure, monthsBehind }: QuestionState): string[] {
  const questions: string[] = []
  const required = analysis?.required
  if (required && required.needed > 0 && required.best !== null && required.needed > required.best) {
    const { needed, best, standing } = requiredPaces(measure, required)
    const kept =
      standing === 'slightly-more'
        ? 'slightly more than was ever kept up'
        : `the most kept up so far is ${best == null ? 'no gain' : `${best} a ${measure.frequency}`}`
    questions.push(
      `The target needs ${needed} a ${measure.frequency}${standing === 'slightly-more' ? ',' : ';'} ${kept}: what makes more possible?`,
    )
  }
  if (analysis?.assurance === 'consistent_fail') {
    questions.push('The usual range does not reach the target: what will be done differently?')
  }
  if (monthsBehind !== null && monthsBehind >= 1) {
    questions.push('It is behind plan: what would bring it back, and by when?')
  }
  return questions
}

function askAboutMilestones({ milestones }: QuestionState): string[] {
  const late = milestones.find(({ delivery }) => delivery === 'late')
  const idle = milestones.find(({ hasNoEffect }) => hasNoEffect)
  return [
    ...(late ? [`“${late.title}” is off track: what is in its way?`] : []),
    ...(idle ? [`“${idle.title}” is done, with no effect yet: when was one expected?`] : []),
  ]
}
