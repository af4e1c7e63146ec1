import { describe, expect, it } from 'vitest'
import { readerOptions } from '../../../../src/domain/analysis/chart-series.ts'
import { analyseControlChart } from '../../../../src/domain/spc/control-chart.ts'
import { findLeftLevel } from '../../../../src/domain/spc/left-level.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

function leftBy(values: readonly (number | null)[]) {
  const chart = analyseControlChart(
    { values, improvementDirection: 'decrease', target: null, rebaseAt: [], fixAfterNPoints: null },
    readerOptions,
  )
  return findLeftLevel(chart, values, readerOptions)
}

const level = (count: number, mean: number, seed: number) => noiseOf(count, seed).map((one) => mean + one)
const twoLevels = [...level(24, 250, 3), ...level(21, 20, 4)]

describe('findLeftLevel', () => {
  it('finds the level that a latest figure between both has left, and how many have', () => {
    expect(leftBy([...twoLevels, 85])).toEqual({ start: 24, end: 45 })
    expect(leftBy([...twoLevels, 85, 90, 80])).toEqual({ start: 24, end: 45 })
    expect(leftBy([...twoLevels, 5])).toEqual({ start: 24, end: 45 })
  })

  it('finds a level that moved within its limits', () => {
    const slow = level(21, 20, 4).map((one, row) => one + row / 12)
    expect(leftBy([...level(24, 250, 3), ...slow, 85])?.start).toBe(24)
  })

  it('finds none where the latest figure keeps to it, or came back to it', () => {
    expect(leftBy([...twoLevels, 21])).toBeNull()
    expect(leftBy([...twoLevels, 85, 21])).toBeNull()
  })

  it('finds none where no level had lasted for a year', () => {
    expect(leftBy([...level(24, 250, 3), ...level(11, 20, 4), 85])).toBeNull()
    expect(leftBy([...level(45, 20, 4), 85])).toBeNull()
  })

  it('finds hardly any where nothing has changed', () => {
    const found = Array.from({ length: 400 }, (_, run) => leftBy(noiseOf(42, 100 + run))).filter(Boolean)
    expect(found.length).toBeLessThanOrEqual(2)
  })
})
