import { describe, expect, it } from 'vitest'
import { findFarFigures, rangeOfOthers } from '../../../../src/domain/spc/far-figures.ts'

/** 36 figures from 28 to 33, of mean 30.4: a queue that does not change. */
const queue = [
  30, 32, 29, 31, 30, 28, 33, 31, 29, 30, 32, 31, 30, 28, 31, 33, 29, 30, 31, 32, 31, 30, 29, 31, 32, 30, 28,
  31, 30, 33, 29, 31, 30, 32, 31, 31,
]
const hundreds = queue.map((value) => 10 * value)

describe('findFarFigures', () => {
  it('finds none in a steady series, and none in fewer than twelve figures', () => {
    expect(findFarFigures(queue)).toEqual([])
    expect(findFarFigures([30, 32, 29, 31, 30, 9000, 33, 31, 29, 30, 32])).toEqual([])
    expect(findFarFigures([])).toEqual([])
  })

  it('finds 9,000 among thirties, wherever it stands', () => {
    for (const row of [0, 1, 20, 34, 35]) expect(findFarFigures(queue.with(row, 9000))).toEqual([row])
  })

  it('finds a decimal point that slipped, up or down', () => {
    // 300 is nine times 33; 3.1 is a ninth of 28
    expect(findFarFigures(queue.with(20, 300))).toEqual([20])
    expect(findFarFigures(queue.with(20, 3.1))).toEqual([20])
    expect(findFarFigures(hundreds.with(0, 29))).toEqual([0])
  })

  it('finds a zero, or a lost sign, among hundreds', () => {
    expect(findFarFigures(hundreds.with(12, 0))).toEqual([12])
    expect(findFarFigures(hundreds.with(35, 0))).toEqual([35])
    expect(findFarFigures(hundreds.with(12, -310))).toEqual([12])
  })

  it('finds two wrong figures, high, low or one of each', () => {
    expect(findFarFigures(queue.with(7, 9000).with(20, 3100))).toEqual([7, 20])
    expect(findFarFigures(hundreds.with(7, 0).with(8, 3))).toEqual([7, 8])
    expect(findFarFigures(hundreds.with(7, 0).with(30, 31_000))).toEqual([7, 30])
  })

  it('compares with the figures beside it where a list has grown', () => {
    // from 200 to 550 in steps of 10; the slipped 40 belongs among 350 to 470
    const growing = Array.from({ length: 36 }, (_, row) => 200 + 10 * row)
    expect(findFarFigures(growing)).toEqual([])
    expect(findFarFigures(growing.with(20, 40))).toEqual([20])
    expect(findFarFigures(growing.with(30, 0))).toEqual([30])
    expect(findFarFigures(growing.with(3, 2300))).toEqual([3])
  })

  it('finds a figure that draws the mean out of the range of all others', () => {
    // eleven figures of 99 to 101 add up to 1,100; with 115 the mean is 101.25
    const steady = [100, 101, 99, 100, 101, 99, 100, 100, 101, 99, 100]
    expect(findFarFigures([...steady, 115])).toEqual([11])
    // with 108 it is 100.67, and lies among them
    expect(findFarFigures([...steady, 108])).toEqual([])
    // a profit among losses: nothing is compared by times there, and the mean is drawn out all the same
    expect(findFarFigures([-3, -2, -4, -3, -2, -3, 900, -4, -3, -2, -3, -4])).toEqual([6])
  })

  it('leaves what happens alone: a rise that lasts, a peak of four times, a month of nothing in small counts', () => {
    const risen = [...queue.slice(0, 24), ...queue.slice(0, 12).map((value) => 6 * value)]
    expect(findFarFigures(risen)).toEqual([])
    const wide = queue.map((value, row) => value + 7 * (row % 3))
    expect(findFarFigures(wide.with(30, 120))).toEqual([])
    expect(findFarFigures([7, 5, 8, 6, 9, 4, 7, 6, 5, 8, 0, 7, 6, 9])).toEqual([])
    expect(findFarFigures([7, 5, 8, 6, 9, 4, 7, 6, 5, 8, 1, 7, 6, 9])).toEqual([])
    expect(findFarFigures([3, 4, 6, 0, 0, 4, 9, 6, 3, 0, 11, 0, 0, 5, 2, 0])).toEqual([])
  })

  it('leaves a constant series and one of zeros alone', () => {
    expect(findFarFigures(Array(36).fill(100))).toEqual([])
    expect(findFarFigures([...Array(35).fill(100), 99])).toEqual([])
    expect(findFarFigures([...Array(35).fill(0), 3])).toEqual([])
    expect(findFarFigures([...Array(35).fill(100), 10])).toEqual([35])
  })

  it('passes over missing figures, and keeps their places', () => {
    expect(findFarFigures([null, ...queue.with(4, 9000).with(9, 30)])).toEqual([5])
  })

  it('finds the same rows in any unit', () => {
    for (const values of [queue.with(20, 9000), hundreds.with(12, 0), queue.with(3, 3)]) {
      const found = findFarFigures(values)
      expect(found).toHaveLength(1)
      expect(findFarFigures(values.map((value) => 8 * value))).toEqual(found)
    }
  })
})

describe('rangeOfOthers', () => {
  it('is that of all figures that are not doubted', () => {
    expect(rangeOfOthers(queue.with(20, 9000), [20])).toEqual([28, 33])
  })
})
