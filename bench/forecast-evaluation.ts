import { forecastMonths } from '../src/domain/forecast/forecast.ts'
import { baselines, type Method } from './forecast/baselines.ts'
import { compareTried, type Tried, tryGrid } from './forecast/choose-settings.ts'
import { laterSources, type RealSource, realSources, untouchedSources } from './forecast/real-series.ts'
import { measureReliability } from './forecast/reliability.ts'
import { pooledScore, type Score, scoreMethod } from './forecast/rolling-origin.ts'

/**
 * `npm run evaluate:forecast` makes the forecast tables of docs/calculations.md again, from organisations of the
 * judging half; with `-- --choose` it searches the constants on those of the choosing half and prints the best.
 * Needs the published series beside the repository (../shared/data/real).
 */
const unbounded = { lower: null, upper: null }

if (process.argv.includes('--choose')) printChoice()
else printJudgement()

function printChoice(): void {
  const tried: Tried[] = []
  for (const one of tryGrid([...realSources(), ...laterSources()])) {
    tried.push(one)
    printTried(one)
  }
  const best = tried.toSorted(compareTried)[0]
  if (best === undefined) return
  console.log(
    `\nChosen, of ${tried.length} (${tried.filter(({ miss }) => miss === 0).length} hold what they promise):`,
  )
  printTried(best)
}

function printTried({ settings, miss, all }: Tried): void {
  console.log(`${JSON.stringify(settings)} ${cellOf(all)}${miss > 0 ? `, misses by ${percent(miss)}` : ''}`)
}

function printJudgement(): void {
  const sources = realSources()
  printTable('The three sources', sources)
  printTable('The four later measures', laterSources())
  printTable('Measures that took no part in setting the constants', untouchedSources())
  printReliability(sources)
}

function ours(bounds: RealSource['bounds']): Method {
  return (training, horizons) => {
    const forecast = forecastMonths(training, horizons, bounds)
    return forecast.kind === 'forecast' ? forecast.months : []
  }
}

function printTable(heading: string, sources: readonly RealSource[]): void {
  console.log(`\n${heading}: mean scaled 80% interval score (share that the 80% and 95% intervals held)\n`)
  console.log(`| | ${sources.map((source) => source.name).join(' | ')} | all |`)
  console.log(`|---|${'---|'.repeat(sources.length + 1)}`)
  for (const [name, method] of Object.entries(baselines)) printRow(name, sources, () => method)
  printRow('this product', sources, (source) => ours(source.bounds))
  printRow('this product, told no bounds', sources, () => ours(unbounded))
}

function printRow(
  name: string,
  sources: readonly RealSource[],
  methodFor: (source: RealSource) => Method,
): void {
  const scores = sources.map((source) => scoreMethod(methodFor(source), source, 'judging'))
  console.log(`| ${name} | ${[...scores, pooledScore(scores)].map(cellOf).join(' | ')} |`)
}

function printReliability(sources: readonly RealSource[]): void {
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
}

function cellOf(score: Score): string {
  return `${score.intervalScore.toFixed(2)} (${percent(score.held80)}, ${percent(score.held95)})`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
