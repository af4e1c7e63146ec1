import { addPeriods } from '../../src/domain/periods/period.ts'
import { soundLoad } from './load-files.ts'
import { noiseOf } from './seeded-noise.ts'

const level = (count: number, mean: number, seed: number) =>
  noiseOf(count, seed).map((one) => Math.round(10 * (mean + one / 2)) / 10)

/** A share in percent: 24 months about one level and 19 about another, the new one from Mar 2024 to Sep 2025. */
export function valuesWithLevels(before: number, since: number): number[] {
  return [...level(24, before, 3), ...level(19, since, 4)]
}

const header = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'
const firstMonth = '2022-03'

/** A measure whose level has risen and lasted, up to Aug 2025; and then the figure of Sep 2025, by which it is offered. */
export function loadsWithLevel(before = 88, since = 95) {
  const rows = valuesWithLevels(before, since).map(
    (value, index) =>
      `dq-complete,${addPeriods(firstMonth, index)},borough,All,${value.toFixed(1)},,,,final,2025-10-06`,
  )
  const definition =
    'dq-complete,Records complete,supporting,percent,W,up,month,1,97,2026-03-31,none,,1,2022-01-01'
  return {
    first: {
      ...soundLoad,
      'kpis.csv': [soundLoad['kpis.csv'].split('\n')[0], definition].join('\n'),
      'observations.csv': [header, ...rows.slice(0, -1)].join('\n'),
    },
    next: { 'observations.csv': [header, ...rows.slice(-1)].join('\n') },
  }
}
