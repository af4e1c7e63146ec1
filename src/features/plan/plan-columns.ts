import { themeNames } from '../../domain/measures/measure.ts'
import { reasonOfMove } from '../../domain/plans/move-words.ts'
import type { PlanRow } from './plan-rows.ts'

interface FileColumn {
  head: string
  text: (row: PlanRow) => string | number | null
}

/** How a milestone is written to a file. */
export const planColumns: readonly FileColumn[] = [
  { head: 'Milestone', text: ({ id }) => id },
  { head: 'Title', text: ({ title }) => title },
  { head: 'Workstream', text: ({ workstream }) => workstream.name },
  { head: 'Owner', text: ({ owner }) => owner },
  { head: 'Theme', text: ({ theme }) => theme && themeNames[theme] },
  { head: 'Promised', text: ({ baselineDue }) => baselineDue },
  { head: 'Now due or done', text: ({ current }) => current },
  { head: 'Done', text: ({ isComplete }) => (isComplete ? 'yes' : 'no') },
  { head: 'Slip in working days', text: ({ slipWorkingDays }) => slipWorkingDays },
  { head: 'Moves', text: ({ moves }) => moves.length },
  {
    head: 'Each move',
    text: ({ moves }) =>
      moves.map(({ on, dates, ...move }) => `${on}: ${dates}. ${reasonOfMove(move)}`).join(' '),
  },
  { head: 'Delivery', text: ({ word }) => word },
  { head: 'Delivery status', text: ({ brag }) => brag },
  { head: 'Rule', text: ({ rule }) => rule },
  { head: 'Reported otherwise', text: ({ differs }) => differs },
  { head: 'Measure', text: ({ kpi }) => kpi?.name ?? null },
  { head: 'Impact', text: ({ impact }) => impact?.word ?? null },
  { head: 'Promised of the measure', text: ({ impact }) => impact?.promise ?? null },
  { head: 'Where it stands', text: ({ impact }) => impact?.standing ?? null },
  { head: 'Chance by its date', text: ({ impact }) => impact?.chanceText ?? null },
  { head: 'Notes', text: ({ notes }) => notes.map(({ term, text }) => `${term}: ${text}.`).join(' ') },
]
