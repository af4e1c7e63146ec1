import { describe, expect, it } from 'vitest'
import { findSignals } from '../../../../src/domain/signals/find-signals.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const months = 36
const stable = Array.from({ length: 40 }, (_, seed) => noiseOf(months, 100 + seed))
const fromEnd = (row: number) => months - row

/** The family with its first series altered, and what is found in that one. */
function foundAfter(alter: (value: number, monthsFromEnd: number) => number) {
  const [first = [], ...others] = stable
  const [signal] = findSignals([first.map((value, row) => alter(value, fromEnd(row))), ...others])
  return signal
}

describe('findSignals', () => {
  it('flags nothing in a stable family', () => {
    expect(findSignals(stable).filter((signal) => signal.isFlagged)).toEqual([])
  })

  it('finds a step, its direction and about when it began', () => {
    const signal = foundAfter((value, end) => value - (end <= 6 ? 4 : 0))
    expect(signal).toMatchObject({ isFlagged: true, change: { kind: 'step', direction: -1, months: 6 } })
  })

  it('finds a spike in the last month', () => {
    expect(foundAfter((value, end) => value + (end === 1 ? 8 : 0))).toMatchObject({
      isFlagged: true,
      change: { kind: 'spike', direction: 1, months: 1 },
    })
  })

  it('finds a drift', () => {
    expect(foundAfter((value, end) => value + 6 * Math.max(0, (13 - end) / 12))).toMatchObject({
      isFlagged: true,
      change: { kind: 'drift', direction: 1 },
    })
  })

  it('finds variation that has grown fivefold', () => {
    const signal = foundAfter((value, end) => value * (end <= 6 ? 5 : 1) * (end % 2 === 0 ? 1 : -1))
    expect(signal).toMatchObject({ isFlagged: true, change: { kind: 'variation', direction: 1 } })
  })

  it('asks more of a change the more series are looked at', () => {
    const [first = []] = stable
    const altered = first.map((value, row) => value + (fromEnd(row) <= 6 ? 2 : 0))
    const few = findSignals([altered, ...stable.slice(1, 5)])[0]
    const many = findSignals([altered, ...stable.slice(1)])[0]
    expect(many?.falseAlarmRate).toBeGreaterThan(few?.falseAlarmRate ?? 1)
  })

  it('does not test short series or constants, and finds nothing in rare events as usual', () => {
    const rare = Array.from({ length: months }, (_, row) => (row % 9 === 0 ? 1 : 0))
    const signals = findSignals([noiseOf(17, 1), rare, Array(months).fill(3), []])
    expect(signals.map((signal) => signal.change === null)).toEqual([true, false, true, true])
    expect(signals.map((signal) => signal.isFlagged)).toEqual([false, false, false, false])
  })

  it('takes off a season that the data show', () => {
    const winters = noiseOf(48, 3).map((noise, row) => noise + (row % 12 >= 9 ? 12 : 0))
    expect(findSignals([winters])[0]?.isFlagged).toBe(false)
  })
})
