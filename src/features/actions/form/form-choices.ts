import type { Action } from '../../../api/actions.ts'
import type { ActionStatus } from '../../../domain/actions/action.ts'
import { statusesFrom } from '../../../domain/actions/transitions.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import { compareNames } from '../../../domain/measures/compare-names.ts'
import type { Milestone } from '../../../domain/plans/plan.ts'
import { may } from '../../../domain/session/role-table.ts'

/** What the form offers to choose from. */
export interface FormChoices {
  boards: readonly string[]
  owners: readonly string[]
  measures: readonly { id: string; name: string }[]
  milestones: readonly { id: string; name: string }[]
  /** the states that an action may be taken to by whoever is signed in, its own first */
  statusesOf: (status: ActionStatus) => readonly ActionStatus[]
  /** whether whoever is signed in says what everybody may read */
  mayRelease: boolean
}

/** What boards and owners the log and the plan know, and what an action can be linked to. */
export function formChoices(
  actions: readonly Pick<Action, 'board' | 'ownerRole'>[],
  kpis: readonly Pick<DescribedKpi, 'id' | 'name'>[],
  milestones: readonly Pick<Milestone, 'id' | 'title' | 'ownerRole'>[],
  role: string,
): FormChoices {
  return {
    boards: inOrder(actions.map(({ board }) => board)),
    owners: inOrder([...actions, ...milestones].map(({ ownerRole }) => ownerRole)),
    measures: byName(kpis.map(({ id, name }) => ({ id, name }))),
    milestones: byName(milestones.map(({ id, title }) => ({ id, name: title }))),
    statusesOf: (status) => [status, ...statusesFrom(status, role)],
    mayRelease: may(role, 'release texts'),
  }
}

export function nameOfLink({ measures, milestones }: FormChoices, id: string): string {
  return [...measures, ...milestones].find((one) => one.id === id)?.name ?? id
}

function inOrder(names: readonly string[]): string[] {
  return [...new Set(names)].sort((a, b) => compareNames(a, b))
}

function byName<Named extends { name: string }>(list: readonly Named[]): Named[] {
  return list.toSorted((a, b) => compareNames(a.name, b.name))
}
