import { describe, expect, it } from 'vitest'
import { asSeen, listAsSeen } from '../../../../src/domain/analysis/as-seen.ts'
import { describeFlaggedSeries } from '../../../../src/domain/analysis/flagged-change.ts'
import { gridOf } from '../../../../src/domain/analysis/series-grid.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const spike = { kind: 'spike', direction: 1, months: 1, expected: null } as const
const before = Array.from({ length: 24 }, (_, row) => row % 2)

describe('asSeen', () => {
  it('tells no jump of the last month of figures that had gone most of the way before it', () => {
    // 9, 12, 15 and 17, and then 21: five months above all before them
    expect(asSeen(spike, [...before, 9, 12, 15, 17, 21])).toEqual({ ...spike, kind: 'step', months: 5 })
  })

  it('leaves a jump a jump', () => {
    expect(asSeen(spike, [...before, 0, 21])).toEqual(spike)
    // 4, 7, 13: the last step is the larger
    expect(asSeen(spike, [...before.map((one) => 4 + one), 7, 13])).toEqual(spike)
    expect(asSeen({ ...spike, expected: 3 }, [...before, 17, 21])).toMatchObject({ kind: 'spike' })
  })

  it('has no level begin with a figure that did not go its way', () => {
    const step = { kind: 'step', direction: 1, months: 6, expected: null } as const
    expect(asSeen(step, [...before, 0, 9, 8, 11, 9, 10])).toEqual({ ...step, months: 5 })
    expect(asSeen(step, [...before, 6, 9, 8, 11, 9, 10])).toEqual(step)
    // nearer to those before than to those since it is none of these
    expect(asSeen(step, [...before, 4, 9, 8, 11, 9, 10])).toEqual({ ...step, months: 5 })
    // one of them back where all were before is no beginning
    expect(asSeen(step, [...before, 9, 0, 8, 11, 9, 10])).toEqual(step)
    const fall = { ...step, direction: -1, months: 4 } as const
    expect(asSeen(fall, [...before, 1, -7, -8, -7])).toEqual({ ...fall, months: 3 })
    // against its own trend, a figure is no measure of where it was to be
    expect(asSeen({ ...step, expected: 3 }, [...before, 0, 9, 8, 11, 9, 10])).toMatchObject({ months: 6 })
  })

  it('tells a new level where all figures since lie beyond every one before, however they vary', () => {
    const variation = { kind: 'variation', direction: 1, months: 6, expected: null } as const
    const level = before.map((one) => 9 + one / 2)
    const higher = [10.1, 10.7, 10.2, 10.3, 10.9, 10.6]
    expect(asSeen(variation, [...level, ...higher])).toEqual({ ...variation, kind: 'step' })
    const lower = higher.map((one) => one - 3)
    expect(asSeen(variation, [...level, ...lower])).toEqual({ ...variation, kind: 'step', direction: -1 })
    expect(asSeen(variation, [...level, 8, ...higher.slice(1)])).toEqual(variation)
  })
})

describe('a drift that was flagged', () => {
  const drift = { kind: 'drift', direction: 1, months: 12, expected: null } as const

  it('is a level where one fits plainly better, though none of its length was sought', () => {
    const level = [9, 10, 8, 9, 11, 9, 10]
    expect(asSeen(drift, [...before, ...level])).toEqual({ ...drift, kind: 'step', months: 7 })
    const fall = { ...drift, direction: -1 } as const
    expect(asSeen(fall, [...before, ...level.map((one) => -one)])).toMatchObject({ kind: 'step', months: 7 })
  })

  it('stays one where figures went all the way', () => {
    const rise = Array.from({ length: 12 }, (_, row) => row + (row % 2))
    expect(asSeen(drift, [...before, ...rise])).toEqual(drift)
    expect(asSeen({ ...drift, expected: 3 }, [...before, 9, 10, 8, 9, 11, 9, 10])).toMatchObject({
      kind: 'drift',
      months: 12,
    })
  })
})

describe('a step that is found at one of the lengths sought', () => {
  it('is told since the month in which it came, whatever its length', () => {
    const noise = [0, 1, -1, 0.5, -0.5, 1.2, -0.8, 0.3]
    const stepped = (months: number) =>
      Array.from({ length: 36 }, (_, row) => 50 + (noise[row % 8] ?? 0) + (row >= 36 - months ? 10 : 0))
    for (const [months, sought] of [
      [2, 3],
      [5, 4],
      [5, 6],
      [7, 6],
      [8, 9],
      [10, 9],
      [11, 12],
      [14, 12],
    ] as const) {
      const found = { kind: 'step', direction: 1, months: sought, expected: null } as const
      expect(asSeen(found, stepped(months)).months).toBe(months)
    }
    // of one that is sought at that length, a longer or shorter one is another
    expect(
      asSeen({ kind: 'step', direction: 1, months: 6, expected: null }, stepped(12)).months,
    ).toBeLessThanOrEqual(8)
  })
})

