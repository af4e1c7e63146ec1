import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChartKind } from '../../../../../src/domain/spc/attribute/chart-kinds.ts'
import { type ChartInput, drawChart } from '../../../../../src/domain/spc/attribute/draw-chart.ts'
import { referenceOptions } from '../../../../../src/domain/spc/control-chart.ts'
import '../../../../support/seeded-properties.ts'

function draw(kind: ChartKind, input: Partial<ChartInput>) {
  const whole = { values: [], denominators: null, rebaseAt: [], fixAfterNPoints: null, ...input }
  return drawChart(kind, whole, referenceOptions)
}

const testRates = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 31, max: 90 })), {
  minLength: 3,
  maxLength: 40,
})
const split = (rows: [number, number][]) => ({
  values: rows.map(([events]) => events),
  denominators: rows.map(([, size]) => size),
})

describe('drawChart', () => {
  it('sets the limits of a share by its own denominator', () => {
    // p̄ = 6 ÷ 20 = 0.3; 3√(0.3 × 0.7 ÷ 10) = 0.4347, ÷ 100 = 0.1375
    const { y, bands } = draw('p', { values: [2, 4], denominators: [10, 10] })
    expect(y).toEqual([0.2, 0.4])
    expect(bands[0]).toMatchObject({ centre: 0.3, lower: 0 })
    expect(bands[0]?.upper).toBeCloseTo(0.7347, 4)
  })

  it('widens limits by the spread that the figures have beside chance', () => {
    // z of 40 and 60 of 100 about 0.5 are −2 and 2: range 4, σ_z = 4 ÷ 1.128 = 3.546; 3 × 0.05 × 3.546 = 0.5319
    const { bands } = draw('p-prime', { values: [40, 60], denominators: [100, 100] })
    expect(bands[0]?.upper).toBe(1)
    const wide = draw('p-prime', { values: [45, 55], denominators: [100, 100] })
    // half of that: 0.5 + 0.266
    expect(wide.bands[0]?.upper).toBeCloseTo(0.766, 3)
  })

  it('sets the limits of counts by their mean alone', () => {
    expect(draw('c', { values: [4, 2, 6, 4] }).bands[0]).toMatchObject({ centre: 4, lower: 0, upper: 10 })
  })

  it('puts the centre of cases between events at their median', () => {
    // mean 25, limits 25 + 3√(25 × 26)
    const { bands } = draw('g', { values: [10, 20, 45] })
    expect(bands[0]).toMatchObject({ centre: 20, lower: 0 })
    expect(bands[0]?.upper).toBeCloseTo(25 + 3 * Math.sqrt(650), 9)
  })

  it('brings the limits of days between events back from their root', () => {
    // roots 1 and 2, mean 1.5, range 1: 1.5 ± 3 ÷ 1.128
    const { bands } = draw('t', { values: [1, 2 ** 3.6] })
    expect(bands[0]?.centre).toBeCloseTo(1.5 ** 3.6, 9)
    expect(bands[0]?.lower).toBe(0)
    expect(bands[0]?.upper).toBeCloseTo((1.5 + 3 / 1.128) ** 3.6, 9)
  })

  it('has a median and no limits on a run chart', () => {
    expect(draw('run', { values: [3, null, 1, 8] }).bands[0]).toMatchObject({ centre: 3, upper: null })
  })

  it('takes a share of nobody, and a figure without its denominator, as missing', () => {
    const { y, bands, outside } = draw('p', { values: [1, 0, 2, 3], denominators: [4, 0, null, 12] })
    expect(y).toEqual([0.25, null, null, 0.25])
    expect(bands[1]).toMatchObject({ centre: 0.25, lower: null, upper: null })
    expect(outside).toEqual([false, false, false, false])
  })

  it('has neither centre nor limits where nothing is known, and no points where there are none', () => {
    expect(draw('u', { values: [null], denominators: [5] }).bands[0]).toMatchObject({ centre: null })
    expect(draw('p-prime', { values: [], denominators: [] }).segments[0]?.runs).toMatchObject({ useful: 0 })
    expect(draw('t', { values: [null, null] }).bands[0]).toMatchObject({ centre: null, upper: null })
  })

  it('draws no limits from shares that never move', () => {
    const { bands, outside } = draw('p-prime', { values: [9, 8, 9], denominators: [9, 8, 9] })
    expect(bands[0]).toMatchObject({ centre: 1, lower: null, upper: null })
    expect(outside).toEqual([false, false, false])
  })

  it('shows the same rates where numerators and denominators grow alike, and narrower limits', () => {
    fc.assert(
      fc.property(testRates, (rows) => {
        const few = draw('p', split(rows))
        const many = draw('p', split(rows.map(([events, size]) => [events * 4, size * 4])))
        expect(many.y).toEqual(few.y)
        expect(many.bands[0]?.centre).toBe(few.bands[0]?.centre)
        expect((many.bands[0]?.upper ?? 0) - (few.bands[0]?.upper ?? 0)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('scales a rate and its limits with its base', () => {
    fc.assert(
      fc.property(testRates, (rows) => {
        const one = draw('u-prime', split(rows))
        const thousand = draw('u-prime', split(rows.map(([events, size]) => [events, size / 1024])))
        expect(thousand.y).toEqual(one.y.map((value) => (value ?? 0) * 1024))
        expect(thousand.bands[1]?.upper ?? 0).toBeCloseTo((one.bands[1]?.upper ?? 0) * 1024, 6)
        expect(thousand.outside).toEqual(one.outside)
      }),
    )
  })

  it.each(['p', 'p-prime', 'u', 'u-prime'] as const)('draws a segment of %s as it is drawn alone', (kind) => {
    fc.assert(
      fc.property(testRates, testRates, (before, after) => {
        const whole = draw(kind, { ...split([...before, ...after]), rebaseAt: [before.length] })
        const alone = draw(kind, split(after))
        expect(whole.bands.slice(before.length)).toEqual(alone.bands)
        expect(whole.segments[1]?.runs).toEqual(alone.segments[0]?.runs)
      }),
    )
  })

  it('moves no limit for figures after a frozen baseline', () => {
    fc.assert(
      fc.property(testRates, fc.integer({ min: 0, max: 30 }), (rows, changed) => {
        const baseline = Array.from({ length: 12 }, (_, row): [number, number] => [row % 5, 40])
        const input = { fixAfterNPoints: 12 }
        const drawn = draw('p-prime', { ...split([...baseline, ...rows]), ...input })
        const other = rows.map(([, size]): [number, number] => [changed, size])
        expect(draw('p-prime', { ...split([...baseline, ...other]), ...input }).bands).toEqual(drawn.bands)
      }),
    )
  })
})
