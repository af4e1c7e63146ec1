import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ControlChart } from '../../../../src/domain/spc/control-chart.ts'
import { aControlChart } from '../../../support/a-control-chart.ts'

/**
 * The properties of spc.md, section 17, over integers so that ties are real ones. Seeded: a run repeats.
 */
fc.configureGlobal({ seed: 20_15_04 })

const integer = fc.integer({ min: -40, max: 40 })
const gappy = fc.option(integer, { freq: 8 })
const testSeries = fc.array(gappy, { minLength: 1, maxLength: 60 })
const steadySeries = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 14, maxLength: 60 })
const anySeries = fc.oneof(testSeries, steadySeries)

const typesOf = (chart: ControlChart) => chart.points.map((point) => point.type)
const causesOf = (chart: ControlChart) => chart.points.map((point) => point.cause)
const limitsOf = (chart: ControlChart) =>
  chart.segments.flatMap((segment) => [segment.mean, segment.limits?.lower, segment.limits?.upper])

function shifted(values: readonly (number | null | undefined)[], by: number) {
  return values.map((value) => (value == null ? value : value + by))
}

function expectClose(
  actual: readonly (number | null | undefined)[],
  expected: readonly (number | null | undefined)[],
) {
  expect(actual.map((value) => value == null)).toEqual(expected.map((value) => value == null))
  expect(
    Math.max(0, ...actual.map((value, row) => Math.abs((value ?? 0) - (expected[row] ?? 0)))),
  ).toBeLessThan(1e-9)
}

describe('properties of the control chart', () => {
  it('adding a constant moves mean and limits by it and changes no label', () => {
    fc.assert(
      fc.property(steadySeries, integer, integer, (values, constant, target) => {
        const before = aControlChart(values, { target })
        const after = aControlChart(shifted(values, constant) as number[], { target: target + constant })
        expectClose(limitsOf(after), shifted(limitsOf(before), constant))
        expect(causesOf(after)).toEqual(causesOf(before))
        expect(after.assurance).toBe(before.assurance)
      }),
    )
  })

  it('multiplying by a power of two scales mean and limits exactly and changes no label', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: -8, max: 8 }), integer, (values, power, target) => {
        const factor = 2 ** power
        const before = aControlChart(values, { target })
        const after = aControlChart(
          values.map((value) => (value === null ? null : value * factor)),
          { target: target * factor },
        )
        expect(limitsOf(after)).toEqual(
          limitsOf(before).map((limit) => (limit == null ? limit : limit * factor)),
        )
        expect(causesOf(after)).toEqual(causesOf(before))
        expect(after.assurance).toBe(before.assurance)
      }),
    )
  })

  it('negating and swapping the good way mirrors the limits and keeps point types and assurance', () => {
    fc.assert(
      fc.property(anySeries, integer, (values, target) => {
        const options = { trendEndByItsTrend: true }
        const before = aControlChart(values, { target, improvementDirection: 'increase' }, options)
        const after = aControlChart(
          values.map((value) => (value === null ? null : 0 - value)),
          { target: 0 - target, improvementDirection: 'decrease' },
          options,
        )
        expectClose(
          after.segments.map((segment) => segment.limits?.lower),
          before.segments.map((segment) => (segment.limits === null ? undefined : -segment.limits.upper)),
        )
        expect(typesOf(after)).toEqual(typesOf(before))
        expect(after.assurance).toBe(before.assurance)
      }),
    )
  })

  it('a value after a fixed baseline changes no limit', () => {
    fc.assert(
      fc.property(steadySeries, integer, (values, replacement) => {
        const changed = [...values.slice(0, -1), replacement]
        const fixAfterNPoints = 12
        expect(limitsOf(aControlChart(changed, { fixAfterNPoints }))).toEqual(
          limitsOf(aControlChart(values, { fixAfterNPoints })),
        )
      }),
    )
  })

  it('a segment stands as its rows would alone', () => {
    fc.assert(
      fc.property(anySeries, anySeries, (first, second) => {
        const together = aControlChart([...first, ...second], { rebaseAt: [first.length] })
        const alone = [aControlChart(first), aControlChart(second)]
        expect(limitsOf(together)).toEqual(alone.flatMap(limitsOf))
        expect(causesOf(together)).toEqual(alone.flatMap(causesOf))
      }),
    )
  })

  it('a marked shift is never shorter than seven, and a missing row is common cause', () => {
    fc.assert(
      fc.property(anySeries, (values) => {
        const chart = aControlChart(values)
        const gaps = chart.points.filter((_, row) => values[row] === null)
        expect(gaps.every((point) => point.type === 'common_cause')).toBe(true)
        const sides = values.map((value) => Math.sign((value ?? 0) - (chart.segments[0]?.mean ?? 0)))
        const shortRun = chart.points.findIndex(
          (point, row) => point.cause.startsWith('7 Points') && runAround(sides, row) < 7,
        )
        expect(shortRun).toBe(-1)
      }),
    )
  })

  it('a marked trend lies in a stretch of at least seven that rises or falls all along', () => {
    fc.assert(
      fc.property(anySeries, (values) => {
        const causes = causesOf(aControlChart(values))
        const steps = values.map((value, row) => Math.sign((value ?? 0) - (values[row - 1] ?? value ?? 0)))
        const shortTrend = causes.findIndex(
          (cause, row) =>
            cause.startsWith('7 Point Trend') &&
            Math.max(runAround(steps, row), runAround(steps, row + 1)) < 6,
        )
        expect(shortTrend).toBe(-1)
      }),
    )
  })
})

/** Length of the unbroken stretch of one sign that a row lies in. */
function runAround(signs: readonly number[], row: number): number {
  const differs = (sign: number) => sign !== signs[row]
  const after = signs.slice(row).findIndex(differs)
  const before = signs.slice(0, row).reverse().findIndex(differs)
  return (after < 0 ? signs.length - row : after) + (before < 0 ? row : before)
}
