import { describe, expect, it } from 'vitest'
import { instantAt, shownAt } from '../../../../src/domain/periods/wall-clock.ts'

const london = (shown: string) => instantAt(shown, 'Europe/London')

describe('a time by the clock of the council', () => {
  it('is an hour earlier by UTC in summer, and the same in winter', () => {
    expect(london('2025-12-04T09:30')).toBe('2025-12-04T09:30:00Z')
    expect(london('2025-06-05T09:30')).toBe('2025-06-05T08:30:00Z')
    expect(shownAt(Date.parse('2025-06-05T08:30:59Z'), 'Europe/London')).toBe('2025-06-05T09:30')
  })

  it('is the first of two in autumn, and none in the hour that is left out in spring', () => {
    expect(london('2025-10-26T01:30')).toBe('2025-10-26T00:30:00Z')
    expect(london('2025-10-26T02:00')).toBe('2025-10-26T02:00:00Z')
    expect(london('2025-03-30T00:59')).toBe('2025-03-30T00:59:00Z')
    expect(london('2025-03-30T01:30')).toBeNull()
    expect(london('2025-03-30T02:00')).toBe('2025-03-30T01:00:00Z')
  })

  it.each([
    '2025-02-30T09:30',
    '2025-13-01T09:30',
    '2025-12-04 09:30',
    '2025-12-04T9:30',
    '',
    '2025-12-04T24:00',
  ])('is not %s', (shown) => expect(london(shown)).toBeNull())
})
