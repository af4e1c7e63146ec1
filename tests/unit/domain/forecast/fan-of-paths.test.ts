import { describe, expect, it } from 'vitest'
import { fanOfPaths } from '../../../../src/domain/forecast/fan-of-paths.ts'
import { forecastMonths } from '../../../../src/domain/forecast/forecast.ts'
import { seededNoise } from '../../../support/seeded-noise.ts'

const ahead = 6
const bounds = { lower: 0, upper: null }

function lookAt(values: readonly number[]) {
  const forecast = forecastMonths(values, ahead, bounds)
  if (forecast.kind !== 'forecast') throw new Error(forecast.kind)
  return { line: forecast.months, fan: fanOfPaths(forecast) }
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
  it('goes on falling with a list that has turned, which one line does not', () => {
    const values = Array.from({ length: 42 }, (_, row) => 300 + (row < 30 ? 7 * row : 7 * 60 - 7 * row))
    const { line, fan } = lookAt(values)
    const last = values.at(-1) ?? 0
    expect(fan.at(-1)?.upper80).toBeLessThan(last)
    expect(line.at(-1)?.median).toBeGreaterThan(fan.at(-1)?.median ?? 0)
  })

  it('is in order, and within what the figures can be', () => {
    const { fan } = lookAt(list(40, () => -9, seededNoise(4)))
    for (const { lower95, lower80, median, upper80, upper95 } of fan) {
      expect([lower95, lower80, median, upper80, upper95]).toEqual(
        [lower95, lower80, median, upper80, upper95].toSorted((a, b) => a - b),
      )
      expect(lower95).toBeGreaterThanOrEqual(0)
    }
  })

  it('stays where a list has never moved', () => {
    const { fan } = lookAt(Array<number>(24).fill(7))
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
      const { fan } = lookAt(values.slice(0, 42))
      for (const [step, { lower80, upper80 }] of fan.entries()) {
        const came = values[42 + step] ?? 0
        if (came >= lower80 && came <= upper80) held += 1
      }
    }
    expect(held / (lists * ahead)).toBeGreaterThan(0.65)
    expect(held / (lists * ahead)).toBeLessThan(0.92)
  })
})
