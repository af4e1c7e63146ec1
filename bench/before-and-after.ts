import { fileURLToPath } from 'node:url'
import { compareBeforeAndAfter } from '../src/domain/interventions/before-and-after.ts'
import { claimedWays } from '../src/domain/interventions/claimed-ways.ts'
import { columnOf, inR, published, valuesOf } from '../tests/golden/interventions/figures.ts'
import { type CountKind, chanceOf, fewCounts } from './interventions/few-counts.ts'
import { normalNumbers } from './signals/families.ts'

/**
 * Makes the tables of before and after in docs/calculations.md again: `npm run evaluate:interventions`.
 * Needs the published series beside the repository (../shared/data/real); what R makes of them is made by
 * bench/before-and-after.R.
 */
const folder = fileURLToPath(new URL('../../shared/data/real/', import.meta.url))
const seed = 1984
const usualPeriods = 24

const beside = [
  { column: 'drivers', file: 'uk_seatbelts_monthly.csv', from: '1983-02-01' },
  { column: 'front', file: 'uk_seatbelts_monthly.csv', from: '1983-02-01' },
  { column: 'rear', file: 'uk_seatbelts_monthly.csv', from: '1983-02-01' },
  { column: 'n', file: 'spc_cdi_intervention.csv', from: '2014-11-01' },
]
const known = [
  ...beside.map(({ column, file, from }) => ({
    ...columnOf(`${folder}${file}`, column),
    name: column,
    from,
    periodsInYear: 12,
    isCount: false,
  })),
  ...published.map((one) => ({ ...one, ...valuesOf(one.series), name: one.series })),
]

console.log(
  '| change in level, of the mean of the 24 periods before | here | claimed | R, plain | R, alike |',
)
console.log('|---|---|---|---|---|')
for (const { name, periods, values, from, periodsInYear, isCount = false } of known) {
  const at = periods.indexOf(from)
  const usual = values.slice(at - usualPeriods, at).reduce((sum, value) => sum + value, 0) / usualPeriods
  const result = compareBeforeAndAfter(values, at, { periodsInYear, isCount })
  const inWords = ({ size, lower, upper }: { size: number; lower: number; upper: number }) => {
    const [of, low, high] = [size, lower, upper].map((change) => `${((100 * change) / usual).toFixed(1)}%`)
    return `${of} (${low} to ${high})`
  }
  const r = name === 'n' ? ['–', '–'] : [inWords(inR(name, 'plain')), inWords(inR(name, 'alike'))]
  if (result.kind === 'counted') {
    const { size, lower, upper, isClaimed } = result.level
    const ends = [size, lower, upper].map((times) => (times === null ? null : (times - 1) * usual))
    const words = inWords({
      size: ends[0] ?? 0,
      lower: ends[1] ?? 0,
      upper: ends[2] ?? Number.POSITIVE_INFINITY,
    })
    console.log(`| ${[name, words, isClaimed ? 'yes' : 'no', ...r].join(' | ')} |`)
  }
  if (result.kind !== 'estimated') continue
  const { level } = result
  console.log(`| ${[name, inWords(level), level.isClaimed ? 'yes' : 'no', ...r].join(' | ')} |`)
}

const lengths = [24, 30, 42, 60]
/** Monthly arrivals at a list, and as many departures on average. */
const through = 60
/** Of the list's length over its usual one, this share leaves a month sooner or later. */
const pull = 0.05
const usualLength = 400

interface Kind {
  name: string
  isList?: boolean
  next: (before: number, normal: () => number) => number
  start: number
}

const alike = (likeness: number): Kind => ({
  name: `each month like the last (${likeness})`,
  start: 0,
  next: (before, normal) => likeness * before + Math.sqrt(1 - likeness ** 2) * normal(),
})
const moves = (normal: () => number) => Math.sqrt(through) * (normal() - normal())

