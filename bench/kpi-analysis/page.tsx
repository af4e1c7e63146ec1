import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { TrendChart } from '../../src/charts/trend/TrendChart.tsx'
import { analyseKpi } from '../../src/domain/analysis/analyse-edition.ts'
import { buildTrend } from '../../src/domain/trends/trend.ts'
import { chartLayers } from '../../src/stores/chart-layers.ts'
import '../../src/ui/tokens.css'
import { aDescribedKpi } from '../../tests/support/a-kpi.ts'
import { aSeries } from '../../tests/support/a-series.ts'
import { normalNumbers } from '../signals/families.ts'

/** One measure of 120 months, as the page of it has everything on. */
const months = 120
const asOf = '2025-10-06'
const normal = normalNumbers(11)
const kpi = aDescribedKpi({
  aggregation: 'S',
  baselines: [{ period: '2021-04', reason: 'New triage' }],
})
const series = aSeries(
  Array.from({ length: months }, (_, month) => Math.round(300 - month / 2 + 12 * normal())),
)
const plan = {
  workstreams: [],
  milestones: [],
  trajectories: [
    {
      kpi: kpi.id,
      approvedBy: 'Board',
      points: [
        { period: '2025-04', planned: 250 },
        { period: '2026-03', planned: 150 },
      ],
    },
  ],
  interventions: [
    {
      id: 'I1',
      kpi: kpi.id,
      kind: 'rebaseline' as const,
      start: '2021-04-01',
      end: null,
      title: 'New triage',
      reason: 'New triage',
    },
  ],
  risks: [],
}

const analyse = () => analyseKpi({ kpi, plan, asOf, isRounded: false }, [series], { signals: [] })
const brought = analyse().series[0] ?? null

function draw(): Element {
  const model = buildTrend({
    kpi,
    series,
    isWhole: true,
    comparators: [],
    plan,
    analysis: brought,
    change: null,
    asOf,
    search: { range: 'all' },
    layers: chartLayers,
  })
  if (!model) throw new Error('there is nothing to draw')
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  flushSync(() => root.render(<TrendChart model={model} width={1000} />))
  const drawn = place.querySelector('svg')
  root.unmount()
  place.remove()
  if (!drawn) throw new Error('the chart was not drawn')
  return drawn
}

function millisecondsOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

Object.assign(window, {
  analyseOnce: () => millisecondsOf(analyse),
  drawOnce: () => millisecondsOf(draw),
})
