import { describe, expect, it } from 'vitest'
import { chartSeries, type MeasureContext } from '../../../../src/domain/analysis/chart-series.ts'
import { courseOf } from '../../../../src/domain/analysis/course-of.ts'
import type { DescribedKpi } from '../../../../src/domain/editions/describe-kpi.ts'
import { courseInWords } from '../../../../src/domain/findings/course.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aSeries } from '../../../support/a-series.ts'

/** 24 months at 480, 12 down to 324, then 14 around 315 from August 2024 on */
const fall = Array.from({ length: 12 }, (_, row) => 480 - 13 * (row + 1))
const steady = [315, 330, 308, 322, 310, 327, 312, 330, 311, 326, 309, 324, 313, 321]
const stalled = [...Array.from({ length: 24 }, () => 480), ...fall, ...steady]

const ended = {
  id: 'I1',
  kpi: 'ot-waiting',
  kind: 'rebaseline' as const,
  start: '2024-08-01',
  end: null,
  title: 'Surge team ended',
  reason: 'Limits start again',
}
const done = aMilestone({
  id: 'M1',
  kpi: 'ot-waiting',
  title: 'Trusted assessors trained',
  completed: '2023-08-10',
})

function courseFor(
  values: readonly (number | null)[],
  { milestones = [done], kpi = {} }: { milestones?: (typeof done)[]; kpi?: Partial<DescribedKpi> } = {},
) {
  const context: MeasureContext = {
    kpi: aDescribedKpi({ baselines: [{ period: '2024-08', reason: 'Surge ended' }], ...kpi }),
    plan: { workstreams: [], milestones, trajectories: [], interventions: [ended], risks: [] },
    asOf: '2025-10-06',
    isRounded: false,
  }
  const series = aSeries(values)
  const charted = chartSeries(context, series)
  return charted && courseOf(context, charted, series)
}

describe('courseOf', () => {
  it('tells a fall from before the first event near, and where figures have stood since', () => {
    expect(courseFor(stalled)).toMatchObject({
      after: { title: 'Trusted assessors trained', period: '2023-08' },
      from: { period: '2023-07', value: 480 },
      to: { period: '2024-07', value: 324 },
      since: { title: 'Surge team ended', period: '2024-08' },
      lowest: 308,
      highest: 330,
    })
  })

  it('tells the year before where no event is recorded', () => {
    expect(courseFor(stalled, { milestones: [] })).toMatchObject({
      after: null,
      from: { period: '2023-07', value: 480 },
    })
  })

  it('tells no move that is smaller than what figures have varied since', () => {
    const level = stalled.map((value, row) => (row < 36 ? 330 : value))
    expect(courseFor(level)).toBeNull()
  })

  it('tells nothing where figures have changed since, or where the move has no end', () => {
    const falling = stalled.map((value, row) => (row < 36 ? value : 320 - 8 * (row - 36)))
    expect(courseFor(falling)).toBeNull()
    expect(courseFor(stalled.map((value, row) => (row === 35 ? null : value)))).toBeNull()
  })

  it('tells nothing across a change of definition', () => {
    const breaks = [{ date: '2024-01-01', title: 'Counted anew', reason: 'New rule' }]
    expect(courseFor(stalled, { kpi: { breaks } })).toBeNull()
  })
})

describe('courseInWords', () => {
  it('says after and since, never because of', () => {
    const course = courseFor(stalled)
    expect(course && courseInWords({ unit: 'count', decimals: 0 }, true, course)).toEqual([
      'After ‘Trusted assessors trained’ (Aug 2023), the figure fell from 480 on 31 Jul 2023 to 324 on 31 Jul 2024.',
      'Since ‘Surge team ended’ (Aug 2024), it has stood between 308 and 330.',
    ])
  })
})
