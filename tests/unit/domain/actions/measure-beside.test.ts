import { describe, expect, it } from 'vitest'
import { compareBesideAction } from '../../../../src/domain/actions/measure-beside.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'

const raisedInJune = { raised: '2025-06-10', closed: null, status: 'open' } as const
const snapshot = { aggregation: 'P', breaks: [] } as const
const flow = { aggregation: 'S', breaks: [] } as const

const from = (first: string, values: readonly (number | null)[]) =>
  values.map((value, step) => ({ period: addPeriods(first, step), value }))

describe('compareBesideAction', () => {
  it('takes the middle figure of the months before it was raised and of those since', () => {
    // March to May: 10 12 11 → 11; June to August, snapshots from the end of June on: 8 9 7 → 8
    expect(compareBesideAction(raisedInJune, from('2025-03', [10, 12, 11, 8, 9, 7]), snapshot)).toEqual({
      kind: 'compared',
      before: { value: 11, periods: 3 },
      since: { value: 8, periods: 3 },
      sinceDay: 'raised',
    })
  })

  it('takes the mean of the two in the middle of an even number', () => {
    // 10 11 12 20 → (11 + 12) ÷ 2
    const compared = compareBesideAction(raisedInJune, from('2025-02', [20, 10, 12, 11, 8, 9, 7]), snapshot)
    expect(compared).toMatchObject({ before: { value: 11.5, periods: 4 } })
  })

  it('counts a flow from the first whole month', () => {
    // June is partly before: July 9, August 7 and September 5 → 7
    const compared = compareBesideAction(raisedInJune, from('2025-03', [10, 12, 11, 8, 9, 7, 5]), flow)
    expect(compared).toMatchObject({ since: { value: 7, periods: 3 } })
  })

  it('counts from the closing of one that is closed, and from the raising of one superseded', () => {
    const points = from('2025-03', [10, 12, 11, 8, 9, 7, 6, 5])
    const closed = { raised: '2025-06-10', closed: '2025-08-15', status: 'closed' } as const
    expect(compareBesideAction(closed, points, snapshot)).toMatchObject({
      sinceDay: 'closed',
      // the ends of August, September and October: 7 6 5
      since: { value: 6, periods: 3 },
    })
    expect(compareBesideAction({ ...closed, status: 'superseded' }, points, snapshot)).toMatchObject({
      sinceDay: 'raised',
    })
  })

  it('never reads a gap as zero, nor makes it up with an older figure', () => {
    // the twelve months to May 2025 hold eleven figures; the 99 of May 2024 lies before them
    const before = [99, ...Array.from({ length: 12 }, (_, month) => (month === 3 ? null : 20))]
    const compared = compareBesideAction(raisedInJune, from('2024-05', [...before, 8, 9, 7]), snapshot)
    expect(compared).toMatchObject({ before: { value: 20, periods: 11 } })
  })

  it('says how many figures there are where they are too few', () => {
    expect(compareBesideAction(raisedInJune, from('2025-03', [10, 12, 11, 8]), snapshot)).toEqual({
      kind: 'too-few',
      before: 3,
      since: 1,
      sinceDay: 'raised',
      isLateEnough: false,
    })
    const hidden = [10, 12, 11, 8, null, null]
    expect(compareBesideAction(raisedInJune, from('2025-03', hidden), snapshot)).toMatchObject({
      since: 1,
      isLateEnough: true,
    })
  })

  it('compares nothing across a break, and nothing from before an earlier one', () => {
    const points = from('2025-01', [90, 90, 10, 12, 11, 8, 9, 7])
    const broken = (date: string) => ({ ...snapshot, breaks: [{ date, title: 'Counted anew', reason: '' }] })
    expect(compareBesideAction(raisedInJune, points, broken('2025-07-01'))).toEqual({
      kind: 'not-comparable',
      break: 'Counted anew',
    })
    expect(compareBesideAction(raisedInJune, points, broken('2025-03-01'))).toMatchObject({
      before: { value: 11, periods: 3 },
    })
  })

  it('moves by five where every figure does', () => {
    const values = [10, 12, 11, 8, 9, 7]
    const moved = values.map((value) => value + 5)
    const [first, second] = [values, moved].map((list) =>
      compareBesideAction(raisedInJune, from('2025-03', list), snapshot),
    )
    expect(first).toMatchObject({ before: { value: 11 }, since: { value: 8 } })
    expect(second).toMatchObject({ before: { value: 16 }, since: { value: 13 } })
  })

  it('has nothing to say without figures', () => {
    expect(compareBesideAction(raisedInJune, [], snapshot)).toMatchObject({ kind: 'too-few', before: 0 })
  })
})
