import { expect, it } from 'vitest'
import { equalityCommitments } from '../../../../src/domain/gaps/equality-commitments.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const titles = [
  'Waits by ethnic group looked at each quarter',
  'Equal waits across towns',
  'Support packages reviewed at every age',
  'Average package agreed with providers',
  'Waits no longer differ by ethnicity',
]
const plan = {
  workstreams: [],
  milestones: titles.map((title, index) => aMilestone({ id: `M${index}`, title })),
  trajectories: [],
  interventions: [],
  risks: [],
}

it('finds what the plan promises about groups, in whole words', () => {
  const found = (id: string, label: string) =>
    equalityCommitments('ot-waiting', { id, label }, plan).map(({ title }) => title)
  expect(found('ethnicity', 'Ethnic group')).toEqual([titles[0], titles[1], titles[4]])
  expect(found('age', 'Age')).toEqual(titles.slice(1, 3))
})

it('speaks of no other measure', () => {
  expect(equalityCommitments('dp-clients', { id: 'town', label: 'Town' }, plan)).toEqual([])
})