const kinds: readonly Kind[] = [
  ...[0, 0.3, 0.5, 0.8, 0.9].map(alike),
  {
    name: 'list: what came in less what went out',
    isList: true,
    start: usualLength,
    next: (before, normal) => Math.max(0, Math.round(before + moves(normal))),
  },
  {
    name: 'list: more go out while it is long',
    isList: true,
    start: usualLength,
    next: (before, normal) => Math.max(0, Math.round(before + moves(normal) - pull * (before - usualLength))),
  },
]

const head = (what: string, lengthsOf = lengths) =>
  console.log(
    `\n| ${what} | ${lengthsOf.map((months) => `${months} months`).join(' | ')} |\n|---|${'---|'.repeat(lengthsOf.length)}`,
  )

head('nothing changed: some change claimed')
for (const kind of kinds) row(kind.name, (months) => shareClaimed(kind, months, 0).any)
head('a step of two standard deviations in the middle: a change of level claimed')
for (const kind of kinds) row(kind.name, (months) => shareClaimed(kind, months, 2).level)
head('the month in the middle belongs to neither side, nothing changed: some change claimed')
for (const kind of kinds) row(kind.name, (months) => shareClaimed(kind, months, 0, true).any)
head('the same, a step of two standard deviations from the month after it on: a change of level claimed')
for (const kind of kinds) row(kind.name, (months) => shareClaimed(kind, months, 2, true).level)
head('a step of two standard deviations from the month after it on, where the month is counted as after')
for (const kind of kinds) row(kind.name, (months) => shareClaimed(kind, months, 2, false, 1).level)

const lengthsOfCounts = [30, 42, 60, 120]
head('few counts, nothing changed: some change claimed', lengthsOfCounts)
for (const kind of fewCounts) {
  row(kind.name, (months) => shareOfCounts(kind, months, 1).any, lengthsOfCounts)
}
head('few counts, a fall by two thirds in the middle: fewer claimed', lengthsOfCounts)
for (const kind of fewCounts) {
  row(kind.name, (months) => shareOfCounts(kind, months, 1 / 3).fewer, lengthsOfCounts)
}

/** Shares of 500 series; from the middle on, as many times as many are expected. */
function shareOfCounts(kind: CountKind, months: number, times: number) {
  const chance = chanceOf(seed)
  const runs = 500
  let [any, fewer] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    const values = kind.make(chance, months, (month) => (month >= months / 2 ? times : 1))
    const ways = claimedWays(compareBeforeAndAfter(values, months / 2, { isCount: true }))
    if (ways && (ways.level !== 0 || ways.slope !== 0)) any += 1
    if (ways?.level === -1) fewer += 1
  }
  return { any: any / runs, fewer: fewer / runs }
}

function row(name: string, share: (months: number) => number, lengthsOf = lengths): void {
  console.log(
    `| ${name} | ${lengthsOf.map((months) => `${(share(months) * 100).toFixed(1)}%`).join(' | ')} |`,
  )
}

/**
 * Shares of 2,000 series; a step is in standard deviations of the series, or of a list's monthly change, and begins so
 * many months after the middle.
 */
function shareClaimed(
  { start, next, isList = false }: Kind,
  months: number,
  step: number,
  isSplit = false,
  later = isSplit ? 1 : 0,
) {
  const normal = normalNumbers(seed)
  const runs = 2000
  const size = step * (isList ? Math.sqrt(2 * through) : 1)
  let [any, level] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    let value = isList ? start : normal()
    const values = Array.from({ length: months }, (_, month) => {
      const now = value + (month >= months / 2 + later ? size : 0)
      value = next(value, normal)
      return now
    })
    const result = compareBeforeAndAfter(values, months / 2, { isList, isSplit })
    if (result.kind !== 'estimated') continue
    if (result.level.isClaimed || result.slope.isClaimed) any += 1
    if (result.level.isClaimed && result.level.size > 0) level += 1
  }
  return { any: any / runs, level: level / runs }
}
