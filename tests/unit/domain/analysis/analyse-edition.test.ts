import { describe, expect, it } from 'vitest'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

/** A count of few cases, to which limits do not suit. */
function analysed(latest: number) {
  const kpi = aDescribedKpi({
    id: 'unallocated',
    name: 'No named worker',
    unit: 'count',
    targets: [],
    direction: 'down',
  })
  const counts = Array.from({ length: 41 }, (_, month) => [3, 1, 4, 2, 0, 5, 2][month % 7] ?? 0)
  const { kpis, rows } = analyseEdition({
    kpis: [kpi],
    plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
    series: [aSeries([...counts, latest], { kpi: 'unallocated' })],
    actions: [],
    audience: 'exact',
    asOf: '2025-10-06',
  })
  return { own: kpis[0]?.series[0], row: rows[0] }
}

describe('analyseEdition', () => {
  it('leads with what was flagged where limits do not suit the figures', () => {
    const { own, row } = analysed(16)
    expect(own?.byMethod?.because).toBe('rare-count')
    expect(own?.headline).toBe('Far above the months before')
    expect(own?.paragraph).toContain('Flagged for recent change: 16 ')
    expect(row?.headline).toBe(own?.headline)
    expect(row?.signal?.kind).toBe('spike')
  })

  it('tells no change where nothing was flagged and nothing stands out', () => {
    const { own } = analysed(3)
    expect(own?.headline).toBe('No evidence of real change')
    expect(own?.paragraph).not.toContain('Flagged')
  })
})
