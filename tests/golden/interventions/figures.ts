import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One column of a file of figures, and the periods beside it, which stand first. */
export function columnOf(path: string, name: string): { periods: string[]; values: number[] } {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const place = header.split(',').indexOf(name)
  return {
    periods: lines.map((line) => line.split(',')[0] ?? ''),
    values: lines.map((line) => Number(line.split(',')[place])),
  }
}

const figuresOf = (series: string) => fileURLToPath(new URL(`${series}.csv`, import.meta.url))

/** What R's regressions make of a series (`bench/before-and-after.R`): size, lower and upper. */
export function inR(series: string, model: 'plain' | 'alike' | 'same') {
  const { periods } = columnOf(figuresOf('in-r'), 'series')
  const row = periods.indexOf(series)
  const read = (part: string) => columnOf(figuresOf('in-r'), `${model}_${part}`).values[row] ?? Number.NaN
  return { size: read('size'), lower: read('lower'), upper: read('upper') }
}

/** A change in level that others have published. */
export interface Published {
  series: string
  from: string
  periodsInYear: number
  /** the published change, as a share of what was usual before */
  change: number
  isClaimed: boolean
  /** whether it is told by regression for counts, of which there are few */
  isCount?: boolean
}

// Sources: README.md. All four that were looked at, kept whatever they showed.
export const published: readonly Published[] = [
  // smoking banned indoors: rate ratio 0.885
  { series: 'sicily-admissions', from: '2005-01', periodsInYear: 12, change: -0.115, isClaimed: true },
  // 1,097.75 a year to 1898, 849.97 since
  { series: 'nile-flow', from: '1899', periodsInYear: 1, change: -0.226, isClaimed: true },
  // 63% fewer a month, with two levels and no line
  {
    series: 'boston-homicides',
    from: '1996-06',
    periodsInYear: 12,
    change: -0.63,
    isClaimed: true,
    isCount: true,
  },
  // 1.33 lower than the 4.49 of the two years before, with no line: the level was falling already
  {
    series: 'los-angeles-ozone',
    from: '1960-01',
    periodsInYear: 12,
    change: -1.33 / 4.49,
    isClaimed: false,
  },
]

/** Its figures in the order of time; of Sicily the admissions per 100,000 people. */
export function valuesOf(series: string): { periods: string[]; values: number[] } {
  if (series !== 'sicily-admissions') {
    return columnOf(figuresOf(series), series.split('-').at(-1) ?? '')
  }
  const { periods, values } = columnOf(figuresOf(series), 'admissions')
  const people = columnOf(figuresOf(series), 'people').values
  return { periods, values: values.map((value, row) => (value / (people[row] ?? 0)) * 100_000) }
}
