import { baselines } from './forecast/baselines.ts'
import { compareTried, type Tried, tryGrid } from './forecast/choose-settings.ts'
import { etsScores, makeEtsScores } from './forecast/ets.ts'
import { madeSources } from './forecast/made-series.ts'
import { productMethod } from './forecast/product.ts'
import {
  laterSources,
  oneInThree,
  otherFieldSources,
  type RealSource,
  realSources,
  untouchedSources,
} from './forecast/real-series.ts'
import { measureReliability } from './forecast/reliability.ts'
import { pooledScore, type Score, scoreMethod } from './forecast/rolling-origin.ts'

/**
 * `npm run evaluate:forecast` makes the forecast tables of docs/calculations.md again, from series of the judging
 * half; with `-- --choose` it searches the constants on those of the choosing half and prints the best; with `-- --ets`
 * it fits automatic ETS again, which needs R with its package forecast. Needs the published series beside the
 * repository (../shared/data).
 */
const compared = () => [...realSources(), ...otherFieldSources()].map(oneInThree)

if (process.argv.includes('--choose')) printChoice()
else if (process.argv.includes('--ets')) makeEtsScores([...madeSources(), ...compared()])
else printJudgement()

function printChoice(): void {
  const tried: Tried[] = []
  const real = [...realSources(), ...laterSources(), ...otherFieldSources()]
  for (const one of tryGrid([...real, ...madeSources()].map(oneInThree))) {
    tried.push(one)
    printTried(one)
  }
  const best = tried.toSorted(compareTried)[0]
  if (best === undefined) return
  console.log(`\nChosen, of ${tried.length}:`)
  printTried(best)
}

function printTried({ settings, miss, score, all }: Tried): void {
  console.log(`${JSON.stringify(settings)} ${score.toFixed(3)} ${cellOf(all)}, misses by ${percent(miss)}`)
}

function printJudgement(): void {
  const ets = etsScores()
  printTable('Published series, one in three', compared(), ets)
  printTable('Made series', madeSources(), ets)
  printTable('The three sources, all series', realSources())
  printTable('The four later measures', laterSources())
  printTable('Four further measures of the same files', untouchedSources())
  printReliability(realSources())
}

/** A row for each source: mean scaled interval score, and of the product what its intervals held. */
function printTable(heading: string, sources: readonly RealSource[], ets: Record<string, Score> = {}): void {
  console.log(`\n${heading}: mean scaled 80% interval score (share that the 80% and 95% intervals held)\n`)
  const names = [...Object.keys(baselines), 'automatic ETS', 'this product']
  console.log(`| | forecasts | ${names.join(' | ')} |`)
  console.log(`|---|${'---|'.repeat(names.length + 1)}`)
  const rows = sources.map((source) => {
    const methods = [...Object.values(baselines), productMethod(source.bounds)]
    const scores: (Score | undefined)[] = methods.map((method) => scoreMethod(method, source, 'judging'))
    scores.splice(-1, 0, sameForecasts(source, scores.at(-1), ets[source.name]))
    printRow(source.name, scores)
    return scores
  })
  const columns = names.map((_, column) => rows.map((scores) => scores[column]))
  printRow(
    'all',
    columns.map((scores) => {
      const known = scores.filter((score) => score !== undefined)
      return known.length === scores.length ? pooledScore(known) : undefined
    }),
  )
}

/** What ETS scored on other series than these would compare with nothing. */
function sameForecasts({ name }: RealSource, product: Score | undefined, ets: Score | undefined) {
  if (ets && ets.forecasts !== product?.forecasts) {
    throw new Error(
      `ets-scores.json has ${ets.forecasts} forecasts of ${name}, not ${product?.forecasts}: run -- --ets`,
    )
  }
  return ets
}

function printRow(name: string, scores: readonly (Score | undefined)[]): void {
  const cells = scores.map((score) => (score ? cellOf(score) : '–'))
  console.log(`| ${[name, scores.at(-1)?.forecasts, ...cells].join(' | ')} |`)
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
