import { describe, expect, it } from 'vitest'
import { proposedPolicy, roundCount } from '../../../../src/domain/disclosure/policy.ts'
import { findMovement } from '../../../../src/domain/movement/find-movement.ts'
import { movementToTell, paceToTell } from '../../../../src/domain/movement/told-movement.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'

const people = { unit: 'count', decimals: 0 } as const
/** people that wait: level, and from the tenth month on falling by four a month */
const list = [
  131, 129, 130, 132, 129, 130, 131, 130, 129, 134, 132, 125, 121, 117, 114, 109, 105, 101, 96, 93,
]
const periods = list.map((_, row) => addPeriods('2024-01', row))
const rounded = (values: readonly number[]) => values.map((value) => roundCount(value, proposedPolicy))
const toTell = (received: readonly number[], shown: readonly (number | null)[] = rounded(received)) => ({
  figures: { periods, values: shown },
  received,
})

describe('movementToTell', () => {
  it('tells since when the figures received fall, where rounding would tell of another month', () => {
    expect(findMovement(rounded(list))?.from).toBe(9)
    const later = list.with(9, 132).with(10, 133)
    expect(findMovement(later)?.from).toBe(10)
    expect(rounded(later).slice(8, 12)).toEqual([130, 130, 135, 125])
    const earlier = list.with(9, 133).with(10, 132)
    expect(movementToTell(toTell(earlier, rounded(earlier).with(10, 135)))?.from).toBe(9)
  })

  it('tells nothing that the figures published do not show, and nothing of few', () => {
    const shown = rounded(list)
    expect(movementToTell(toTell(list, shown.with(19, 120)))).toBeNull()
    expect(
      movementToTell(
        toTell(
          list,
          shown.map((value, row) => (row === 9 ? null : value)),
        ),
      ),
    ).toBeNull()
    const few = list.map((value) => value - 90)
    expect(findMovement(few)?.kind).toBe('going-on')
    expect(movementToTell(toTell(few))).toBeNull()
  })
})

describe('paceToTell', () => {
  const movement = findMovement(list)
  const since = periods[14] ?? ''

  it('tells that it is faster only where both say so', () => {
    if (!movement) throw new Error('a list that falls')
    const slow = list.map((value, row) => (row > 14 ? value - 3 * (row - 14) : value))
    expect(paceToTell(people, toTell(slow), movement, since)?.title).toMatch(/^falling faster since/)
    const shownFaster = rounded(list).map((value, row) => (row > 14 ? value - 5 * (row - 14) : value))
    expect(
      paceToTell(people, { ...toTell(list, shownFaster), received: null }, movement, since),
    ).not.toBeNull()
    expect(paceToTell(people, toTell(list, shownFaster), movement, since)).toBeNull()
  })
})
