import { isOverdue } from '../editions/holdings.ts'
import { askQuestions, type QuestionState } from '../findings/ask-questions.ts'
import { monthOf } from '../periods/calendar.ts'
import { judgeMilestone } from '../plans/judge-milestone.ts'
import { judgePosition } from '../trajectory/judge-position.ts'
import type { AssembledTrend } from './assemble-trend.ts'
import type { TrendPoint } from './points.ts'

/** What is worth asking of a trend: of its latest figure, its place on the plan, its milestones and efforts. */
export function questionsOfTrend(trend: AssembledTrend): string[] {
  const { kpi, isWhole, plan, analysis, points, asOf } = trend
  const last = points.at(-1)
  const position = judgePosition(trend, last)
  const isBehind = position.kind === 'position' && position.standing === 'worse'
  const withoutEffect = new Set(
    (plan.impacts ?? []).flatMap(({ milestone, state }) =>
      state === 'done-no-effect-yet' ? [milestone] : [],
    ),
  )
  return askQuestions({
    measure: kpi,
    analysis,
    isOverdue: isOverdue(kpi, asOf),
    latest: latestState(last),
    hasTarget: !isWhole || kpi.targets.length > 0,
    monthsBehind: isBehind ? Math.max(1, -(position.monthsAhead ?? -1)) : null,
    endedEffort: lastEndedEffort(trend),
    milestones: (isWhole ? plan.milestones : [])
      .filter((milestone) => milestone.kpi === kpi.id)
      .map((milestone) => ({
        title: milestone.title,
        delivery: judgeMilestone(milestone, asOf).delivery,
        hasNoEffect: withoutEffect.has(milestone.id),
      })),
  })
}

function lastEndedEffort({ kpi, plan, asOf }: AssembledTrend): QuestionState['endedEffort'] {
  const ended = plan.interventions
    .filter((one) => one.kpi === kpi.id && one.kind === 'band' && one.end !== null && one.end <= asOf)
    .toSorted((a, b) => (a.end ?? '').localeCompare(b.end ?? ''))
    .at(-1)
  return ended?.end ? { title: ended.title, month: monthOf(ended.end) } : null
}

function latestState(last: TrendPoint | undefined): QuestionState['latest'] {
  if (!last || last.availability === 'missing') return 'missing'
  if (last.availability === 'suppressed') return 'withheld'
  return last.provisional ? 'provisional' : 'present'
}
