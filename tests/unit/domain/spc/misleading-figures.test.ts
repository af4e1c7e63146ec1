import { describe, expect, it } from 'vitest'
import { findMisleadingFigures } from '../../../../src/domain/spc/misleading-figures.ts'
import { findDoubted } from '../../../../src/domain/spc/suitability.ts'

/** 36 figures from 28 to 33, of mean 30.4. */
const queue = [
  30, 32, 29, 31, 30, 28, 33, 31, 29, 30, 32, 31, 30, 28, 31, 33, 29, 30, 31, 32, 31, 30, 29, 31, 32, 30, 28,
  31, 30, 33, 29, 31, 30, 32, 31, 31,
]

describe('findMisleadingFigures', () => {
  it('finds the one that draws the mean from under the others', () => {
    // 120 makes the mean 32.9, and all but three of the others lie below it
    for (const row of [0, 20, 34, 35]) expect(findMisleadingFigures(queue.with(row, 120))).toEqual([row])
    const share = queue.map((value) => 65 + value)
    expect(findMisleadingFigures(share.with(20, 9.6))).toEqual([20])
  })

  it('finds two together, where each hides the other', () => {
    expect(findMisleadingFigures(queue.with(20, 120).with(24, 130))).toEqual([20, 24])
    expect(findDoubted('count', queue.with(20, 120).with(24, 130))).toEqual([20, 24])
  })

  it('finds the one on which the verdict of a short series rests', () => {
    // without 60 the last figures lie on both sides of 30.4; with it all seven are below 32.5
    expect(findMisleadingFigures(queue.slice(0, 14).with(3, 60))).toEqual([3])
  })

  it('leaves alone what stands out and changes nothing that is said, and what is no further than others differ', () => {
    expect(findMisleadingFigures(queue.with(20, 45))).toEqual([])
    expect(findMisleadingFigures(queue)).toEqual([])
    const wide = queue.map((value, row) => value + 7 * (row % 3))
    expect(findMisleadingFigures(wide.with(30, 80))).toEqual([])
    const risen = [...queue.slice(0, 24), ...queue.slice(0, 12).map((value) => 6 * value)]
    expect(findMisleadingFigures(risen)).toEqual([])
    const trend = Array.from({ length: 36 }, (_, row) => 1000 - 20 * row)
    expect(findMisleadingFigures(trend)).toEqual([])
    expect(findMisleadingFigures(queue.slice(0, 11).with(3, 120))).toEqual([])
    expect(findMisleadingFigures(Array(36).fill(5))).toEqual([])
  })
})
