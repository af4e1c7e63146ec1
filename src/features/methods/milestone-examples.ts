import { judgeMilestone } from '../../domain/plans/judge-milestone.ts'
import type { Milestone } from '../../domain/plans/plan.ts'

const asOf = '2025-10-06'

const promised: Milestone = {
  id: 'example',
  workstream: '',
  title: '',
  kpi: null,
  successMeasure: null,
  ownerRole: '',
  baselineDue: '2025-10-31',
  currentDue: '2025-10-31',
  completed: null,
  status: 'green',
  risk: null,
  evidence: null,
  confidence: null,
  release: 'public',
  moves: [],
}

const move = (movedOn: string) => ({ from: '', to: '', reason: '', approver: '', movedOn })

const examples: readonly { what: string; milestone: Milestone }[] = [
  { what: 'Open, its date unchanged', milestone: promised },
  { what: 'Open, its date put back by two weeks', milestone: { ...promised, currentDue: '2025-11-14' } },
  { what: 'Open, its date put back by two months', milestone: { ...promised, currentDue: '2025-12-31' } },
  {
    what: 'Open, its date moved for the third time',
    milestone: { ...promised, moves: ['2025-04-01', '2025-06-02', '2025-09-01'].map(move) },
  },
  {
    what: 'Not done, and its date has passed',
    milestone: { ...promised, baselineDue: '2025-09-30', currentDue: '2025-09-30' },
  },
  {
    what: 'Done a week late, evidence not yet accepted',
    milestone: { ...promised, baselineDue: '2025-09-22', currentDue: '2025-09-22', completed: '2025-09-29' },
  },
  {
    what: 'Done on its date, evidence accepted',
    milestone: { ...promised, baselineDue: '2025-09-29', completed: '2025-09-29', status: 'blue' },
  },
  { what: 'Not started, not yet due', milestone: { ...promised, status: 'grey' } },
]

/** Invented milestones put to the rule itself, so that the page and the plan cannot disagree. */
export function judgeExamples() {
  return examples.map(({ what, milestone }) => ({ what, ...judgeMilestone(milestone, asOf) }))
}
