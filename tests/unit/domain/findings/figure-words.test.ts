import { describe, expect, it } from 'vitest'
import { figureAt, valueWithNoun } from '../../../../src/domain/findings/figure-words.ts'

const count = { unit: 'count', decimals: 0 } as const
const people = { ...count, one: 'person waiting', many: 'people waiting' }

describe('a figure with what it counts', () => {
  it('takes its nouns from the definition', () => {
    expect(valueWithNoun(people, 1)).toBe('1 person waiting')
    expect([0, 2, 1309].map((value) => valueWithNoun(people, value))).toEqual([
      '0 people waiting',
      '2 people waiting',
      '1,309 people waiting',
    ])
    expect(valueWithNoun({ ...people, decimals: 1 }, 1)).toBe('1.0 people waiting')
  })

  it('takes what is counted where the definition gives no noun for many', () => {
    expect(valueWithNoun({ ...count, one: 'person', numerator: 'people' }, 2)).toBe('2 people')
  })

  it('leaves one to stand alone where the definition has no noun for it, and guesses none', () => {
    expect(valueWithNoun({ ...count, numerator: 'people waiting' }, 1)).toBe('1')
    expect(valueWithNoun({ ...count, many: 'data' }, 1)).toBe('1')
    expect(figureAt({ ...count, numerator: 'adults at month end' }, 1, '2025-09', false)).toBe(
      '1 at the end of Sep 2025',
    )
  })

  it('says once when a figure holds, where its noun says it already', () => {
    const adults = { ...count, one: 'adult at month end', many: 'adults at month end' }
    expect(figureAt(adults, 640, '2025-09', false)).toBe('640 adults at the end of Sep 2025')
    expect(figureAt(adults, 1, '2025-09', false)).toBe('1 adult at the end of Sep 2025')
    const carers = { ...count, one: 'carer since April', many: 'carers since April' }
    expect(figureAt(carers, 90, '2025-09', false)).toBe('90 carers from April to Sep 2025')
    expect(figureAt(carers, 1, '2025-04', false)).toBe('1 carer in Apr 2025')
  })

  it('names a snapshot by its day', () => {
    expect(figureAt(people, 309, '2025-09', true)).toBe('309 people waiting on 30 Sep 2025')
  })
})
