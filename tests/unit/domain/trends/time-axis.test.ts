import { describe, expect, it } from 'vitest'
import { dateOfDayNumber, dayNumber } from '../../../../src/domain/periods/calendar.ts'
import { buildTimeLabels } from '../../../../src/domain/trends/time-axis.ts'

function labelsOf(first: string, last: string) {
  return buildTimeLabels(dayNumber(first), dayNumber(last), dateOfDayNumber).map(
    ({ tick, start, end, forms }) => ({
      name: forms[0],
      tick: tick === null ? null : dateOfDayNumber(tick),
      from: dateOfDayNumber(start),
      to: dateOfDayNumber(end),
    }),
  )
}

describe('buildTimeLabels', () => {
  it('names financial years between the ends of March', () => {
    expect(labelsOf('2023-09-30', '2025-09-30')).toEqual([
      { name: '2023-24', tick: null, from: '2023-09-30', to: '2024-03-31' },
      { name: '2024-25', tick: '2024-03-31', from: '2024-03-31', to: '2025-03-31' },
      { name: '2025-26', tick: '2025-03-31', from: '2025-03-31', to: '2025-09-30' },
    ])
  })

  it('names no year that a range only touches', () => {
    expect(labelsOf('2023-03-31', '2025-03-31').map(({ name }) => name)).toEqual(['2023-24', '2024-25'])
  })

  it('names the last month of each quarter of a short range, on its last day', () => {
    expect(labelsOf('2025-02-28', '2025-09-30').map(({ name, tick }) => [name, tick])).toEqual([
      ['Mar 2025', '2025-03-31'],
      ['Jun 2025', '2025-06-30'],
      ['Sep 2025', '2025-09-30'],
    ])
  })
})
