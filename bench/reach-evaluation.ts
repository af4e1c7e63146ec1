import { forecastMonths, furthestMonths } from '../src/domain/forecast/forecast.ts'
import { chancesAhead, goalOf } from '../src/domain/forecast/reach.ts'
import { laterSources, realSources, untouchedSources } from './forecast/real-series.ts'
import { type Case, families, madeCases, realCases } from './reach/cases.ts'
import { events, judgeEvents } from './reach/judge-events.ts'

/**
 * `npm run evaluate:reach` makes the tables of docs/calculations.md#meeting-a-target again: how well the chances of
 * three events are borne out, on made series and on the judging half of real ones; with `-- --choose`, on other made
 * series and the choosing half, for whoever changes a constant. Needs ../shared/data/real.
 */
const isChoosing = process.argv.includes('--choose')
const half = isChoosing ? 'choosing' : 'judging'
const madeSeries = 200
/** One origin in so many of the real series: neighbouring origins say the same again. */
const everyOrigin = 4

const made = Object.entries(families).map(
  ([name, family], index) =>
    [name, madeCases(family, madeSeries, (isChoosing ? 100 : 4000) + index)] as const,
)
const thinned = (cases: readonly Case[]) => cases.filter((_, index) => index % everyOrigin === 0)
const real = [
  ['real: three sources', thinned(realCases(realSources(), half))] as const,
  ['real: four later measures', thinned(realCases(laterSources(), half))] as const,
  ['real: four measures that took no part', thinned(realCases(untouchedSources(), half))] as const,
]

const percent = (share: number) => (Number.isNaN(share) ? 'never told' : `${(100 * share).toFixed(1)}%`)
console.log(
  `| | series | ${events.join(' | ')} | told as not likely to be met | did not come | told as not likely to be kept | did not come |`,
)
console.log(`|---|${'---|'.repeat(8)}`)
for (const [name, cases] of [...made, ...real]) {
  const { error, notLikely, asked } = judgeEvents(cases)
  const errors = events.map((event) => error[event].toFixed(3))
  const told = [notLikely.told / asked, notLikely.held, notLikely.toldKept / asked, notLikely.heldKept]
  console.log(`| ${[name, cases.length, ...errors, ...told.map(percent)].join(' | ')} |`)
}

printCost()

/** Processor time of one question of one series, beside its forecast alone. */
function printCost(): void {
  const cases = madeCases(
    (normal) => ({ values: Array.from({ length: 54 }, () => normal() + 9), around: 9 }),
    200,
    1,
  )
  const timeOf = (work: (one: Case) => void) => {
    const before = process.cpuUsage().user
    for (const one of cases) work(one)
    return (process.cpuUsage().user - before) / 1000 / cases.length
  }
  const forecastOf = ({ past, bounds }: Case) => forecastMonths(past, furthestMonths, bounds)
  const alone = timeOf(forecastOf)
  const asked = timeOf((one) => {
    const forecast = forecastOf(one)
    if (forecast.kind === 'forecast') chancesAhead(forecast, goalOf(10, 'increase'), 3, 0)
  })
  console.log(
    `\nProcessor time: ${alone.toFixed(1)} ms for a forecast, ${asked.toFixed(1)} ms with its chances.`,
  )
}
