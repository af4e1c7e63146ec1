import { expect, it } from 'vitest'
import { agendaPages } from '../../../../src/exhibits/export/agenda-pages.ts'

const items = (count: number, finding: string, group = '') =>
  Array.from({ length: count }, () => ({ group, exhibit: { finding } }))

it('numbers every item and names its agenda item', () => {
  expect(
    agendaPages([...items(1, 'The OT list has stopped falling', 'Item 3'), ...items(1, 'Steady')]),
  ).toEqual([['1. Item 3: The OT list has stopped falling', '2. Steady']])
})

it('goes on to a further slide rather than over the edge of one', () => {
  expect(agendaPages(items(13, 'Steady')).map(({ length }) => length)).toEqual([12, 1])
  // two lines each
  expect(agendaPages(items(7, 'x'.repeat(150))).map(({ length }) => length)).toEqual([6, 1])
})

it('has no slide where there is nothing', () => {
  expect(agendaPages([])).toEqual([])
})
