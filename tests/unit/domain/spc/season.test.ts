import { describe, expect, it } from 'vitest'
import { figuresWithoutSeason } from '../../../../src/domain/spc/season.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const swing = [0, 10, 25, 40, 45, 40, 20, 0, -30, -50, -50, -50]
const ofYears = (years: number, at: (season: number, row: number) => number) =>
  Array.from({ length: 12 * years }, (_, row) => at(swing[row % 12] ?? 0, row))
const noise = noiseOf(72, 3)
const spreadOf = (values: readonly (number | null)[]) => {
  const known = values.filter((value) => value !== null)
  return Math.max(...known) - Math.min(...known)
}

describe('figures without their season', () => {
  it('are level where the season is all that moves them, whatever else is missing', () => {
    const values = ofYears(4, (season) => 200 + season).map((value, row) => (row === 17 ? null : value))
    const without = figuresWithoutSeason(values)
    expect(without?.[17]).toBeNull()
    expect(spreadOf(without ?? [])).toBeLessThan(2)
  })

  it('show by how much a figure differs from the same month of other years, which it does not explain itself', () => {
    const values = ofYears(4, (season, row) => 200 + season + (row === 47 ? 30 : 0))
    const without = figuresWithoutSeason(values) ?? []
    expect((without[47] ?? 0) - (without[46] ?? 0)).toBeCloseTo(30, 0)
  })

  it('keep a trend, and take a season that swells with its level in proportion', () => {
    const rising = figuresWithoutSeason(ofYears(5, (season, row) => 200 + season + 2 * row)) ?? []
    expect((rising[59] ?? 0) - (rising[0] ?? 0)).toBeCloseTo(118, -1)
    const swelling = ofYears(5, (season, row) => 100 * 1.03 ** row * (1 + season / 100))
    const steps = (figuresWithoutSeason(swelling) ?? []).slice(1).map((value, row, all) => {
      const before = row === 0 ? null : all[row - 1]
      return value === null || before === null || before === undefined ? 0 : value - before
    })
    expect(Math.max(...steps.map(Math.abs))).toBeLessThan(0.06)
  })

  it.each([
    ['noise alone', ofYears(5, (_, row) => 200 + 20 * (noise[row] ?? 0))],
    ['two years of the same months', ofYears(2, (season) => 200 + season)],
    [
      'a season that is lost in noise',
      ofYears(5, (season, row) => 200 + season / 4 + 20 * (noise[row] ?? 0)),
    ],
    ['a line', ofYears(5, (_, row) => 200 + 3 * row)],
    ['figures that are all the same', ofYears(5, () => 200)],
  ])('are not asked for where no season is plain: %s', (_name, values) => {
    expect(figuresWithoutSeason(values)).toBeNull()
  })
})
