import { describe, expect, it } from 'vitest'
import { analyseSeries } from '../../../../src/domain/analysis/analyse-series.ts'
import { analyseCoarser } from '../../../../src/domain/analysis/coarser-analysis.ts'
import { coarserFigures } from '../../../../src/domain/disclosure/coarser-figures.ts'
import { proposedPolicy, roundCount } from '../../../../src/domain/disclosure/policy.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const kpi = aDescribedKpi({ id: 'starts', aggregation: 'S', direction: 'up', targets: [], due: null })
const plan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
const context = { kpi, plan, asOf: '2025-10-06', isRounded: true }
/** About eleven a month, with a month of 4 long ago. */
const usual = [
  11, 12, 10, 11, 4, 12, 10, 11, 12, 9, 12, 10, 11, 12, 9, 11, 12, 10, 12, 10, 11, 9, 12, 10, 10, 12, 9, 12,
  10, 10, 12, 9, 11,
]

/** Months as they were received, with the latest last; as they are published; and what is told of their quarters. */
function judgeQuarters(values: readonly number[]) {
  const received = aSeries(values, { kpi: kpi.id })
  const published = {
    ...received,
    points: received.points.map((point) => {
      const isWithheld = (point.value ?? 0) > 0 && (point.value ?? 0) <= proposedPolicy.smallCount
      return isWithheld
        ? { ...point, value: null, availability: 'suppressed' as const }
        : { ...point, value: roundCount(point.value ?? 0, proposedPolicy) }
    }),
  }
  const months = new Map(
    received.points.map((point) => [
      point.period,
      { ...point, kpi: kpi.id, dimension: 'borough', member: 'All' },
    ]),
  )
  const figures = coarserFigures(kpi, months, 3).map((figure) => ({
    ...figure,
    value: roundCount(figure.value ?? 0, proposedPolicy),
  }))
  const exactMonths = analyseSeries({ ...context, isRounded: false }, received)
  const told = analyseCoarser(context, {
    ...{ span: 3, figures, published, received, months: null, exactMonths, flag: null },
  })
  return { officers: exactMonths?.variation, panel: told.analysis?.variation ?? null, points: told.points }
}

describe('a verdict on quarters', () => {
  it('is told where officers read the same of the months', () => {
    expect(judgeQuarters([...usual, 9, 12, 10])).toMatchObject({
      officers: 'common_cause',
      panel: 'common_cause',
    })
  })

  it('is not told where officers read a change that quarters do not show: their figures are', () => {
    const { officers, panel, points } = judgeQuarters([...usual, 15, 14, 3])
    expect(officers).toBe('special_cause_concern')
    expect(panel).toBeNull()
    expect(points.at(-1)).toMatchObject({ period: '2025-Q2', value: 30 })
  })

  it('is not told where another value that is published alike would lead officers to another', () => {
    // 6 is published as 5; at 5 the latest month would be below its usual range
    expect(judgeQuarters([...usual, 15, 14, 6])).toMatchObject({ officers: 'common_cause', panel: null })
  })
})
