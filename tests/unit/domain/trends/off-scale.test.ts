import { describe, expect, it } from 'vitest'
import { endTexts } from '../../../../src/charts/trend/labels/end-labels.ts'
import { placeLabels } from '../../../../src/charts/trend/labels/place-labels.ts'
import { frameFor } from '../../../../src/charts/trend/plot.ts'
import { buildLane, countOutside, outsideInWords } from '../../../../src/domain/trends/lane.ts'
import { buildTrend, type TrendLayer } from '../../../../src/domain/trends/trend.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aSeries } from '../../../support/a-series.ts'

const usual = [30, 31, 24, 36, 29, 33, 28, 35, 30, 27, 32, 31]
const layers: TrendLayer[] = ['limits', 'target', 'plan', 'forecast', 'comparators']
const noPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }

function trendOf(values: readonly number[], changes: { target?: number; planned?: number } = {}) {
  const { target, planned } = changes
  const model = buildTrend({
    kpi: aDescribedKpi({
      targets:
        target === undefined
          ? []
          : [{ from: '2024-10', value: target, lower: null, upper: null, by: null, setBy: 'Board' }],
    }),
    series: aSeries(values),
    isWhole: true,
    comparators: [],
    plan: {
      ...noPlan,
      trajectories:
        planned === undefined
          ? []
          : [
              {
                kpi: 'ot-waiting',
                approvedBy: 'Cabinet',
                points: [
                  { period: '2025-04', planned: 30 },
                  { period: '2025-09', planned },
                ],
              },
            ],
    },
    analysis: null,
    change: null,
    asOf: '2025-10-06',
    search: {},
    layers,
  })
  if (!model) throw new Error('no trend')
  return model
}

describe('the value axis of a trend', () => {
  it('is made for the figures: a target three hundred times as high leaves it, and is said in words', () => {
    const model = trendOf(usual, { target: 9_000 })
    expect(model.axis.upper).toBe(40)
    expect(model.offScale).toEqual(['Target 9,000, far above this scale'])
    expect(model.summary).toContain('Target 9,000, far above this scale.')
  })

  it('keeps a target that is near, and says nothing', () => {
    const model = trendOf(usual, { target: 60 })
    expect(model.axis.upper).toBeGreaterThanOrEqual(60)
    expect(model.offScale).toEqual([])
  })

  it('holds a target far below figures whose axis starts at zero', () => {
    expect(
      trendOf(
        usual.map((value) => value * 300),
        { target: 30 },
      ).offScale,
    ).toEqual([])
  })

  it('says of a plan when it ends far above', () => {
    const model = trendOf(usual, { planned: 8_000 })
    expect(model.axis.upper).toBe(40)
    expect(model.offScale).toEqual(['Plan 8,000 by Sep 2025, far above this scale'])
  })

  it('leaves out one figure out of all proportion, and names it with its month', () => {
    const model = trendOf([...usual.slice(0, 6), 9_000, ...usual.slice(6)])
    expect(model.axis.upper).toBe(40)
    expect(model.offScale).toEqual(['1 figure lies above this scale: 9,000 (31 Mar 2025)'])
  })

  it('says the same beside the lines, with an arrow, and in the key of every size', () => {
    const model = trendOf(usual, { target: 9_000 })
    expect(endTexts(model).map(({ forms }) => forms)).toEqual([['Target 9,000 ↑']])
    for (const width of [330, 900]) {
      const frame = frameFor(model, width)
      expect(placeLabels(model, frame).key).toContain('Target 9,000, far above this scale')
    }
  })

  it('sets the value of a figure beyond the scale beside its arrow', () => {
    const model = trendOf([...usual.slice(0, 6), 9_000, ...usual.slice(6)])
    const frame = frameFor(model, 900)
    const { plot } = frame
    const label = placeLabels(model, frame).labels.find(({ text }) => text === '9,000')
    expect(label?.y).toBeGreaterThan(plot.y - 16)
    expect(label?.y).toBeLessThan(plot.y + 30)
  })
})

describe('milestones', () => {
  it('stand in the order of their dates, and of their numbers on one day', () => {
    const milestones = ['M10', 'M12', 'M2'].map((id) => aMilestone({ id }))
    expect(buildLane(milestones, 'ot-waiting', '2025-10-06').map(({ id }) => id)).toEqual([
      'M2',
      'M10',
      'M12',
    ])
  })

  it('are counted where they stand outside the range', () => {
    const days = [1, 2, 50, 100, 101].map((currentDay) => ({ currentDay }))
    expect(countOutside(days, 10, 100)).toEqual({ before: 2, after: 1 })
    expect(outsideInWords({ before: 2, after: 1 })).toBe(
      '2 milestones stand before the range shown and 1 after it',
    )
    expect(outsideInWords({ before: 1, after: 0 })).toBe('1 milestone stands before the range shown')
    expect(outsideInWords({ before: 0, after: 3 })).toBe('3 milestones stand after the range shown')
    expect(outsideInWords({ before: 0, after: 0 })).toBeNull()
  })
})
