import type { Dimension } from '../editions/holdings.ts'
import type { Milestone, Plan } from '../plans/plan.ts'

const aboutGroups = ['equality', 'equal', 'equally', 'equitable', 'inequality', 'inequalities', 'fairness']

/**
 * What the plan promises about groups: milestones of the measure that speak of equality or of this breakdown, in
 * whole words ("package" and "average" say nothing of age). A breakdown goes by its label and its id: "ethnic group"
 * and "ethnicity".
 */
export function equalityCommitments(
  kpi: string,
  { id, label }: Pick<Dimension, 'id' | 'label'>,
  plan: Plan,
): Milestone[] {
  const words = new RegExp(
    `\\b(${[...aboutGroups, 'gap between', ...[id, label].map((name) => `${escaped(name)}s?`)].join('|')})\\b`,
    'i',
  )
  return plan.milestones.filter(
    (milestone) =>
      milestone.kpi === kpi && words.test(`${milestone.title} ${milestone.successMeasure ?? ''}`),
  )
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
