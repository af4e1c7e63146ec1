import { describe, expect, it } from 'vitest'
import { periodIndexAt } from '../../../../src/domain/periods/period-at.ts'

describe('periodIndexAt', () => {
  it('finds a month, or the quarter or year that it lies in', () => {
    expect(periodIndexAt(['2025-07', '2025-08'], '2025-08')).toBe(1)
    expect(periodIndexAt(['2025-Q1', '2025-Q2'], '2025-08')).toBe(1)
    expect(periodIndexAt(['FY2024-25', 'FY2025-26'], '2025-03')).toBe(0)
  })

  it('finds none where no period holds it', () => {
    expect(periodIndexAt(['2025-07'], '2025-08')).toBe(-1)
    expect(periodIndexAt([], '2025-08')).toBe(-1)
  })
})
