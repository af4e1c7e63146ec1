import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { seriesKey } from '../../../src/ingest/standing.ts'
import { findFarFigures, watchOutliers } from '../../../src/ingest/watch-outliers.ts'
import { aFigure } from '../../support/a-figure.ts'

describe('findFarFigures', () => {
  it('finds the one figure that a slip of the keys made', () => {
    // middle of 28 … 33 and 9000 is 30: 9000 ÷ 30 = 300
    expect(findFarFigures([30, 32, 29, 31, 30, 28, 33, 9000, 30])).toEqual([{ index: 7, ratio: 300 }])
    // a point in the wrong place: 0.31 of 30
    expect(findFarFigures([30, 32, 29, 31, 30, 28, 33, 0.3, 30])).toEqual([{ index: 7, ratio: 0.01 }])
  })

  it('asks about nothing in a series that scatters, grows, or is short', () => {
    expect(findFarFigures([5, 90, 12, 400, 33, 7, 150, 61, 20])).toEqual([])
    expect(findFarFigures(Array.from({ length: 24 }, (_, month) => 10 * 1.3 ** month))).toEqual([])
    expect(findFarFigures([30, 31, 9000])).toEqual([])
  })

  it('leaves small counts alone, where ten times as many is a busy month', () => {
    expect(findFarFigures([1, 1, 2, 1, 1, 1, 24, 1, 2])).toEqual([])
  })

  it('takes a level that changed for good as it is', () => {
    expect(findFarFigures([...Array(12).fill(10), ...Array(8).fill(400)])).toEqual([])
  })

  it('finds the same figure whatever the unit is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (scale) => {
        const far = findFarFigures([30, 32, 29, 31, 30, 28, 33, 9000, 30].map((value) => value * scale))
        expect(far.map(({ index }) => index)).toEqual([7])
      }),
    )
  })
})

describe('watchOutliers', () => {
  const told = (dimension: string) => {
    const problems: LoadProblem[] = []
    const watch = watchOutliers()
    for (const [index, value] of [30, 32, 29, 31, 30, 28, 33, 9000, 30].entries()) {
      watch.take(aFigure({ value, dimension }), 'observations.csv', index + 2)
    }
    watch.report((problem) => problems.push(problem))
    return problems.map(describeProblem)
  }

  it('names the line', () => {
    expect(told('borough')).toEqual([
      'observations.csv:9:1 9000 is 300 times the middle value of this series: check it → nothing, if it is right; else correct it before you publish',
    ])
  })

  it('sets one month against the figures that stand', () => {
    const problems: LoadProblem[] = []
    const watch = watchOutliers()
    watch.take(aFigure({ value: 9000 }), 'observations.csv', 2)
    expect(watch.kpisWithFew()).toEqual(['ot-waiting'])
    const stood = new Map([[seriesKey(aFigure()), [30, 32, 29, 31, 30, 28, 33]]])
    watch.report((problem) => problems.push(problem), stood)
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [2, '9000 is 295 times the middle value of this series: check it'],
    ])
  })

  it('leaves figures of other places to those who published them', () => {
    expect(told('comparator')).toEqual([])
  })
})
