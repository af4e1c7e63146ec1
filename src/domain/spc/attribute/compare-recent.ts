import { binomialChances } from './binomial.ts'
import type { ChartRow } from './chart-rows.ts'

/** Rows that are set against those before them: the latest alone, and the latest six. */
const windows = [
  { rows: 6, bearable: 0.03 },
  { rows: 1, bearable: 0.01 },
] as const

export interface RecentChange {
  direction: 1 | -1
  /** how many of the latest rows are unlike those before */
  rows: number
}

/**
 * Whether few events have become more or fewer, by an exact comparison: given all events, those of the latest rows
 * are a binomial number whose chance is their share of the denominators, if nothing has changed. Two-sided, at 3% for
 * the latest six rows and 1% for the latest one, so at most 4% by chance together. Przyborowski and Wilenski 1940,
 * "Homogeneity of results in testing samples from Poisson series", Biometrika 31. Null where nothing differs, or
 * fewer than six rows stand before.
 *
 * @example 12 rows of 1 event, then 6 rows of 4 → more, 6 rows
 */
export function compareRecent(rows: readonly ChartRow[]): RecentChange | null {
  const events = sumOf(rows, 'events')
  const size = sumOf(rows, 'size')
  for (const window of windows) {
    if (rows.length < window.rows + 6) continue
    const recent = rows.slice(-window.rows)
    const found = sumOf(recent, 'events')
    const chances = binomialChances(events, sumOf(recent, 'size') / size)
    const above = chances.slice(found).reduce((sum, chance) => sum + chance, 0)
    const below = chances.slice(0, found + 1).reduce((sum, chance) => sum + chance, 0)
    if (2 * Math.min(above, below) <= window.bearable) {
      return { direction: above < below ? 1 : -1, rows: window.rows }
    }
  }
  return null
}

function sumOf(rows: readonly ChartRow[], field: 'events' | 'size'): number {
  return rows.reduce((sum, row) => sum + row[field], 0)
}
