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

export const figuresOf = (series: string) => fileURLToPath(new URL(`${series}.csv`, import.meta.url))

/** What R's regressions make of a series (`bench/before-and-after.R`): size, lower and upper. */
export function inR(series: string, model: 'plain' | 'alike' | 'same') {
  const { periods } = columnOf(figuresOf('in-r'), 'series')
  const row = periods.indexOf(series)
  const read = (part: string) => columnOf(figuresOf('in-r'), `${model}_${part}`).values[row] ?? Number.NaN
  return { size: read('size'), lower: read('lower'), upper: read('upper') }
}
