import { describe, expect, it } from 'vitest'
import { analyseEdition } from '../../../../src/domain/analysis/analyse-edition.ts'
import { protectDefinition, protectFigure } from '../../../../src/domain/disclosure/protect.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'
import { seededNoise } from '../../../support/seeded-noise.ts'

const plan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
const edition = { plan, actions: [], asOf: '2025-10-10' }
const kpi = aDescribedKpi({
  ...{ aggregation: 'W', unit: 'percent', direction: 'up', frequency: 'quarter', decimals: 0 },
  ...{ numerator: 'met', denominator: 'cases', targets: [], latestPeriod: '2025-Q2', due: '2026-01-20' },
})

/** Quarters of a share that has stepped, climbs or falls, with the counts behind them. */
function shareOf(seed: number) {
  const noise = seededNoise(seed)
  const [length, size] = [12 + (seed % 14), [60, 150, 230, 500][seed % 4] ?? 60]
  const start = 40 + 30 * Math.abs(Math.sin(seed))
  const counts = Array.from({ length }, (_, row) => {
    const moved = [row >= length - 5 ? 10 : 0, 0.6 * row, -0.8 * row][seed % 3] ?? 0
    const share = (start + moved) / 100
    const denominator = Math.round(size * (1 + 0.1 * noise()))
    const events = Math.round(denominator * share + Math.sqrt(denominator * share * (1 - share)) * noise())
    return { numerator: Math.max(0, Math.min(denominator, events)), denominator }
  })
  const series = aSeries(
    counts.map(({ numerator, denominator }) => Math.round((1000 * numerator) / denominator) / 10),
    { last: '2025-Q2' },
  )
  return { ...series, points: series.points.map((point, row) => ({ ...point, ...counts[row] })) }
}

/** The titles that officers and the panel read of it. */
function titlesOf(seed: number): { officers: string; panel: string } {
  const series = shareOf(seed)
  const key = { kpi: kpi.id, dimension: 'borough', member: 'All' }
  const published = {
    ...series,
    points: series.points.map((point) => ({ ...point, ...protectFigure(kpi, { ...point, ...key }) })),
  }
  const analysis = analyseEdition({ ...edition, kpis: [kpi], series: [series], audience: 'exact' })
  const told = analyseEdition({
    ...{ ...edition, kpis: [protectDefinition(kpi)], series: [published], audience: 'protected' },
    received: { series: [series], analysis, coarser: [] },
  })
  const [officers, panel] = [analysis, told].map(({ kpis }) => kpis[0]?.series[0]?.headline ?? '')
  return { officers: officers ?? '', panel: panel ?? '' }
}

/** 'last seven figures all high', 'latest figure lower than chance explains' */
const signIn = (title: string) => /\b(last \w+|latest|two of three) figures?[^;]*/.exec(title)?.[0]

describe('a quarterly share', () => {
  const titles = Array.from({ length: 60 }, (_, seed) => titlesOf(seed + 1))

  it('is told the panel by the sign that officers read, or by none', () => {
    const both = titles.filter(({ officers, panel }) => signIn(officers) && signIn(panel))
    expect(both.length).toBeGreaterThan(10)
    for (const { officers, panel } of both) expect(signIn(panel)).toBe(signIn(officers))
  })

  it('says that it is level with a year before as rounded, where officers read that it is not', () => {
    const apart = titles.filter(({ panel }) => /level (with a year before|on the year)/.test(panel))
    expect(apart.length).toBeGreaterThan(0)
    for (const { panel } of apart) expect(panel).toContain('as rounded level on the year')
  })
})
