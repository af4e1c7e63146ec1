import { describe, expect, it } from 'vitest'
import { faultOfPeriod } from '../../../../src/domain/commentary/fault-of-period.ts'

describe('faultOfPeriod', () => {
  it('accepts a period of the measure’s frequency that has begun', () => {
    expect(faultOfPeriod({ frequency: 'month' }, '2025-10', '2025-10-06')).toBeNull()
    expect(faultOfPeriod({ frequency: 'quarter' }, '2025-Q3', '2025-10-06')).toBeNull()
    expect(faultOfPeriod({ frequency: 'year' }, 'FY2024-25', '2025-10-06')).toBeNull()
  })

  it('says what a period of another frequency, or one to come, would have to be', () => {
    expect(faultOfPeriod({ frequency: 'quarter' }, '2025-09', '2025-10-06')).toBe(
      'a quarter, such as 2025-Q3',
    )
    expect(faultOfPeriod({ frequency: 'month' }, '2025-11', '2025-10-06')).toBe('a month up to 2025-10')
  })
})