describe('a departure from a trend', () => {
  const noise = [0, 2, -1, 1, -2, 1.5, -0.5, 0.5]
  const rising = (at: (row: number) => number) =>
    Array.from({ length: 36 }, (_, row) => 100 + 3 * row + (noise[row % 8] ?? 0) + at(row))
  const found = { kind: 'drift', direction: 1, months: 12, expected: 190 } as const

  it('by one step is told since that step, and held to the trend before it', () => {
    const told = asSeen(
      found,
      rising((row) => (row >= 29 ? 40 : 0)),
    )
    expect(told).toMatchObject({ kind: 'step', months: 7 })
    // 3 a month from 100 on, in the middle of the last seven
    expect(told.expected).toBeCloseTo(100 + 3 * 32, 0)
    expect(
      asSeen(
        { ...found, kind: 'step', months: 6 },
        rising((row) => (row >= 29 ? 40 : 0)),
      ),
    ).toEqual(told)
  })

  it('stays as it was found where it bends, and where no step is plain', () => {
    for (const values of [rising((row) => 6 * Math.max(0, row - 23)), rising((row) => (row >= 29 ? 4 : 0))])
      expect(asSeen(found, values)).toEqual(found)
  })
})

describe('a change of a list', () => {
  const count = { unit: 'count', decimals: 0 } as const
  const seenIn = (kind: 'step' | 'drift', months: number, values: readonly number[], direction: 1 | -1 = 1) =>
    listAsSeen(
      count,
      { kind, direction, months, expected: null },
      { periods: periodRange('2023-01', '2026-10').slice(-values.length), values },
    )
  const level = [100, 96, 103, 98, 101, 97, 102, 99, 104, 98, 100, 97, 103, 99, 101, 98, 102, 100]

  it('is of the kind and the month that its words tell', () => {
    // "rose from 100 to 165, its highest, and has stood between 125 and 155 since" is no drift of a year
    expect(seenIn('drift', 12, [...level, 165, 150, 140, 155, 125, 145, 150])).toMatchObject({
      kind: 'step',
      months: 7,
    })
    const falling = Array.from({ length: 9 }, (_, row) => 93 - 7 * row)
    const steady = Array.from({ length: 18 }, (_, row) => 100 - (row % 2) / 10)
    // from the figure before it on, as "fell from 100" has it
    expect(seenIn('step', 6, [...steady, 100, ...falling], -1)).toMatchObject({ kind: 'drift', months: 10 })
  })

  it('stays as it was found where its words are of the other way, or of none', () => {
    const found = { kind: 'drift', months: 12 }
    expect(seenIn('drift', 12, level)).toMatchObject(found)
    expect(seenIn('drift', 12, [...level, 165, 150, 140, 155, 125, 145, 150], -1)).toMatchObject(found)
  })
})

describe('describeFlaggedSeries', () => {
  it('names since when by a month that has a figure', () => {
    const series = aSeries([60, 62, 58, 61, 60, 59, 63, 60, 61, 62, 59, 60, null, 40, 41, 39])
    const grid = gridOf(series)
    if (!grid) throw new Error('a series without figures')
    const change = { kind: 'step', direction: -1, months: 4, expected: null, chance: 0 } as const
    const told = describeFlaggedSeries(
      { kpi: aDescribedKpi({ targets: [] }), series, grid },
      { change, chance: 0, falseAlarmRate: 0, isFlagged: true },
      { audience: 'exact', asOf: '2025-10-06', actions: [], milestones: [] },
    )
    // the fourth from the end is June, which is missing
    expect(told?.change?.since).toBe('2025-07')
    expect(told?.change?.after).toBe(40)
  })

  it('says up to when it was seen where a newer figure is overdue, in the words of every reader', () => {
    const series = aSeries([
      ...Array.from({ length: 24 }, (_, row) => 60 + (row % 3)),
      40,
      41,
      39,
      40,
      41,
      39,
    ])
    const grid = gridOf(series)
    if (!grid) throw new Error('a series without figures')
    const change = { kind: 'step', direction: -1, months: 6, expected: null, chance: 0 } as const
    const sentenceTo = (audience: 'exact' | 'protected', due: string) =>
      describeFlaggedSeries(
        { kpi: aDescribedKpi({ aggregation: 'S', targets: [], due }), series, grid },
        { change, chance: 0, falseAlarmRate: 0, isFlagged: true },
        { audience, asOf: '2025-10-06', actions: [], milestones: [] },
      )?.change?.sentence
    expect(sentenceTo('exact', '2025-10-03')).toBe(
      'Waiting for OT assessment: lower since Apr 2025, about 40 a month against about 61 before; that is up to Sep 2025, and a newer figure is overdue.',
    )
    for (const audience of ['exact', 'protected'] as const) {
      expect(sentenceTo(audience, '2025-10-03')).toContain('a newer figure is overdue')
      expect(sentenceTo(audience, '2025-11-07')).not.toContain('overdue')
    }
  })
})
