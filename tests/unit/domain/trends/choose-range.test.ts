import { describe, expect, it } from 'vitest'
import { chooseRange, clipToHeld } from '../../../../src/domain/trends/choose-range.ts'

const months = { from: '2022-04', to: '2025-09' }

describe('chooseRange', () => {
  it('shows the last 36 months when nothing is asked', () => {
    expect(chooseRange({}, 'month', months)).toEqual({ from: '2022-10', to: '2025-09' })
  })

  it('counts 36 months of a quarterly measure as 12 points', () => {
    expect(chooseRange({}, 'quarter', { from: '2020-Q1', to: '2025-Q2' })).toEqual({
      from: '2022-Q3',
      to: '2025-Q2',
    })
  })

  it('never starts before what is held', () => {
    expect(chooseRange({ range: '36' }, 'month', { from: '2025-01', to: '2025-09' }).from).toBe('2025-01')
  })

  it('lets from and to win over a range', () => {
    expect(chooseRange({ from: '2023-01', to: '2023-06', range: '12' }, 'month', months)).toEqual({
      from: '2023-01',
      to: '2023-06',
    })
  })

  it('reads a quarter of a monthly measure as its last month', () => {
    expect(chooseRange({ from: '2024-Q1', to: 'FY2024-25' }, 'month', months)).toEqual({
      from: '2024-06',
      to: '2025-03',
    })
  })
})

describe('clipToHeld', () => {
  it('is null where the range holds nothing', () => {
    expect(clipToHeld({ from: '2010-01', to: '2010-12' }, months)).toBeNull()
    expect(clipToHeld({ from: '2010-01', to: '2022-06' }, months)).toEqual({ from: '2022-04', to: '2022-06' })
  })
})
