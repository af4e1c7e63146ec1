import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EditionChanges } from '../../../../src/domain/changes/compare-editions.ts'
import { differenceInWords } from '../../../../src/domain/findings/comparison-words.ts'
import { changeCell, gapInWords } from '../../../../src/domain/findings/difference-words.ts'
import { apart, besidePlan, sideBySide } from '../../../../src/domain/measures/apart.ts'
import { formatValue, type Measured } from '../../../../src/domain/measures/format.ts'
import { type Unit, units } from '../../../../src/domain/measures/measure.ts'
import { readPoint } from '../../../../src/domain/trends/point-words.ts'
import { buildPoints } from '../../../../src/domain/trends/points.ts'
import { buildTrendTable, hasFinerDifferences } from '../../../../src/domain/trends/trend-table.ts'
import { figureRows, type MeasureBook } from '../../../../src/features/changes/figure-rows.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'

const share = { unit: 'percent', decimals: 0 } as const
const noAnalysis = { targets: [], variation: null }

/** The number that a reader reads in some words. */
function read(words: string): number {
  const [found = '0'] = /[−+]?£?[\d,]+(\.\d+)?/.exec(words) ?? []
  return Number(found.replace('−', '-').replace(/[£,+]/g, ''))
}

/** That whoever takes one figure as it is seen from the other finds the size that is told. */
function expectFound(figure: string, other: string, told: string | null) {
  const size = Math.abs(read(told ?? '0'))
  expect(Math.abs(read(figure) - read(other)), `${figure} and ${other}: ${told}`).toBeCloseTo(size, 9)
}

/** As officers' figures come, to one decimal or two more than they are shown with, and the panel's, shown as they are. */
const pair = fc
  .record({
    unit: fc.constantFrom<Unit>(...units),
    decimals: fc.integer({ min: 0, max: 3 }),
    finer: fc.integer({ min: 0, max: 2 }),
    value: fc.double({ min: -150, max: 400, noNaN: true }),
    apartBy: fc.oneof(
      fc.double({ min: -1.2, max: 1.2, noNaN: true }),
      fc.double({ min: -60, max: 60, noNaN: true }),
    ),
    target: fc.option(fc.integer({ min: -150, max: 400 }), { nil: null }),
  })
  .map(({ unit, decimals, finer, value, apartBy, target }) => {
    const known = decimals + finer
    const round = (number: number) => Number(number.toFixed(known)) + 0
    return {
      measure: {
        ...(unit === 'rate' ? { unit, per: 1000 as const } : { unit }),
        decimals,
        targets: target === null ? [] : [{ from: '2024-04', value: target, lower: null, upper: null }],
      } satisfies Measured,
      isRounded: finer === 0,
      value: round(value),
      other: round(value - apartBy),
      planned: value - apartBy,
    }
  })

