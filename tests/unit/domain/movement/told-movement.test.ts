import { describe, expect, it } from 'vitest'
import { proposedPolicy, roundCount } from '../../../../src/domain/disclosure/policy.ts'
import { findMovement } from '../../../../src/domain/movement/find-movement.ts'
import { stepToTell } from '../../../../src/domain/movement/step-words.ts'
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

describe('stepToTell', () => {
  // 4 more a month, and 34 in the fifteenth
  const climbing = Array.from(
    { length: 20 },
    (_, row) => 200 + 4 * row + 3 * (row % 2) + (row >= 14 ? 30 : 0),
  )
  const movement = findMovement(climbing)
  if (!movement) throw new Error('a list that rises')
  const exact = { figures: { periods, values: climbing }, received: null }

  it('tells the step of a list that goes on as before by its month, whichever of those beside it was found', () => {
    for (const since of [12, 13, 14, 15])
      expect(stepToTell(people, exact, movement, periods[since] ?? '')).toEqual({
        row: 14,
        title: 'rising since Jan 2024, 31 of it in Mar 2025',
        clause: 'rising since Jan 2024, from 200 to 309, 31 of it in Mar 2025',
      })
  })

  it('tells it of published figures where those received took it, and none of what bends', () => {
    const shown = rounded(climbing)
    const told = stepToTell(people, toTell(climbing, shown), movement, periods[13] ?? '')
    expect(told?.clause).toBe('rising since Jan 2024, from 200 to 310, 30 of it in Mar 2025')
    const level = shown.map((value, row) => (row === 13 ? (shown[14] ?? null) : value))
    expect(stepToTell(people, toTell(climbing, level), movement, periods[13] ?? '')).toBeNull()
    const bending = climbing.map((_, row) => 200 + 4 * row + 8 * Math.max(0, row - 12))
    const faster = findMovement(bending)
    expect(
      faster &&
        stepToTell(
          people,
          { figures: { periods, values: bending }, received: null },
          faster,
          periods[13] ?? '',
        ),
    ).toBeNull()
  })
})
