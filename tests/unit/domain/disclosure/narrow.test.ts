import { describe, expect, it } from 'vitest'
import { type Bounds, narrow } from '../../../../src/domain/disclosure/narrow.ts'
import { packConstraints } from '../../../../src/domain/disclosure/packed-constraints.ts'
import type { Constraint } from '../../../../src/domain/disclosure/unknowns.ts'

const open = Number.POSITIVE_INFINITY

function narrowed(intervals: readonly [number, number][], constraints: readonly Partial<Constraint>[]) {
  const bounds: Bounds = {
    lower: Float64Array.from(intervals, ([lower]) => lower),
    upper: Float64Array.from(intervals, ([, upper]) => upper),
    lowerBy: new Int32Array(intervals.length).fill(-1),
    upperBy: new Int32Array(intervals.length).fill(-1),
  }
  const whole = constraints.map((constraint) => ({
    unknowns: [],
    coefficients: [],
    lower: 0,
    upper: 0,
    why: '',
    cell: null,
    ...constraint,
  }))
  narrow(
    packConstraints(whole, intervals.length, () => true),
    bounds,
    [...whole.keys()],
  )
  return intervals.map((_, unknown) => [bounds.lower[unknown], bounds.upper[unknown]])
}

describe('narrow', () => {
  it('leaves to each number of a sum what the others leave to it', () => {
    // a + b = 5 with a from 0 to 3: b is 5 − 3 = 2 at least, 5 − 0 = 5 at most; a is then 5 − 5 = 0 at least
    const sum = { unknowns: [0, 1, 2], coefficients: [1, 1, -1] }
    expect(
      narrowed(
        [
          [0, 3],
          [1, 9],
          [5, 5],
        ],
        [sum],
      ),
    ).toEqual([
      [0, 3],
      [2, 5],
      [5, 5],
    ])
  })

  it('says nothing of two numbers that are both open', () => {
    const sum = { unknowns: [0, 1, 2], coefficients: [1, 1, -1] }
    expect(
      narrowed(
        [
          [0, open],
          [0, open],
          [8, 12],
        ],
        [sum],
      ),
    ).toEqual([
      [0, 12],
      [0, 12],
      [8, 12],
    ])
  })

  it('reaches through one sum into the next', () => {
    // 8 to 12 in all; the first part of one breakdown is 8 to 12, so the other parts are 4 at most
    const one = { unknowns: [0, 1, 2], coefficients: [1, 1, -1] }
    const other = { unknowns: [3, 4, 2], coefficients: [1, 1, -1] }
    const [, second, , third, fourth] = narrowed(
      [
        [8, 12],
        [0, open],
        [8, 12],
        [5, 7],
        [0, 0],
      ],
      [one, other],
    )
    // the second breakdown has 5 to 7 in all, which is less than 8: nothing is left possible
    expect(third?.[0]).toBeGreaterThan(third?.[1] ?? 0)
    expect([second, fourth]).toBeDefined()
  })

  it('reads a share as two bounds on a ratio', () => {
    // 40% of 23 to 27, to a whole percent: 39.5% to 40.5% holds of 10 in 25 alone
    const least = { unknowns: [0, 1], coefficients: [100, -39.5], lower: 0, upper: open }
    const most = { unknowns: [0, 1], coefficients: [100, -40.5], lower: -open, upper: -1e-6 }
    expect(
      narrowed(
        [
          [8, 12],
          [23, 27],
        ],
        [least, most],
      ),
    ).toEqual([
      [10, 10],
      [25, 25],
    ])
  })
})