describe('two figures and the difference told of them', () => {
  it('are written equally finely, and as finely as it takes', () => {
    expect(apart(share, 69.4 - 65.6, 65.6)).toMatchObject({
      by: 3.8,
      figure: { decimals: 1 },
      other: { decimals: 1 },
    })
    expect(apart(share, 69.1 - 66.2, 66.2)).toMatchObject({ by: 3, figure: share, other: share })
    // a share that came half-way is written so, and so is what it is told to be above
    expect(gapInWords(share, 75.5 - 74, 74)).toBe('1.5 percentage points above plan')
    const aimed = { ...share, targets: [{ from: '2024-04', value: 80, lower: null, upper: null }] }
    expect(differenceInWords(aimed, 79.6 - 81.2, 81.2)).toBe('1.6 percentage points lower')
    expect(formatValue(apart(aimed, 79.6 - 81.2, 81.2).other, 81.2)).toBe('81.2%')
  })

  it('are no finer for a plan that lies near a target than its figure is', () => {
    // a target of 8 makes no figure of a plan of 8.04, and a figure of 8.04 is none of 8
    const targets = [{ from: '2024-04', value: 8, lower: null, upper: null }]
    const counted = { unit: 'count', decimals: 0, targets } as const
    expect(formatValue(besidePlan(counted, 7 - 8.04, 8.04).other, 8.04)).toBe('8')
    expect(formatValue(apart(counted, 7 - 8.04, 8.04).other, 8.04)).toBe('8.04')
    // a figure that is whole is not shown as if it were known to a tenth
    expect(besidePlan(share, 318 - 241.5, 241.5)).toMatchObject({ by: 76, figure: share })
  })

  it('are never written finer than the figure is known, as the panel knows whole percents', () => {
    expect(gapInWords(share, 69 - 65.5, 65.5)).toBe('3 percentage points above plan')
    expect(formatValue(besidePlan(share, 69 - 65.5, 65.5).other, 65.5)).toBe('66%')
  })

  it('are found by whoever takes the one from the other', () => {
    fc.assert(
      fc.property(pair, ({ measure, value, other }) => {
        const { by, figure, other: before } = apart(measure, value - other, other)
        const [a, b] = [formatValue(figure, value), formatValue(before, other)]
        expectFound(a, b, differenceInWords(measure, value - other, other))
        expectFound(a, b, changeCell(measure, { kind: 'change', by: value - other, from: '', was: other }))
        // and nothing is higher that is lower, or of which no difference is seen
        expect([0, Math.sign(value - other)]).toContain(Math.sign(by) + 0)
      }),
    )
  })

  it('beside a plan as well, in words and in the reading of the chart', () => {
    fc.assert(
      fc.property(pair, ({ measure, isRounded, value, planned }) => {
        const gap = value - planned
        const { figure, other, measure: shown } = besidePlan(measure, gap, planned)
        const [a, b] = [formatValue(figure, value), formatValue(other, planned)]
        const told = gapInWords(measure, gap, planned)
        expectFound(a, b, told === 'level with plan' ? null : told)
        if (isRounded) expect(shown.decimals).toBe(measure.decimals)
        const kpi = { ...aDescribedKpi(), ...measure, targets: [] }
        const [point] = pointsOf(kpi, [value], planned)
        const words = point ? readPoint(kpi, point) : ''
        const without = besidePlan(kpi, gap, planned)
        expect(words).toContain(formatValue(without.figure, value))
        expect(words).toContain(`planned ${formatValue(without.other, planned)}`)
      }),
    )
  })

  it('in the rows of the table, which says so where a difference is finer than its figures', () => {
    fc.assert(
      fc.property(pair, ({ measure, value, other, planned }) => {
        const kpi = { ...aDescribedKpi(), ...measure, targets: [] }
        const points = pointsOf(kpi, [other, value], planned)
        const [last, before] = buildTrendTable(kpi, points)
        if (hasFinerDifferences(kpi, points)) return
        expectFound(last?.value ?? '', before?.value ?? '', last?.onPeriod ?? '')
        expectFound(last?.value ?? '', last?.planned ?? '', last?.gap ?? '')
      }),
    )
  })

  it('where a figure is listed as restated', () => {
    fc.assert(
      fc.property(pair, ({ measure, value, other }) => {
        const kpi = { ...aDescribedKpi(), ...measure }
        const state = (number: number) => ({
          value: number,
          availability: 'present' as const,
          provisional: false,
        })
        const change = {
          kpi: kpi.id,
          period: '2025-09',
          further: 0,
          figures: [
            {
              dimension: 'borough',
              member: 'all',
              label: 'All',
              before: state(other),
              after: state(value),
            },
          ],
        } as unknown as EditionChanges['newFigures'][number]
        const [row] = figureRows(change, new Map([[kpi.id, kpi]]) as unknown as MeasureBook)
        expectFound(row?.after ?? '', row?.before ?? '', row?.difference ?? '')
        expect(row?.after === row?.before).toBe(value === other)
      }),
    )
  })
})

function pointsOf(kpi: ReturnType<typeof aDescribedKpi>, values: readonly number[], planned: number) {
  const months = ['2025-08', '2025-09'].slice(-values.length)
  const points = months.map((period, row) => ({
    period,
    value: values[row] ?? null,
    numerator: null,
    denominator: null,
    n: null,
    availability: 'present' as const,
    provisional: false,
    revised: false,
    previousValue: null,
  }))
  const [from = '', to = from] = [months[0], months.at(-1)]
  return buildPoints(
    { ...kpi, breaks: [] },
    { kpi: kpi.id, dimension: 'borough', member: 'all', points } as unknown as Parameters<
      typeof buildPoints
    >[1],
    { from, to },
    {
      ...noAnalysis,
      trajectory: {
        kpi: kpi.id,
        approvedBy: 'Board',
        points: [
          { period: '2025-04', planned },
          { period: '2026-03', planned },
        ],
      },
    },
  )
}

describe('sideBySide', () => {
  const days = { unit: 'days', decimals: 0 } as const

  it('writes figures as finely as each difference between them is told', () => {
    const worded = (...figures: number[]) => figures.map(sideBySide(days, figures))
    expect(worded(15.4, 20.6)).toEqual(['15.4 days', '20.6 days'])
    expect(worded(20.1, 21.1)).toEqual(['20 days', '21 days'])
    // one of three pairs is enough
    expect(worded(20.1, 21.1, 15.6)).toEqual(['20.1 days', '21.1 days', '15.6 days'])
  })

  it('writes nothing finer than it is known, and one figure as it is', () => {
    expect([15, 20.6].map(sideBySide(days, [15, 20.6]))).toEqual(['15 days', '21 days'])
    expect(sideBySide(days, [15.4])(15.4)).toBe('15 days')
  })
})
