import { describe, expect, it } from 'vitest'
import {
  describeHoldings,
  dueDate,
  isOverdue,
  lastCompletePeriod,
} from '../../../../src/domain/editions/holdings.ts'

const monthly = { frequency: 'month', dueDay: 5 } as const
const held = (dimension: string, member: string, latestPeriod = '2025-08') => ({
  kpi: 'ot-waiting',
  dimension,
  member,
  latestPeriod,
  received: '2025-09-08',
})

describe('describeHoldings', () => {
  it('tells the town of Ealing from the borough of Ealing', () => {
    const { dimensions } = describeHoldings(
      monthly,
      [held('town', 'Ealing'), held('town', 'Acton')],
      [],
      'Ealing',
    )
    expect(dimensions[0]?.members.map((member) => member.label)).toEqual(['Ealing (town)', 'Acton'])
  })

  it('takes the latest period from the borough, not from other places', () => {
    const both = [held('borough', 'All'), held('comparator', 'E92000001', '2025-09')]
    expect(describeHoldings(monthly, both, [], 'Ealing')).toMatchObject({ latestPeriod: '2025-08' })
  })

  it('is due so many working days into the month after the first figure that is not held', () => {
    // September ends on Tuesday the 30th; the fifth working day of October is the 7th
    expect(describeHoldings(monthly, [held('borough', 'All')], [], 'Ealing').due).toBe('2025-10-07')
  })

  it('holds nothing, and owes nothing, of a measure without figures', () => {
    expect(describeHoldings(monthly, [], [], 'Ealing')).toEqual({
      dimensions: [],
      latestPeriod: null,
      due: null,
      received: null,
    })
  })

  it('uses a name that was given for a member', () => {
    const labels = [{ dimension: 'comparator', member: 'E92000001', label: 'England', level: 'England' }]
    const { dimensions } = describeHoldings(monthly, [held('comparator', 'E92000001')], labels, 'Ealing')
    expect(dimensions[0]?.members[0]).toEqual({ id: 'E92000001', label: 'England', level: 'England' })
  })
})

describe('due dates', () => {
  it('are none where none was agreed', () => {
    expect(dueDate({ dueDay: null }, '2025-09')).toBeNull()
    expect(isOverdue({ due: null }, '2030-01-01')).toBe(false)
  })

  it('are missed the day after, not on the day', () => {
    expect([
      isOverdue({ due: '2025-10-07' }, '2025-10-07'),
      isOverdue({ due: '2025-10-07' }, '2025-10-08'),
    ]).toEqual([false, true])
  })
})

describe('lastCompletePeriod', () => {
  it('is the period that has ended by the day', () => {
    expect([
      lastCompletePeriod('month', '2025-10-06'),
      lastCompletePeriod('month', '2025-10-31'),
      lastCompletePeriod('quarter', '2025-10-06'),
      lastCompletePeriod('year', '2025-10-06'),
    ]).toEqual(['2025-09', '2025-10', '2025-Q2', 'FY2024-25'])
  })
})
