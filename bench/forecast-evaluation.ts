import { forecastMonths } from '../src/domain/forecast/forecast.ts'
import { baselines, type Method } from './forecast/baselines.ts'
import { laterSources, type RealSource, realSources, untouchedSources } from './forecast/real-series.ts'
import { measureReliability } from './forecast/reliability.ts'
import { type Part, type Score, scoreMethod } from './forecast/rolling-origin.ts'

/**
 * Makes the forecast tables of docs/calculations.md again: `npm run evaluate:forecast`.
 * Needs the published series beside the repository (../shared/data/real).
 */
const unbounded = { lower: null, upper: null }

function ours(bounds: RealSource['bounds']): Method {
  return (training, horizons) => {
    const forecast = forecastMonths(training, horizons, bounds)
    return forecast.kind === 'forecast' ? forecast.months : []
  }
}

function printTable(heading: string, sources: readonly RealSource[], part: Part): void {
  console.log(`\n${heading}: mean scaled 80% interval score (share that the 80% and 95% intervals held)\n`)
  console.log(`| | ${sources.map((source) => source.name).join(' | ')} | all |`)
  console.log(`|---|${'---|'.repeat(sources.length + 1)}`)
  for (const [name, method] of Object.entries(baselines)) printRow(name, sources, part, () => method)
  printRow('this product', sources, part, (source) => ours(source.bounds))
  printRow('this product, told no bounds', sources, part, () => ours(unbounded))
}

function printRow(
  name: string,
  sources: readonly RealSource[],
  part: Part,
  methodFor: (source: RealSource) => Method,
): void {
  const scores = sources.map((source) => scoreMethod(methodFor(source), source, part))
  console.log(`| ${name} | ${[...scores, pooled(scores)].map(cellOf).join(' | ')} |`)
}

function pooled(scores: readonly Score[]): Score {
  const forecasts = scores.reduce((sum, score) => sum + score.forecasts, 0)
  const over = (part: (score: Score) => number) =>
    scores.reduce((sum, score) => sum + part(score) * score.forecasts, 0) / forecasts
  return {
    forecasts,
    intervalScore: over((score) => score.intervalScore),
    absoluteError: over((score) => score.absoluteError),
    held80: over((score) => score.held80),
    held95: over((score) => score.held95),
  }
}

function cellOf(score: Score): string {
  return `${score.intervalScore.toFixed(2)} (${percent(score.held80)}, ${percent(score.held95)})`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}

const sources = realSources()
printTable('Organisations at even places', sources, 'even')
printTable('Organisations at odd places', sources, 'odd')
printTable('Later measures, organisations at even places', laterSources(), 'even')
printTable('Later measures, organisations at odd places', laterSources(), 'odd')
printTable('Measures that took no part in setting the constants', untouchedSources(), 'all')

const reliability = measureReliability(sources)
console.log('\n| chance said | mean said | happened | times |\n|---|---|---|---|')
for (const row of reliability.rows) {
  const band = `${(100 * row.from).toFixed(0)}–${(100 * row.from + 10).toFixed(0)}%`
  console.log(`| ${band} | ${percent(row.said)} | ${percent(row.happened)} | ${row.count} |`)
}
console.log(`\nExpected calibration error ${reliability.calibrationError.toFixed(3)}.`)
console.log(
  `Brier score ${reliability.brier.toFixed(3)}; of the base rate ${reliability.brierOfBaseRate.toFixed(3)}.`,
)
