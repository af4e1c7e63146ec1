import { describe, expect, it } from 'vitest'
import { fanOfPaths } from '../../../../src/domain/forecast/fan-of-paths.ts'
import { forecastMonths } from '../../../../src/domain/forecast/forecast.ts'
import { chancesAhead } from '../../../../src/domain/forecast/reach.ts'
import type { Bounds } from '../../../../src/domain/measures/bounds.ts'
import { meanOf } from '../../../../src/domain/statistics/centre.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'
import { noiseOf, seededNoise } from '../../../support/seeded-noise.ts'

const ahead = 6
const bounds = { lower: 0, upper: null }

/** Of some 40 cases a month, of which about two are missed. */
const nearHundred = [
  98, 94.3, 95.8, 88.1, 91.1, 92.7, 94.9, 90.7, 100, 93.5, 98.3, 94.1, 94.6, 92.5, 96.4, 95.2, 92.2, 97.1,
  96.2, 100, 92.6, 94.1, 90.6, 97.2, 100, 97.2, 100, 94.2, 95.2, 97.1, 100, 94.1, 97.8, 100, 94.3, 87.2, 92.4,
  97.7, 96.4, 97.9, 94.6, 97.4,
]
/** None in two of five months, and about five in each other. */
const oftenNone = [
  3, 4, 6, 0, 0, 4, 9, 6, 3, 0, 11, 0, 0, 5, 2, 0, 6, 3, 6, 0, 5, 2, 0, 0, 2, 4, 5, 6, 0, 0, 5, 0, 6, 0, 8, 5,
  8, 0, 0, 5, 0, 0,
]
/** Nought more often than any other number, of figures that are not mostly nought: "1 to 7" and the like was told. */
const levelOfThree = [0, 6, 7, 0, 3, 0, 0, 0, 6, 0, 1, 1, 4, 4, 5, 4, 0, 3, 0, 0, 3, 0, 0, 4, 5]
const levelOfTwo = [
  0, 5, 2, 1, 2, 7, 2, 4, 2, 6, 2, 3, 0, 4, 3, 6, 0, 0, 6, 3, 2, 0, 5, 0, 2, 3, 4, 0, 5, 3, 0, 3,
]
const levelOfTen = [0, 0, 10, 16, 0, 9, 0, 0, 8, 8, 9, 0, 0, 11, 5, 0, 0, 13, 11, 12, 12, 0, 0, 14, 10, 9, 5]
const aroundLevel = noiseOf(36, 1).map((noise) => 50 + 4.1 * noise)

const lookAt = (values: readonly number[]) => fanOf(values, bounds)

function fanOf(values: readonly number[], bounds: Bounds) {
  const forecast = forecastMonths(values, ahead, bounds)
  if (forecast.kind !== 'forecast') throw new Error(forecast.kind)
  return fanOfPaths(forecast)
}

/** A list of so many months: each adds its drift and what came in less what went out at random. */
function list(months: number, drift: (month: number) => number, normal: () => number): number[] {
  let length = 400
  return Array.from({ length: months }, (_, month) => {
    length = Math.max(0, length + drift(month) + 8 * (normal() - normal()))
    return Math.round(length)
  })
}

