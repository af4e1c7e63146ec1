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

const lengths = [24, 36, 48, 60]
console.log(
  `\n| stable, each month like the last | ${lengths.map((months) => `${months} months`).join(' | ')} |`,
)
console.log(`|---|${'---|'.repeat(lengths.length)}`)
for (const likeness of [0, 0.3, 0.5]) {
  const shares = lengths.map((months) => `${(shareClaimed(months, likeness) * 100).toFixed(1)}%`)
  console.log(`| ${likeness} | ${shares.join(' | ')} |`)
}

/** Share of 1,000 stable series in which some change is claimed at the middle. */
function shareClaimed(months: number, likeness: number): number {
  const normal = normalNumbers(seed)
  let claimed = 0
  for (let series = 0; series < 1000; series += 1) {
    let value = normal()
    const values = Array.from({ length: months }, () => {
      const now = value
      value = likeness * value + Math.sqrt(1 - likeness ** 2) * normal()
      return now
    })
    const result = compareBeforeAndAfter(values, months / 2)
    if (result.kind === 'estimated' && (result.level.isClaimed || result.slope.isClaimed)) claimed += 1
  }
  return claimed / 1000
}
