import { expect, test } from 'vitest'
import { visibleLimits } from '../../../../src/domain/findings/write-paragraph.ts'
import { possibleRange } from '../../../../src/domain/measures/possible-range.ts'
import { limitCell, limitsInWords } from '../../../../src/domain/trends/limits.ts'

const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

test('values lie from nought, shares up to a hundred, and balances of money anywhere', () => {
  expect(possibleRange({ unit: 'count' }, 3)).toEqual({ lower: 0, upper: most })
  expect(possibleRange({ unit: 'percent' }, 98)).toEqual({ lower: 0, upper: 100 })
  expect(possibleRange({ unit: 'percent' }, 102)).toEqual({ lower: 0, upper: most })
  expect(possibleRange({ unit: 'pounds' }, 3)).toEqual({ lower: least, upper: most })
})

test('a change or a variance lies anywhere, on whichever side of nought its mean is', () => {
  expect(possibleRange({ unit: 'count', negative: true }, 3)).toEqual({ lower: least, upper: most })
  expect(possibleRange({ unit: 'percent', negative: true }, 3)).toEqual({ lower: least, upper: most })
})

test('limits of a change are told below nought, where figures of it lie', () => {
  const netChange = { unit: 'count', decimals: 0, negative: true } as const
  const limits = { mean: 3, lower: -13, upper: 19 }
  expect(visibleLimits(netChange, limits)).toEqual([-13, 19])
  expect(limitsInWords(netChange, limits)).toBe('Limits −13 to 19, mean 3')
  expect(limitCell(netChange, limits, limits.lower)).toBe('−13')
})
