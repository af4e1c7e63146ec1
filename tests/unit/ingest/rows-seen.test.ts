import { describe, expect, it } from 'vitest'
import type { Figure } from '../../../src/domain/figures/figure.ts'
import { createRowsSeen } from '../../../src/ingest/rows-seen.ts'

const figure: Figure = {
  kpi: 'ot-waiting',
  dimension: 'borough',
  member: 'All',
  period: '2025-09',
  value: 412,
  numerator: null,
  denominator: null,
  n: null,
  availability: 'present',
  provisional: false,
  asAt: '2025-10-06',
}

describe('createRowsSeen', () => {
  it('names the file and line where a figure was first given', () => {
    const seen = createRowsSeen()
    expect(seen.take(figure, 'a.csv', 2)).toBeNull()
    expect(seen.take({ ...figure, period: '2025-08' }, 'a.csv', 3)).toBeNull()
    expect(seen.take(figure, 'b.csv', 9)).toEqual({ file: 'a.csv', line: 2, isSame: true })
  })

  it('tells other content from the same', () => {
    const seen = createRowsSeen()
    seen.take(figure, 'a.csv', 2)
    expect(seen.take({ ...figure, value: 421 }, 'a.csv', 3)?.isSame).toBe(false)
    expect(seen.take({ ...figure, provisional: true }, 'a.csv', 4)?.isSame).toBe(false)
    expect(seen.take({ ...figure, value: null, availability: 'missing' }, 'a.csv', 5)?.isSame).toBe(false)
  })

  it('keeps count beyond its first thousand rows', () => {
    const seen = createRowsSeen()
    const members = Array.from({ length: 5000 }, (_, index) => ({ ...figure, member: `Member ${index}` }))
    expect(members.map((item, index) => seen.take(item, 'a.csv', index + 2))).toEqual(members.map(() => null))
    expect(seen.take({ ...figure, member: 'Member 4321' }, 'a.csv', 9999)).toEqual({
      file: 'a.csv',
      line: 4323,
      isSame: true,
    })
  })
})
