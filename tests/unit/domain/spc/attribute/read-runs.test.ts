import { describe, expect, it } from 'vitest'
import { longestRunByChance, readRuns } from '../../../../../src/domain/spc/attribute/read-runs.ts'

const about = (values: (number | null)[]) =>
  readRuns(
    values,
    values.map(() => 0),
  )

describe('readRuns', () => {
  it('lets points on the centre line, and missing ones, neither count to a run nor break it', () => {
    expect(about([1, 0, 1, null, 1, -1])).toMatchObject({ useful: 4, longestRun: 3, crossings: 1 })
  })

  // Anhøj and Olesen 2014, table 1
  it.each([
    [10, 6, 2],
    [12, 7, 3],
    [20, 7, 6],
    [24, 8, 8],
    [60, 9, 23],
  ])(
    'bounds the longest run and the crossings of %i points as the published table does',
    (useful, longest, fewest) => {
      const runs = about(Array.from({ length: useful }, (_, row) => (row % 2 === 0 ? 1 : -1)))
      expect(runs).toMatchObject({ longestRunMax: longest, crossingsMin: fewest, signal: false })
    },
  )

  it('is a signal from a run longer than chance makes, and from too few crossings', () => {
    expect(about([1, 1, 1, 1, 1, 1, 1, -1, 1, -1])).toMatchObject({ longestRun: 7, signal: true })
    expect(about([1, 1, 1, 1, 1, -1, -1, -1, -1, -1])).toMatchObject({ crossings: 1, signal: true })
  })

  it('knows no bounds where no point is useful', () => {
    expect(about([0, null])).toEqual({
      useful: 0,
      longestRun: 0,
      longestRunMax: null,
      crossings: 0,
      crossingsMin: null,
      signal: false,
    })
  })

  it('bounds the runs of thousands of points', () => {
    expect(longestRunByChance(4096)).toBe(15)
    expect(about(Array.from({ length: 4000 }, (_, row) => (row % 2 === 0 ? 1 : -1))).crossingsMin).toBe(1947)
  })
})