describe('fanOfPaths', () => {
  it('goes on falling with a list that has turned', () => {
    const values = Array.from({ length: 42 }, (_, row) => 300 + (row < 30 ? 7 * row : 7 * 60 - 7 * row))
    const fan = lookAt(values)
    const last = values.at(-1) ?? 0
    expect(fan.at(-1)?.upper80).toBeLessThan(last)
    expect(fan.at(-1)?.median).toBeLessThan(last - 25)
  })

  it('is in order, and within what the figures can be', () => {
    const fan = lookAt(list(40, () => -9, seededNoise(4)))
    for (const { lower95, lower80, median, upper80, upper95 } of fan) {
      expect([lower95, lower80, median, upper80, upper95]).toEqual(
        [lower95, lower80, median, upper80, upper95].toSorted((a, b) => a - b),
      )
      expect(lower95).toBeGreaterThanOrEqual(0)
    }
  })

  it('takes a share that was never below 87% to stay near 100%, and never above', () => {
    const fan = fanOf(nearHundred, { lower: 0, upper: 100 })
    for (const { lower95, lower80, median, upper80, upper95 } of fan) {
      expect(lower95).toBeGreaterThan(80)
      expect(lower80).toBeGreaterThan(87)
      expect(median).toBeGreaterThan(94)
      expect(upper80).toBeGreaterThan(98)
      expect(upper95).toBeLessThanOrEqual(100)
    }
  })

  it('foretells counts as whole numbers, and of many noughts neither nought nor none', () => {
    for (const month of fanOf(oftenNone, bounds)) {
      for (const figure of Object.values(month)) expect(Number.isInteger(figure)).toBe(true)
      expect(month.median).toBeGreaterThanOrEqual(1)
      expect(month.lower80).toBe(0)
      expect(month.upper80).toBeGreaterThanOrEqual(6)
      expect(month.upper80).toBeLessThanOrEqual(9)
    }
  })

  it('holds nought where nought came most often, though a level of few more stands above it', () => {
    for (const figures of [levelOfThree, levelOfTwo, levelOfTen]) {
      for (const { lower80, lower95, median, upper80 } of fanOf(figures, bounds)) {
        expect([lower80, lower95]).toEqual([0, 0])
        expect(median).toBeLessThanOrEqual(upper80)
      }
    }
    // and none that has not come for a year
    const risen = [
      ...Array.from({ length: 24 }, () => 0),
      ...noiseOf(18, 2).map((noise) => 40 + Math.round(3 * noise)),
    ]
    for (const { lower80 } of fanOf(risen, bounds)) expect(lower80).toBeGreaterThan(0)
  })

  it('holds about as many counts of few as it says, though each is within or without as a whole', () => {
    const uniform = seededUniform(3)
    const rare = () => Array.from({ length: 12 }, uniform).filter((number) => number < 1 / 12).length
    const held = Array.from({ length: 60 }, () => {
      const values = Array.from({ length: 42 }, rare)
      const fan = fanOf(values.slice(0, 36), bounds)
      return fan.map(({ lower80, upper80 }, step) => {
        const came = values[36 + step] ?? -1
        return came >= lower80 && came <= upper80 ? 1 : 0
      })
    }).flat()
    expect(meanOf(held)).toBeGreaterThan(0.74)
    expect(meanOf(held)).toBeLessThan(0.89)
  })

  it('is drawn along the paths that a target is judged on', () => {
    const forecast = forecastMonths(aroundLevel, 6, bounds)
    if (forecast.kind !== 'forecast') throw new Error(forecast.kind)
    for (const [step, { median, upper80 }] of fanOfPaths(forecast).entries()) {
      const chanceBelow = (upper: number) => chancesAhead(forecast, { lower: null, upper }, 1, 0).metIn[step]
      expect(chanceBelow(median)).toBeCloseTo(0.5, 2)
      expect(chanceBelow(upper80)).toBeCloseTo(0.9, 2)
    }
  })

  it('stands on the new level of a series that has stepped', () => {
    const stepped = noiseOf(40, 11).map((noise, row) => (row < 30 ? 100 : 150) + 5.5 * noise)
    for (const { median, lower95 } of fanOf(stepped, bounds)) {
      expect(median).toBeGreaterThan(142)
      expect(lower95).toBeGreaterThan(115)
    }
  })

  it('stays where a list has never moved', () => {
    const fan = lookAt(Array<number>(24).fill(7))
    for (const { lower95, upper95 } of fan) {
      expect(lower95).toBeCloseTo(7, 6)
      expect(upper95).toBeCloseTo(7, 6)
    }
  })

  it.each([
    { name: 'goes nowhere', drift: () => 0 },
    { name: 'has risen all along', drift: () => 6 },
    { name: 'turned 18 months before', drift: (month: number) => (month < 24 ? 7 : -7) },
  ])('holds what comes about as often as it says, of a list that $name', ({ drift }) => {
    const normal = seededNoise(12)
    let held = 0
    const lists = 80
    for (let one = 0; one < lists; one += 1) {
      const values = list(42 + ahead, drift, normal)
      const fan = lookAt(values.slice(0, 42))
      for (const [step, { lower80, upper80 }] of fan.entries()) {
        const came = values[42 + step] ?? 0
        if (came >= lower80 && came <= upper80) held += 1
      }
    }
    expect(held / (lists * ahead)).toBeGreaterThan(0.65)
    expect(held / (lists * ahead)).toBeLessThan(0.92)
  })
})
