import { describe, expect, it } from 'vitest'
import { chartSeries, type MeasureContext } from '../../../../src/domain/analysis/chart-series.ts'
import { chanceOfSuccess, lookAtSeriesAhead } from '../../../../src/domain/analysis/series-ahead.ts'
import { shownPercent } from '../../../../src/domain/forecast/chance-words.ts'
import type { Observation } from '../../../../src/domain/spc/observation.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const context: MeasureContext = {
  kpi: aDescribedKpi({ unit: 'count', targets: [] }),
  plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
  asOf: '2025-10-06',
  isRounded: true,
}

function charted(values: readonly Observation[]) {
  const chart = chartSeries(context, aSeries(values))
  if (!chart) throw new Error('a series without a figure')
  return chart
}

/**
 * 36 months of small counts, a third of them of 5 or more and not in the same months of each year: those of 1 to 4 are
 * withheld where asked, as in the protected set.
 */
const counts = [
  5, 2, 2, 10, 2, 2, 2, 5, 2, 10, 2, 2, 2, 5, 2, 2, 2, 10, 5, 2, 2, 2, 10, 2, 2, 2, 5, 2, 10, 2, 2, 5, 2, 2,
  10, 2,
]
const withheld = counts.map((count) => (count < 5 ? null : count))

describe('lookAtSeriesAhead', () => {
  it('looks ahead from figures that are known', () => {
    expect(lookAtSeriesAhead(context, charted(counts)).forecast).toHaveLength(6)
  })

  it('does not look ahead from the few large counts that are left where the small ones are withheld', () => {
    expect(withheld.filter((count) => count !== null)).toHaveLength(12)
    expect(lookAtSeriesAhead(context, charted(withheld)).forecast).toEqual([])
  })

  it('foretells nothing while a newer figure is overdue, neither of the target nor of a promise', () => {
    const targets = [
      { from: '2025-04', value: 2, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' },
    ]
    const due = (day: string) => ({ ...context, kpi: aDescribedKpi({ unit: 'count', targets, due: day }) })
    const promise = {
      condition: { kind: 'at-most', value: 2 },
      sustainedMonths: 3,
      date: '2026-03-31',
    } as const
    const chart = chartSeries(due('2025-11-07'), aSeries(counts))
    if (!chart) throw new Error('a series without a figure')
    expect(lookAtSeriesAhead(due('2025-11-07'), chart).reach.kind).toBe('chances')
    expect(chanceOfSuccess(due('2025-11-07'), chart, promise)).not.toBeNull()
    expect(lookAtSeriesAhead(due('2025-10-03'), chart)).toEqual({
      forecast: [],
      reach: { kind: 'no-question' },
      required: null,
    })
    expect(chanceOfSuccess(due('2025-10-03'), chart, promise)).toBeNull()
  })

  it('looks ahead across a quarter of the months missing, and no more', () => {
    const missing = (months: number) =>
      counts.map((count, month) => (month > 0 && month <= months ? null : count))
    const ahead = (months: number) => lookAtSeriesAhead(context, charted(missing(months))).forecast.length
    expect([ahead(9), ahead(10)]).toEqual([6, 0])
  })
})

describe('the month that is told for one half', () => {
  // a list of prescriptions that climbs each year and starts anew
  const list = [
    173, 166, 171, 176, 195, 201, 219, 219, 236, 252, 240, 142, 145, 148, 149, 161, 161, 188, 204, 194, 222,
    231, 246, 132, 152, 137, 169, 157, 166, 191, 181, 224, 219, 223, 240, 136, 151, 122, 151, 152, 169, 193,
    186, 194, 212, 231, 287, 219,
  ]
  const ahead = (value: number, month: string) => {
    const targets = [{ from: '2023-04', value, lower: null, upper: null, by: `${month}-28`, setBy: 'Board' }]
    const of = { ...context, kpi: aDescribedKpi({ unit: 'count', direction: 'down', targets }) }
    const chart = chartSeries(of, aSeries(list))
    if (!chart) throw new Error('a series without a figure')
    return lookAtSeriesAhead(of, chart)
  }

  it('is the first by which the chance is shown as 50%', () => {
    // 0.477 by February, with the half of all courses later
    const { reach } = ahead(215, '2026-02')
    expect(reach).toMatchObject({ kind: 'chances', median: '2026-02' })
    expect(reach.kind === 'chances' && reach.keptBy).toBeLessThan(0.5)
    expect(reach.kind === 'chances' && shownPercent(reach.keptBy ?? 0)).toBe(50)
  })

  it('stands beside a list that is known to come and go with the year', () => {
    expect(ahead(216, '2026-03').hasSeason).toBe(true)
    const steady = Array.from({ length: 36 }, (_, row) => 150 + 5 * row)
    expect(lookAtSeriesAhead(context, charted(steady))).not.toHaveProperty('hasSeason')
  })
})

describe('what meeting the target would take', () => {
  it('is not asked where some month is as likely as not to meet it, though it is hardly kept', () => {
    const noisy = Array.from({ length: 36 }, (_, row) => 50 + (((row * 7919) % 23) - 11))
    const ahead = (value: number) => {
      const targets = [{ from: '2023-04', value, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' }]
      const of = { ...context, kpi: aDescribedKpi({ unit: 'count', direction: 'down', targets }) }
      const chart = chartSeries(of, aSeries(noisy))
      if (!chart) throw new Error('a series without a figure')
      return lookAtSeriesAhead(of, chart)
    }
    const [near, far] = [ahead(43), ahead(20)]
    expect(near.reach).toMatchObject({ kind: 'chances' })
    expect(near.reach.kind === 'chances' && near.reach.everBy).toBeGreaterThan(0.5)
    expect(near.reach.kind === 'chances' && near.reach.keptBy).toBeLessThan(0.45)
    expect(near.required).toBeNull()
    expect(far.required?.needed).toBeGreaterThan(0)
  })
})

describe('a target that is kept', () => {
  /** a list that rises by 5 a month to 295 in September 2025 */
  const rising = Array.from({ length: 30 }, (_, row) => 150 + 5 * row + ((row * 7) % 3))
  const reachOf = (target: number, by: string | null) => {
    const targets = [{ from: '2023-04', value: target, lower: null, upper: null, by, setBy: 'Board' }]
    const of = { ...context, kpi: aDescribedKpi({ unit: 'count', direction: 'down', targets }) }
    const chart = chartSeries(of, aSeries(rising))
    if (!chart) throw new Error('a series without a figure')
    return lookAtSeriesAhead(of, chart).reach
  }

  it('is told with the chance that it stays so to its date, and the forecast leads out of it', () => {
    expect(reachOf(310, '2026-03-31')).toMatchObject({
      kind: 'kept',
      run: 30,
      stays: { until: '2026-03', isLeading: true },
    })
    const reach = reachOf(310, '2026-03-31')
    expect(reach.kind === 'kept' && reach.stays?.chance).toBeLessThan(0.15)
  })

  it('is told nothing of where the pace that is seen, carried on, would leave it and the forecast would not', () => {
    // level, then 5 a month for half a year, which a forecast lets fade
    const late = Array.from({ length: 36 }, (_, row) => 200 + ((row * 7) % 23) + 5 * Math.max(0, row - 29))
    const told = (target: number) => {
      const targets = [
        { from: '2023-04', value: target, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' },
      ]
      const of = { ...context, kpi: aDescribedKpi({ unit: 'count', direction: 'down', targets }) }
      const chart = chartSeries(of, aSeries(late))
      if (!chart) throw new Error('a series without a figure')
      return lookAtSeriesAhead(of, chart).reach
    }
    expect(told(400)).toMatchObject({ kind: 'kept', stays: { until: '2026-03' } })
    const latest = late.at(-1) ?? 0
    const near = told(latest + 10)
    expect(near).toMatchObject({ kind: 'kept' })
    expect(near.kind === 'kept' && (near.stays?.chance ?? 0)).toBeLessThan(0.5)
  })

  it('is asked for a year ahead where its date is past or none was set', () => {
    for (const by of ['2025-06-30', null]) {
      expect(reachOf(500, by)).toMatchObject({ stays: { until: '2026-09', isLeading: false } })
    }
  })
})

describe('chanceOfSuccess', () => {
  const promised = {
    condition: { kind: 'at-most', value: 5 },
    sustainedMonths: 1,
    date: '2026-03-31',
  } as const

  it('is a chance where the figures are known, and none from the few that are not withheld', () => {
    const known = chanceOfSuccess(context, charted(counts), promised)
    expect(known?.chance).toBeGreaterThan(0)
    expect(known?.chance).toBeLessThan(1)
    expect(chanceOfSuccess(context, charted(withheld), promised)).toBeNull()
  })

  it('is of keeping it for as long as the promise says, or else for three months', () => {
    const asked = (sustainedMonths: number) =>
      chanceOfSuccess(context, charted(counts), { ...promised, sustainedMonths })
    expect([asked(1)?.sustain, asked(2)?.sustain, asked(6)?.sustain]).toEqual([3, 2, 6])
    // one figure in six is above 5: two in a row are likelier than three, and six hardly likely
    expect(asked(2)?.chance).toBeGreaterThan(asked(1)?.chance ?? 1)
    expect(asked(6)?.chance).toBeLessThan(asked(1)?.chance ?? 0)
  })

  it('is nought, and too late, where fewer periods are left than must be kept', () => {
    // September is above 5, and two months are left before 30 November
    const above = counts.map((count, month) => (month === counts.length - 1 ? 9 : count))
    const asked = (sustainedMonths: number) =>
      chanceOfSuccess(context, charted(above), { ...promised, sustainedMonths, date: '2025-11-30' })
    expect(asked(3)).toEqual({ chance: 0, isTooLate: true, sustain: 3 })
    expect(asked(2)).toMatchObject({ isTooLate: false })
    // nothing was said of how long: it is asked of the two months that are left
    expect(asked(1)).toEqual(asked(2))
  })

  it('asks of a band as of a bound', () => {
    const band = { kind: 'between', lower: 0, upper: 5 } as const
    expect(chanceOfSuccess(context, charted(counts), { ...promised, condition: band })).toEqual(
      chanceOfSuccess(context, charted(counts), promised),
    )
  })
})
