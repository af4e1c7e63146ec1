import { describe, expect, it } from 'vitest'
import { asSeen } from '../../../../src/domain/analysis/flagged-change.ts'

const spike = { kind: 'spike', direction: 1, months: 1, expected: null } as const
const before = Array.from({ length: 24 }, (_, row) => row % 2)

describe('asSeen', () => {
  it('tells no jump of the last month of figures that had gone most of the way before it', () => {
    // 9, 12, 15 and 17, and then 21: five months above all before them
    expect(asSeen(spike, [...before, 9, 12, 15, 17, 21])).toEqual({ ...spike, kind: 'step', months: 5 })
  })

  it('leaves a jump a jump', () => {
    expect(asSeen(spike, [...before, 0, 21])).toEqual(spike)
    // 4, 7, 13: the last step is the larger
    expect(asSeen(spike, [...before.map((one) => 4 + one), 7, 13])).toEqual(spike)
    expect(asSeen({ ...spike, expected: 3 }, [...before, 17, 21])).toMatchObject({ kind: 'spike' })
  })
})
