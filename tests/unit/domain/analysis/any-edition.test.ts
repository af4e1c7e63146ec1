import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KpiAnalysis, TestedSeries } from '../../../../src/contract/analysis.ts'
import { MilestoneImpact } from '../../../../src/contract/plan.ts'
import { RowAnalysis } from '../../../../src/contract/row-analysis.ts'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import type { Series } from '../../../../src/domain/figures/figure.ts'
import { aggregations, directions, units } from '../../../../src/domain/measures/measure.ts'
import { addPeriods } from '../../../../src/domain/periods/period.ts'
import { interventionKinds, type Plan } from '../../../../src/domain/plans/plan.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { aPoint } from '../../../support/a-series.ts'

const latest = { month: '2025-09', quarter: '2025-Q2', year: 'FY2024-25' } as const
const dates = fc.constantFrom(
  '2019-04-01',
  '2022-09-15',
  '2024-08-28',
  '2025-09-12',
  '2025-12-01',
  '2026-03-31',
)

/** Figures of every temper: level, tiny, huge, negative, beyond 100, withheld. */
const figures = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(0, 5, 100) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 3, arbitrary: fc.double({ min: -200, max: 200, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e12, noNaN: true }) },
)
const manyFigures = fc.oneof(
  fc.array(figures, { maxLength: 60 }),
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 48 }))
    .map(([value, count]) => Array.from({ length: count }, () => value)),
)

function seriesOf(
  dimension: string,
  member: string,
  values: readonly (number | null)[],
  last: string,
): Series {
  const points = values.map((value, row) =>
    aPoint({
      period: addPeriods(last, row - values.length + 1),
      value,
      n: row % 3 === 0 ? null : row % 12,
      availability: value === null ? (row % 2 ? 'missing' : 'suppressed') : 'present',
    }),
  )
  // a series may begin late, and leave periods out
  return { kpi: 'any', dimension, member, points: points.filter((_, row) => row % 11 !== 7) }
}

const editions = fc
  .record({
    frequency: fc.constantFrom('month', 'quarter', 'year'),
    measured: fc.record({
      unit: fc.constantFrom(...units),
      aggregation: fc.constantFrom(...aggregations),
      direction: fc.constantFrom(...directions),
      decimals: fc.constantFrom(0, 1),
      due: fc.constantFrom(null, '2025-10-01', '2025-12-01'),
    }),
    target: fc.option(fc.constantFrom(-3, 0, 50, 100, 1e6)),
    by: fc.option(dates),
    whole: manyFigures,
    parts: fc.array(manyFigures, { maxLength: 3 }),
    elsewhere: manyFigures,
    back: fc.integer({ min: -3, max: 40 }),
    changes: fc.array(fc.tuple(dates, fc.constantFrom(...interventionKinds)), { maxLength: 3 }),
    milestones: fc.array(
      fc.tuple(
        fc.option(dates),
        fc.constantFrom(null, '<= 5 for 3 months by 2026-03', '>= 80', 'between 1 and 3', 'Board decides'),
      ),
      { maxLength: 3 },
    ),
    planned: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 3 }),
    audience: fc.constantFrom('exact', 'protected'),
  })
  .map((drawn) => {
    const last = latest[drawn.frequency]
    const dimension = drawn.measured.aggregation === 'X' ? 'type' : 'town'
    const members = drawn.parts.map((_, index) => ({
      id: `part ${index}`,
      label: `Part ${index}`,
      level: null,
    }))
    const all = [{ id: 'All', label: 'All', level: null }]
    const kpi = aDescribedKpi({
      id: 'any',
      ...drawn.measured,
      frequency: drawn.frequency,
      latestPeriod: last,
      targets: [
        { from: '2024-04', value: drawn.target, lower: null, upper: 22, by: drawn.by, setBy: 'Board' },
      ],
      dimensions: [
        { id: 'borough', label: 'Borough', members: all },
        { id: dimension, label: 'Part', members },
        { id: 'comparator', label: 'Other places', members: all },
      ],
      baselines: [{ period: addPeriods(last, -drawn.back), reason: 'Recorded' }],
      breaks: drawn.changes.map(([date]) => ({ date, title: 'Counted anew', reason: 'Form' })).slice(1),
    })
    const plan: Plan = {
      workstreams: [],
      milestones: drawn.milestones.map(([completed, successMeasure], index) =>
        aMilestone({ id: `M${index}`, kpi: index === 2 ? 'other' : 'any', completed, successMeasure }),
      ),
      trajectories: [
        {
          kpi: 'any',
          approvedBy: 'Board',
          points: drawn.planned.map((planned, index) => ({
            period: addPeriods(last, 2 * index - 2),
            planned,
          })),
        },
      ],
      interventions: drawn.changes.map(([start, kind], index) => ({
        id: `I${index}`,
        kpi: index ? 'any' : null,
        kind,
        start,
        end: null,
        title: 'Change',
        reason: 'Recorded',
      })),
      risks: [],
    }
    const series = [
      seriesOf('borough', 'All', drawn.measured.aggregation === 'X' ? [] : drawn.whole, last),
      ...drawn.parts.map((values, index) => seriesOf(dimension, `part ${index}`, values, last)),
      // other places are published by the year, whatever the frequency of ours
      seriesOf('comparator', 'All', drawn.elsewhere, latest.year),
    ]
    return { kpis: [kpi], plan, series, actions: [], audience: drawn.audience, asOf: '2025-10-06' }
  })

describe('the analysis of any edition', () => {
  // it runs inside the transaction that publishes: a throw, or a number that JSON cannot hold, stops a council
  it('throws never, and is what the contract says, through JSON and back', () => {
    fc.assert(
      fc.property(editions, (edition) => {
        const analysis = analyseEdition(edition)
        const stored: unknown = JSON.parse(JSON.stringify(analysis))
        expect(stored).toEqual(analysis)
        for (const kpi of analysis.kpis) expect(KpiAnalysis.safeParse(kpi).success).toBe(true)
        for (const { kpi: _, ...row } of analysis.rows) expect(RowAnalysis.safeParse(row).success).toBe(true)
        for (const one of analysis.family.signals) expect(TestedSeries.safeParse(one).success).toBe(true)
        for (const impact of analysis.impacts) expect(MilestoneImpact.safeParse(impact).success).toBe(true)
        expect(JSON.stringify(analysis)).not.toMatch(/NaN|Infinity|undefined/)
      }),
      { numRuns: 400, seed: 20_251_006 },
    )
  })
})
