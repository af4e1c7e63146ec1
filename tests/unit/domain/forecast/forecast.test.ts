import { describe, expect, it } from 'vitest'
import { fanOfPaths } from '../../../../src/domain/forecast/fan-of-paths.ts'
import { forecastMonths } from '../../../../src/domain/forecast/forecast.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const open = { lower: null, upper: null }
const share = { lower: 0, upper: 100 }
const count = { lower: 0, upper: null }

function aForecast(
  values: (number | null)[],
  months = 6,
  bounds: { lower: number | null; upper: number | null } = open,
) {
  const forecast = forecastMonths(values, months, bounds)
  if (forecast.kind !== 'forecast') throw new Error('too few points')
  return { months: fanOfPaths(forecast), hasSeason: forecast.hasSeason }
}

const mediansOf = (forecast: ReturnType<typeof aForecast>) => forecast.months.map((month) => month.median)
const aroundLevel = noiseOf(36, 1).map((noise) => 50 + 4 * noise)

describe('forecastMonths', () => {
  it('refuses eleven values, whatever gaps stand between them', () => {
    const eleven = Array.from({ length: 22 }, (_, row) => (row % 2 === 0 ? row : null))
    expect(forecastMonths(eleven, 6, open)).toEqual({ kind: 'too-few-points', have: 11, need: 12 })
  })

  it('looks no further than eighteen months', () => {
    expect(aForecast(aroundLevel, 40).months).toHaveLength(18)
  })

  it('carries a constant on', () => {
    const [month] = aForecast(Array(12).fill(7)).months
    expect(month).toEqual({ median: 7, lower80: 7, upper80: 7, lower95: 7, upper95: 7 })
  })

  it('does not follow a last value that stands alone, nor one to which a missing month would lead', () => {
    // in each, the step before the last goes up
    const rising = [...aroundLevel, 50, 51]
    expect(mediansOf(aForecast([...rising, 90]))[0]).toBeLessThan(60)
    expect(mediansOf(aForecast([...rising, null, 90]))[0]).toBeLessThan(70)
  })

  it('stays level where the data show neither trend nor season', () => {
    const forecast = aForecast(aroundLevel)
    expect(forecast.hasSeason).toBe(false)
    for (const median of mediansOf(forecast)) expect(Math.abs(median - 50)).toBeLessThan(2)
  })

  it('follows a trend that the data show, a little less each month', () => {
    const falling = noiseOf(30, 2).map((noise, row) => 200 - 3 * row + noise)
    const medians = mediansOf(aForecast(falling, 12))
    // the 31st value would be 110; three a month from there
    expect(medians[0]).toBeGreaterThan(107)
    expect(medians[0]).toBeLessThan(113)
    expect(medians[11]).toBeGreaterThan(110 - 36)
    expect(medians[11]).toBeLessThan(90)
  })

  it('sees no season in figures most of which are nought, and holds nought possible', () => {
    // two of four Marches alone are more than a few
    const rare = [
      0, 0, 42, 0, 0, 0, 3, 0, 0, 0, 0, 5, 0, 0, 24, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 17, 0, 0, 0, 4,
    ]
    const years = [...rare, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]
    const forecast = aForecast(years, 6, count)
    expect(forecast.hasSeason).toBe(false)
    for (const month of forecast.months) expect(month.lower80).toBe(0)
  })

  it('repeats a season that the data show', () => {
    const winter = noiseOf(48, 3).map((noise, row) => 100 + (row % 12 === 0 ? 40 : 0) + 2 * noise)
    const forecast = aForecast(winter)
    expect(forecast.hasSeason).toBe(true)
    const [january = 0, february = 0] = mediansOf(forecast)
    expect(january - february).toBeGreaterThan(25)
  })

  it('widens with the months ahead of a series that wanders, the 95% interval around the 80%', () => {
    let place = 300
    const wandering = noiseOf(36, 12).map((step) => {
      place += 9 * step
      return place
    })
    const months = aForecast(wandering).months
    const width = (month: number) => (months[month - 1]?.upper80 ?? 0) - (months[month - 1]?.lower80 ?? 0)
    expect(width(6)).toBeGreaterThan(width(1))
    expect(months.every((month) => month.lower95 < month.lower80 && month.upper80 < month.upper95)).toBe(true)
  })

  it('is moved little by one wild month', () => {
    const plain = aForecast(aroundLevel).months[0]
    const wild = aForecast(aroundLevel.with(30, 900)).months[0]
    expect(Math.abs((wild?.median ?? 0) - (plain?.median ?? 0))).toBeLessThan(4)
    expect((wild?.upper80 ?? 0) - (wild?.lower80 ?? 0)).toBeLessThan(
      1.8 * ((plain?.upper80 ?? 0) - (plain?.lower80 ?? 0)),
    )
  })

  it('keeps percentages within 0 and 100 and counts from 0', () => {
    const nearTop = noiseOf(24, 4).map((noise) => Math.min(100, 98 + 2 * noise))
    const rare = noiseOf(24, 5).map((noise) => Math.max(0, Math.round(2 + 2 * noise)))
    expect(
      Math.max(...aForecast(nearTop, 18, share).months.map((month) => month.upper95)),
    ).toBeLessThanOrEqual(100)
    expect(
      Math.min(...aForecast(rare, 18, count).months.map((month) => month.lower95)),
    ).toBeGreaterThanOrEqual(0)
  })

  it('is less sure when the last months are missing', () => {
    const width = (values: (number | null)[]) => {
      const [month] = aForecast(values).months
      return (month?.upper80 ?? 0) - (month?.lower80 ?? 0)
    }
    expect(width([...aroundLevel, null, null])).toBeGreaterThan(width(aroundLevel))
  })
})
