import type { Series } from '../../domain/figures/figure.ts'
import { formatDifference, formatValueInWords, type Measured } from '../../domain/measures/format.ts'
import { addPeriods, periodRange, yearBefore } from '../../domain/periods/period.ts'

/** Months that are averaged, and those of them that must have a figure. */
const monthsAveraged = 6
const fewestFigures = 4
/** Smaller moves than a tenth of where it stood are not told. */
const smallestMove = 0.1

const medianEnding = '-wait-median'
const listEnding = '-waiting'

export interface WaitPair {
  median: string
  list: string
}

/**
 * The list and the completed-wait median that belong together, by the ids of the dictionary; null for any other
 * measure.
 * @example 'ot-waiting' → { median: 'ot-wait-median', list: 'ot-waiting' }
 */
export function waitPairOf(kpi: string): WaitPair | null {
  const ending = [medianEnding, listEnding].find((one) => kpi.endsWith(one))
  if (!ending) return null
  const stem = kpi.slice(0, -ending.length)
  return { median: `${stem}${medianEnding}`, list: `${stem}${listEnding}` }
}

/** What moved apart: averages of the last six months and of the same months a year before. */
export interface WaitParadox {
  median: { before: number; after: number }
  list: { before: number; after: number }
}

/**
 * The completed-wait paradox: those who waited longest are started first, so the median of completed waits rises
 * while the list gets shorter. Found where the average of the last six months, against the same months a year
 * before, is at least a tenth higher for the median and at least a tenth lower for the list. Missing months are
 * left out; null where four of six are not there.
 *
 * @example median 56 then 67 days, list 493 then 433 people → found
 */
export function findWaitParadox(median: Series, list: Series): WaitParadox | null {
  const medianMeans = meansOf(median)
  const listMeans = meansOf(list)
  if (!medianMeans || !listMeans) return null
  const hasRisen = medianMeans.after >= medianMeans.before * (1 + smallestMove)
  const hasFallen = listMeans.after <= listMeans.before * (1 - smallestMove)
  return hasRisen && hasFallen ? { median: medianMeans, list: listMeans } : null
}

function meansOf({ points }: Series): { before: number; after: number } | null {
  const last = points.at(-1)?.period
  if (last === undefined) return null
  const recent = periodRange(addPeriods(last, 1 - monthsAveraged), last)
  const values = new Map(points.map(({ period, value }) => [period, value]))
  const after = meanOver(values, recent)
  const before = meanOver(values, recent.map(yearBefore))
  return after === null || before === null ? null : { before, after }
}

function meanOver(values: ReadonlyMap<string, number | null>, periods: readonly string[]): number | null {
  const present = periods.map((period) => values.get(period) ?? null).filter((value) => value !== null)
  if (present.length < fewestFigures) return null
  return present.reduce((sum, value) => sum + value, 0) / present.length
}

/** The paradox in words: what moved, and why both can be true at once. */
export function paradoxInWords(
  { median, list }: WaitParadox,
  measures: { median: Measured; list: Measured },
): string {
  return [
    `Over the last six months the median of completed waits was ${formatValueInWords(measures.median, median.after)} on average, ${formatDifference(measures.median, median.after - median.before)} longer than in the same months a year before,`,
    `while the list was ${formatValueInWords(measures.list, list.after)} on average, ${formatDifference(measures.list, list.after - list.before)} fewer.`,
    'Both can be true at once: a median of completed waits counts only those whose wait has ended, and it rises when those who have waited longest are started first.',
    'Read it with the list, and with how long those on it have waited.',
  ].join(' ')
}
