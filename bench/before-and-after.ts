import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compareBeforeAndAfter } from '../src/domain/interventions/before-and-after.ts'
import { normalNumbers } from './signals/families.ts'

/**
 * Makes the tables of before and after in docs/calculations.md again: `npm run evaluate:interventions`.
 * Needs the published series beside the repository (../shared/data/real).
 */
const folder = fileURLToPath(new URL('../../shared/data/real/', import.meta.url))
const seed = 1984
const usualMonths = 24

const known = [
  { file: 'uk_seatbelts_monthly.csv', column: 'drivers', month: '1983-02' },
  { file: 'uk_seatbelts_monthly.csv', column: 'front', month: '1983-02' },
  { file: 'uk_seatbelts_monthly.csv', column: 'rear', month: '1983-02' },
  { file: 'spc_cdi_intervention.csv', column: 'n', month: '2014-11' },
]

console.log('| series | change in level, of the mean of the 24 months before (98% interval) | claimed |')
console.log('|---|---|---|')
for (const { file, column, month } of known) {
  const [header = '', ...lines] = readFileSync(`${folder}${file}`, 'utf8').trim().split('\n')
  const place = header.split(',').indexOf(column)
  const values = lines.map((line) => Number(line.split(',')[place]))
  const at = lines.findIndex((line) => line.startsWith(month))
  const usual = values.slice(at - usualMonths, at).reduce((sum, value) => sum + value, 0) / usualMonths
  const result = compareBeforeAndAfter(values, at)
  if (result.kind !== 'estimated') continue
  const { size, lower, upper, isClaimed } = result.level
  const [of, from, to] = [size, lower, upper].map((change) => `${((100 * change) / usual).toFixed(1)}%`)
  console.log(`| ${column} | ${of} (${from} to ${to}) | ${isClaimed ? 'yes' : 'no'} |`)
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

const head = (what: string) =>
  console.log(
    `\n| ${what} | ${lengths.map((months) => `${months} months`).join(' | ')} |\n|---|${'---|'.repeat(lengths.length)}`,
  )

head('nothing changed: some change claimed')
for (const kind of kinds) row(kind.name, (months) => shareClaimed(kind, months, 0).any)
head('a step of two standard deviations in the middle: a change of level claimed')
for (const kind of kinds) row(kind.name, (months) => shareClaimed(kind, months, 2).level)

function row(name: string, share: (months: number) => number): void {
  console.log(`| ${name} | ${lengths.map((months) => `${(share(months) * 100).toFixed(1)}%`).join(' | ')} |`)
}

/** Shares of 2,000 series; a step is in standard deviations of the series, or of a list's monthly change. */
function shareClaimed({ start, next, isList = false }: Kind, months: number, step: number) {
  const normal = normalNumbers(seed)
  const runs = 2000
  const size = step * (isList ? Math.sqrt(2 * through) : 1)
  let [any, level] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    let value = isList ? start : normal()
    const values = Array.from({ length: months }, (_, month) => {
      const now = value + (month >= months / 2 ? size : 0)
      value = next(value, normal)
      return now
    })
    const result = compareBeforeAndAfter(values, months / 2, { isList })
    if (result.kind !== 'estimated') continue
    if (result.level.isClaimed || result.slope.isClaimed) any += 1
    if (result.level.isClaimed && result.level.size > 0) level += 1
  }
  return { any: any / runs, level: level / runs }
}
