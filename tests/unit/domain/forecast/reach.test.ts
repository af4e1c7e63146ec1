import { describe, expect, it } from 'vitest'
import { forecastMonths } from '../../../../src/domain/forecast/forecast.ts'
import { chancesAhead, goalOf, runUnderWay } from '../../../../src/domain/forecast/reach.ts'
import type { Observation } from '../../../../src/domain/spc/observation.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const count = { lower: 0, upper: null }
const falling = noiseOf(30, 2).map((noise, row) => 300 - 5 * row + noise)
const level = noiseOf(30, 6).map((noise) => 300 + 5 * noise)

function chances(
  values: readonly Observation[],
  goal: { lower: number | null; upper: number | null },
  sustain = 3,
  run = 0,
  bounds: { lower: number | null; upper: number | null } = count,
) {
  const forecast = forecastMonths(values, 18, bounds)
  if (forecast.kind !== 'forecast') throw new Error(forecast.kind)
  return chancesAhead(forecast, goal, sustain, run)
}
const atMost = (upper: number) => ({ lower: null, upper })

describe('chancesAhead', () => {
  it('finds a falling list below its target when it gets there, and kept two months later', () => {
    // at 155 after 30 months; 120 is seven months on at five a month
    const { metBy, keptBy } = chances(falling, atMost(120))
    const evenBy = (said: readonly number[]) => said.findIndex((chance) => chance >= 0.5) + 1
    expect(evenBy(metBy)).toBeGreaterThanOrEqual(6)
    expect(evenBy(metBy)).toBeLessThanOrEqual(9)
    expect(evenBy(keptBy)).toBeGreaterThanOrEqual(evenBy(metBy) + 2)
  })

  it('gives every event a chance no smaller than one that implies it, and none falls as time goes on', () => {
    for (const target of [285, 292, 298, 305]) {
      const { metIn, metBy, keptBy } = chances(level, atMost(target))
      for (const [step, met] of metBy.entries()) {
        expect(met).toBeGreaterThanOrEqual(metIn[step] ?? 1)
        expect(met).toBeGreaterThanOrEqual(keptBy[step] ?? 1)
        expect(met).toBeGreaterThanOrEqual(metBy[step - 1] ?? 0)
        expect(keptBy[step]).toBeGreaterThanOrEqual(keptBy[step - 1] ?? 0)
      }
    }
  })

  it('is met in a month as often as a stable series meets it', () => {
    // one standard deviation above the mean of a normal series: 0.159
    const said = Array.from({ length: 60 }, (_, seed) => {
      const values = noiseOf(36, 50 + seed).map((noise) => 100 + 10 * noise)
      const { metIn } = chances(values, { lower: 110, upper: null })
      return metIn[11] ?? 1
    })
    const mean = said.reduce((sum, chance) => sum + chance, 0) / said.length
    // a little more, because nobody knows mean and spread for sure from 36 figures
    expect(mean).toBeGreaterThan(0.15)
    expect(mean).toBeLessThan(0.24)
  })

  it('is all of a few cases as often as it was', () => {
    // 57 of 60 in a usual month: all 60 with a chance of 0.95 ^ 60, 4.6%, and in any of six months 24.6%
    const cases = 60
    const of = (seed: number) => {
      const draw = seededUniform(seed)
      return Array.from({ length: 42 }, () => {
        const done = Array.from({ length: cases }, () => draw()).filter((one) => one < 0.95).length
        return Number(((100 * done) / cases).toFixed(1))
      })
    }
    const shares = Array.from({ length: 40 }, (_, seed) => of(seed + 1)).filter((one) => one.includes(100))
    const said = shares.map((one) =>
      chances(one, { lower: 100, upper: null }, 3, 0, { lower: 0, upper: 100 }),
    )
    const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
    expect(mean(said.map(({ metIn }) => metIn[0] ?? 0))).toBeGreaterThan(0.03)
    expect(mean(said.map(({ metBy }) => metBy[5] ?? 0))).toBeGreaterThan(0.17)
    expect(mean(said.map(({ metBy }) => metBy[5] ?? 1))).toBeLessThan(0.33)
    // kept for three months running is another event
    expect(mean(said.map(({ keptBy }) => keptBy[5] ?? 1))).toBeLessThan(0.05)
  })

  it('stays below a target that a rising list has not reached, and not beyond it', () => {
    // at 295 after 30 months; 320 is five months on at five a month
    const rising = noiseOf(30, 2).map((noise, row) => 150 + 5 * row + noise)
    const { staysBy, metIn } = chances(rising, atMost(320), 3, 30)
    expect(staysBy[0]).toBe(metIn[0])
    expect(staysBy[2]).toBeGreaterThan(0.9)
    expect(staysBy[11]).toBeLessThan(0.05)
    for (const [step, stays] of staysBy.entries()) {
      expect(stays).toBeLessThanOrEqual(metIn[step] ?? 0)
      expect(stays).toBeLessThanOrEqual(staysBy[step - 1] ?? 1)
    }
  })

  it('stays where it is as often as a stable series does', () => {
    // each month meets it with 0.977, all six with 0.87: a little less, since nobody knows the spread for sure
    const said = Array.from({ length: 60 }, (_, seed) => {
      const values = noiseOf(36, 50 + seed).map((noise) => 100 + 10 * noise)
      return chances(values, { lower: null, upper: 120 }).staysBy[5] ?? 0
    })
    const mean = said.reduce((sum, chance) => sum + chance, 0) / said.length
    expect(mean).toBeGreaterThan(0.77)
    expect(mean).toBeLessThan(0.9)
  })

  it('follows a list that has turned', () => {
    // up by 5 for 25 months to 420, then down by 8 for eleven: at 332, and at 300 in four months more
    const turned = noiseOf(36, 3).map(
      (noise, row) => 300 + 5 * Math.min(24, row) - 8 * Math.max(0, row - 24) + 4 * noise,
    )
    const { keptBy } = chances(turned, atMost(300))
    expect(keptBy[11]).toBeGreaterThan(0.9)
    expect(chances(turned, { lower: 430, upper: null }).metBy.at(-1)).toBeLessThan(0.05)
  })

  it('is less likely to be kept the longer it must be, and the harder the target is', () => {
    const kept = (target: number, sustain: number) =>
      chances(level, atMost(target), sustain).keptBy.at(-1) ?? 1
    expect(kept(298, 2)).toBeGreaterThan(kept(298, 3))
    expect(kept(298, 3)).toBeGreaterThan(kept(298, 6))
    expect(kept(298, 3)).toBeGreaterThan(kept(294, 3))
  })

  it('counts a run that is under way, and cannot end one before it is long enough', () => {
    const [first, second, third] = chances(level, atMost(300), 3, 0).keptBy
    expect([first, second]).toEqual([0, 0])
    expect(third).toBeGreaterThan(0)
    const underWay = chances(level, atMost(300), 3, 2)
    expect(underWay.keptBy[0]).toBe(underWay.metIn[0])
  })

  it('takes a constant that stands on the target to meet it, whatever the scale does to the last bit', () => {
    const constant = Array(24).fill(4.1)
    const share = { lower: 0, upper: 100 }
    for (const improvement of ['increase', 'decrease'] as const) {
      const { metBy, keptBy } = chances(constant, goalOf(4.1, improvement), 3, 0, share)
      expect([metBy[0], keptBy[2]]).toEqual([1, 1])
    }
    expect(chances(constant, goalOf(4.2, 'increase'), 3, 0, share).metBy.at(-1)).toBe(0)
  })

  it('meets what every value meets, and never what none can', () => {
    const share = { lower: 0, upper: 100 }
    const shares = noiseOf(24, 5).map((noise) => 50 + noise)
    expect(chances(shares, atMost(100), 3, 0, share).metIn).toEqual(Array(18).fill(1))
    expect(chances(shares, { lower: 101, upper: null }, 3, 0, share).metBy.at(-1)).toBe(0)
  })

  it('is the same whenever it is asked', () => {
    expect(chances(level, atMost(296))).toEqual(chances([...level], atMost(296)))
  })
})

describe('runUnderWay', () => {
  it('counts back from the latest figure, and a missing one ends it', () => {
    const goal = { lower: 80, upper: null }
    expect(runUnderWay([81, 79, 82, 80], goal)).toBe(2)
    expect(runUnderWay([81, null, 82], goal)).toBe(1)
    expect(runUnderWay([81, 82, null], goal)).toBe(0)
    expect(runUnderWay([81, 82], goal)).toBe(2)
    expect(runUnderWay([], goal)).toBe(0)
  })
})
