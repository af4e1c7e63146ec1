import { describe, expect, it } from 'vitest'
import { formatDate, formatObservedAt, formatPeriod } from '../../../../src/domain/periods/labels.ts'

describe('labels of dates and periods', () => {
  it('writes dates and periods as a reader in England does', () => {
    expect(formatDate('2025-09-30')).toBe('30 Sep 2025')
    expect(['2025-09', '2025-Q2', 'FY2024-25'].map(formatPeriod)).toEqual([
      'Sep 2025',
      'Q2 2025-26',
      '2024-25',
    ])
  })

  it('names a snapshot by its day and a flow by its month', () => {
    expect(formatObservedAt('2025-09', true)).toBe('30 Sep 2025')
    expect(formatObservedAt('2025-09', false)).toBe('Sep 2025')
  })
})
