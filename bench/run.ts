/**
 * All benchmarks: a table of ratios, and the numbers as JSON in bench/results/. Ratios within one run are
 * what counts; the numbers themselves say how fast this machine is today. Nothing passes or fails here.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { controlCharts } from './control-chart.bench.ts'
import { drawnPages } from './drawn-pages.bench.ts'
import { exportsMade } from './exports.bench.ts'
import { immutableReply } from './immutable.bench.ts'
import { interactionsPainted } from './interactions.bench.ts'
import { kpiAnalysis } from './kpi-analysis.bench.ts'
import type { Comparison } from './measure.ts'
import { measurePainted } from './measure-page.bench.ts'
import { overviewPainted } from './overview.bench.ts'
import { seriesReply } from './series.bench.ts'
import { staticEdition } from './static-edition.bench.ts'

const results: Comparison[] = []
const benchmarks = [
  controlCharts,
  kpiAnalysis,
  seriesReply,
  immutableReply,
  staticEdition,
  overviewPainted,
  measurePainted,
  drawnPages,
  interactionsPainted,
  exportsMade,
]
for (const benchmark of benchmarks) {
  const measured = [await benchmark()].flat()
  results.push(...measured)
  for (const { name } of measured) console.log(`measured: ${name}`)
}

console.table(
  results.map(({ name, ours, baseline, unit, ratio, goal, rounds }) => ({
    benchmark: name,
    ours: `${ours.toFixed(1)} ${unit}`,
    baseline: `${baseline.toFixed(1)} ${unit}`,
    ratio: ratio.toFixed(2),
    goal,
    rounds,
  })),
)

mkdirSync('bench/results', { recursive: true })
const measuredAt = new Date().toISOString()
const file = `bench/results/${measuredAt.replaceAll(/[:.]/g, '-')}.json`
writeFileSync(file, `${JSON.stringify({ measuredAt, node: process.version, results }, null, 2)}\n`)
console.log(`Written to ${file}`)
