import { describe, expect, it } from 'vitest'
import { roundNumbers } from '../../../../src/exhibits/export/svg-round.ts'

describe('roundNumbers', () => {
  it('leaves two decimals of every number of a path', () => {
    expect(roundNumbers('M10.12345 3L-0.98765 4.5')).toBe('M10.12 3L-0.99 4.5')
  })

  it('knows the smallest numbers as nothing, without a sign', () => {
    expect(roundNumbers('1.2e-15 1e-15 -0.00001')).toBe('0.00 0.00 0.00')
  })

  it('keeps numbers that stand without a space between them apart', () => {
    expect(roundNumbers('M.5.1234 1.1234.5678')).toBe('M.5.12 1.120.57')
  })
})
