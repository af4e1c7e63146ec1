import { describe, expect, it } from 'vitest'
import { analyseKpi } from '../../../../src/domain/analysis/analyse-edition.ts'
import { beganIn } from '../../../../src/domain/analysis/began-in.ts'
import type { SpecialPoint } from '../../../../src/domain/analysis/edition-analysis.ts'
import { readSince } from '../../../../src/domain/analysis/impact-evidence.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aSeries } from '../../../support/a-series.ts'

const plan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
const asOf = '2025-10-06'

/** What is told of a list since a milestone that was done in September 2024. */
function since(values: readonly number[]) {
  const kpi = aDescribedKpi({ id: 'waiting', aggregation: 'P', direction: 'down', targets: [], due: null })
  const context = { kpi, plan, asOf, isRounded: false }
  const series = [aSeries(values)]
  const analysis = analyseKpi(context, series, { signals: [] })
  const milestone = aMilestone({ kpi: 'waiting', completed: '2024-09-02', status: 'blue' })
  return readSince(milestone, { context, series, analysis }, analysis, asOf).evidence
}

describe('a list since a milestone was done', () => {
  const stepped = (from: number, steps: readonly number[]) => {
    let held = from
    return steps.map((step) => {
      held += step
      return held
    })
  }
  const before = stepped(
    400,
    Array.from({ length: 30 }, (_, row) => (row % 2 ? 7 : -3)),
  )
  const fall = Array.from({ length: 11 }, (_, row) => (row % 2 ? 4 : -10))

  it('has not got worse by one month that jumped, where it stands lower than then', () => {
    expect(since([...before, ...stepped(before.at(-1) ?? 0, [...fall, 30])])).toBe('none')
  })

  it('has where it stands higher', () => {
    expect(since([...before, ...stepped(before.at(-1) ?? 0, [...fall, 60])])).toBe('concern')
  })
})

describe('a change that began before a milestone was done', () => {
  const kpi = aDescribedKpi({
    id: 'share',
    unit: 'percent',
    aggregation: 'W',
    direction: 'up',
    targets: [],
    due: null,
  })
  const context = { kpi, plan, asOf, isRounded: false }
  // about 60 until June 2024, then from 80 up by one a month
  const values = Array.from({ length: 36 }, (_, row) => (row < 21 ? 60 : 59 + row) + ((row * 7) % 3) / 2)
  const series = [aSeries(values)]
  const analysis = analyseKpi(context, series, { signals: [] })
  const milestone = aMilestone({ kpi: 'share', completed: '2025-06-02', status: 'blue' })
  const told = (published = analysis) => readSince(milestone, { context, series, analysis }, published, asOf)

  it('is told as that, and not only as what is not judged', () => {
    expect(analysis.series[0]?.variation).toBe('special_cause_improvement')
    expect(told()).toEqual({
      evidence: 'not-judged',
      whyNotTold: 'The change that its figures show began before the milestone was done.',
    })
  })

  it('is not one that had ended before it', () => {
    const point = (period: string, cause: SpecialPoint['cause']) =>
      ({ period, cause, type: 'special_cause_improvement' }) as const
    const run = ['2024-01', '2024-02', '2024-03'].map((period) => point(period, '7 Points Above CL'))
    const variation = 'special_cause_improvement'
    const began = (...late: SpecialPoint[]) => beganIn({ variation, special: [...run, ...late] })
    // figures came back to the mean in between
    expect(began(point('2025-01', 'Above UCL'), point('2025-02', '7 Points Above CL'))).toBe('2025-01')
    // the third of three, not near the limit, lies between two that are
    expect(began(point('2025-01', '2 in 3 Above CL'), point('2025-03', '2 in 3 Above CL'))).toBe('2025-01')
    expect(began(point('2025-01', 'Above UCL'), point('2025-03', 'Above UCL'))).toBe('2025-03')
    expect(began()).toBe('2024-01')
  })

  it('is not told to an audience that does not read of the change', () => {
    const hidden = analysis.series.map((one) => ({ ...one, variation: null }))
    expect(told({ ...analysis, series: hidden })).not.toHaveProperty('whyNotTold')
  })
})

describe('a milestone beside another event', () => {
  const kpi = aDescribedKpi({
    id: 'waits',
    unit: 'days',
    aggregation: 'M',
    direction: 'down',
    targets: [],
    due: null,
  })
  const another = aMilestone({ id: 'M01', kpi: 'waits', completed: '2024-06-03', status: 'blue' })
  const milestone = aMilestone({ id: 'M02', kpi: 'waits', completed: '2024-10-01', status: 'blue' })
  const context = { kpi, plan: { ...plan, milestones: [another, milestone] }, asOf, isRounded: false }
  const told = (since: number) => {
    // from October 2022 to September 2024, and so many months after it was done
    const values = Array.from({ length: 25 + since }, (_, row) => 20 + ((row * 7) % 5) / 2)
    const series = [aSeries(values, { last: addPeriods('2024-10', since) })]
    const analysis = analyseKpi(context, series, { signals: [] })
    return readSince(milestone, { context, series, analysis }, analysis, asOf)
  }

  it('has not failed to change anything by a few figures, by which no chart could see it', () => {
    expect(told(4).evidence).toBe('too-soon')
    expect(told(6).evidence).toBe('too-soon')
    expect(told(7).evidence).toBe('none')
  })
})
