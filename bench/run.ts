/**
 * All benchmarks, or those that are named: a table of ratios, and the numbers as JSON in bench/results/. Ratios within
 * one run are what counts; the numbers themselves say how fast this machine is today. Nothing passes or fails here.
 *
 *   npm run bench                        all but scale, which takes minutes and gigabytes
 *   npm run bench -- memory staticEdition
 *   npm run bench -- scale 1 10 50       by millions of rows; 1 and 10 where none are named
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import makeImages from '../tests/support/demonstration-image.ts'
import { controlCharts } from './control-chart.bench.ts'
import { drawnPages } from './drawn-pages.bench.ts'
import { exportsMade } from './exports.bench.ts'
import { immutableReply } from './immutable.bench.ts'
import { interactionsPainted } from './interactions.bench.ts'
import { kpiAnalysis } from './kpi-analysis.bench.ts'
import { manyMeasures } from './many-measures.bench.ts'
import type { Comparison } from './measure.ts'
import { measurePainted } from './measure-page.bench.ts'
import { memory } from './memory.bench.ts'
import { overviewPainted } from './overview.bench.ts'
import { scale } from './scale.bench.ts'
import { seriesReply } from './series.bench.ts'
import { staticEdition } from './static-edition.bench.ts'

const results: Comparison[] = []
const usual = {
  controlCharts,
  kpiAnalysis,
  seriesReply,
  immutableReply,
  staticEdition,
  memory,
  overviewPainted,
  manyMeasures,
  measurePainted,
  drawnPages,
  interactionsPainted,
  exportsMade,
}
const isMillions = (word: string) => /^[1-9]\d*$/.test(word)
const words = process.argv.slice(2)
const millions = words.filter(isMillions).map(Number)
const known: Record<string, () => Promise<Comparison | Comparison[]>> = {
  ...usual,
  scale: () => scale(millions.length ? millions : undefined),
}
const asked = words.filter((word) => !isMillions(word))
const unknown = asked.filter((name) => !Object.hasOwn(known, name))
if (unknown.length)
  throw new Error(`No benchmark is called ${unknown.join(', ')}: there are ${Object.keys(known).join(', ')}.`)
const benchmarks = asked.length ? asked.flatMap((name) => known[name] ?? []) : Object.values(usual)
// as the tests find it: made where no test has run yet
await makeImages()
for (const benchmark of benchmarks) {
  const measured = [await benchmark()].flat()
  results.push(...measured)
  for (const { name } of measured) console.log(`measured: ${name}`)
}

console.table(
  results.map(({ name, ours, baseline, unit, ratio, tail, goal, rounds }) => ({
    benchmark: name,
    ours: `${ours.toFixed(1)} ${unit}`,
    baseline: `${baseline.toFixed(1)} ${unit}`,
    ratio: ratio.toFixed(2),
    'in 95 of 100': tail ? `${tail.ours.toFixed(1)} and ${tail.baseline.toFixed(1)}` : '',
    goal,
    rounds,
  })),
)

mkdirSync('bench/results', { recursive: true })
const measuredAt = new Date().toISOString()
const file = `bench/results/${measuredAt.replaceAll(/[:.]/g, '-')}.json`
writeFileSync(file, `${JSON.stringify({ measuredAt, node: process.version, results }, null, 2)}\n`)
console.log(`Written to ${file}`)
