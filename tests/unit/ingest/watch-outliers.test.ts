import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LoadProblem } from '../../../src/contract/loads.ts'
import { describeProblem } from '../../../src/ingest/problem.ts'
import { seriesKey } from '../../../src/ingest/standing.ts'
import { findFarFigures, watchOutliers } from '../../../src/ingest/watch-outliers.ts'
import { aFigure } from '../../support/a-figure.ts'

/** Values month by month. */
const monthly = (values: readonly number[]) =>
  values.map((value, month) => ({
    period: `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
    value,
  }))
const farOf = (values: readonly number[]) =>
  findFarFigures(monthly(values)).map(({ point, ratio }) => [point.period, point.value, ratio])

describe('findFarFigures', () => {
  it('finds the one figure that a slip of the keys made', () => {
    // middle of 28 … 33 and 9000 is 30: 9000 ÷ 30 = 300
    expect(farOf([30, 32, 29, 31, 30, 28, 33, 9000, 30])).toEqual([['2022-08', 9000, 300]])
    // a point in the wrong place: 0.3 of 30
    expect(farOf([30, 32, 29, 31, 30, 28, 33, 0.3, 30])).toEqual([['2022-08', 0.3, 0.01]])
  })

  it('asks about nothing in a series that scatters, grows, runs out or is short', () => {
    expect(farOf([5, 90, 12, 400, 33, 7, 150, 61, 20])).toEqual([])
    expect(farOf(Array.from({ length: 24 }, (_, month) => 10 * 1.3 ** month))).toEqual([])
    expect(farOf([90, 94, 96, 93, 99, 97, 95, 98, 66, 37, 11, 5])).toEqual([])
    expect(farOf([30, 31, 9000])).toEqual([])
  })

  it('leaves small counts alone, where ten times as many is a busy month', () => {
    expect(farOf([1, 1, 2, 1, 1, 1, 24, 1, 2])).toEqual([])
    expect(farOf([69, 80, 1, 75, 66, 71, 77, 70, 68])).toEqual([])
  })

  it('takes a level that changed for good as it is', () => {
    expect(farOf([...Array(12).fill(10), ...Array(8).fill(400)])).toEqual([])
  })

  it('finds the same figure whatever the unit is, and in whatever order they come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.shuffledSubarray(monthly([30, 32, 29, 31, 30, 28, 33, 9000, 30]), { minLength: 9 }),
        (scale, points) => {
          const far = findFarFigures(points.map((point) => ({ ...point, value: point.value * scale })))
          expect(far.map(({ point }) => point.period)).toEqual(['2022-08'])
        },
      ),
    )
  })
})

describe('watchOutliers', () => {
  const told = (dimension: string) => {
    const problems: LoadProblem[] = []
    const watch = watchOutliers()
    for (const [index, value] of [30, 32, 29, 31, 30, 28, 33, 9000, 30].entries()) {
      watch.take(aFigure({ value, dimension, period: `2025-0${index + 1}` }), 'observations.csv', index + 2)
    }
    watch.report((problem) => problems.push(problem))
    return problems.map(describeProblem)
  }

  it('names the line', () => {
    expect(told('borough')).toEqual([
      'observations.csv:9:1 9000 is 300 times the middle value of this series: check it → correct it, or publish it with a reason that says why it is right',
    ])
  })

  it('sets one month against the figures that stand', () => {
    const problems: LoadProblem[] = []
    const watch = watchOutliers()
    watch.take(aFigure({ value: 9000, period: '2025-09' }), 'observations.csv', 2)
    const stood = monthly([30, 32, 29, 31, 30, 28, 33])
    watch.report(
      (problem) => problems.push(problem),
      (_, key) => (key === seriesKey(aFigure()) ? stood : []),
    )
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [2, '9000 is 295 times the middle value of this series: check it'],
    ])
  })

  it('leaves figures of other places to those who published them', () => {
    expect(told('comparator')).toEqual([])
  })
})
