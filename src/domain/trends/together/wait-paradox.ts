import { breakBetween, type DefinitionBreak } from '../../figures/comparability.ts'
import type { Series } from '../../figures/figure.ts'
import { sizeInWords } from '../../findings/comparison-words.ts'
import {
  formatDifference,
  formatValueInWords,
  isLevel,
  type Measured,
  workedOut,
} from '../../measures/format.ts'
import { lowerFirst } from '../../measures/letter-case.ts'
import { addPeriods, periodRange, yearBefore } from '../../periods/period.ts'

/** Months that are averaged, and those of them that must have a figure. */
const monthsAveraged = 6
const fewestFigures = 4
/** Smaller moves than a tenth of where it stood are not told. */
const smallestMove = 0.1

/** What moved apart: averages of the last six months and of the same months a year before. */
export interface WaitParadox {
  median: Moved
  list: Moved
}

export interface Moved {
  before: number
  after: number
}

/**
 * The completed-wait paradox: those who waited longest are started first, so the median of completed waits rises
 * while the list gets shorter. Found where the average of the last six months, against the same months a year
 * before, is at least a tenth higher for the median and at least a tenth lower for the list. Missing months are
 * left out; null where four of six are not there.
 *
 * @example median 56 then 67 days, list 493 then 433 people → found
 */
export function findWaitParadox(
  median: Series,
  list: Series,
  breaks: Record<'median' | 'list', readonly DefinitionBreak[]> = { median: [], list: [] },
): WaitParadox | null {
  const medianMeans = meansOf(median, breaks.median)
  const listMeans = meansOf(list, breaks.list)
  if (!medianMeans || !listMeans) return null
  const hasRisen = medianMeans.after >= medianMeans.before * (1 + smallestMove)
  const hasFallen = listMeans.after <= listMeans.before * (1 - smallestMove)
  return hasRisen && hasFallen ? { median: medianMeans, list: listMeans } : null
}

/**
 * The average of the last six months and of the same months a year before; null where too few have figures, and
 * where what is counted changed between the first of them and the last.
 */
export function meansOf(
  { points }: Pick<Series, 'points'>,
  breaks: readonly DefinitionBreak[] = [],
): Moved | null {
  const last = points.at(-1)?.period
  if (last === undefined) return null
  const first = addPeriods(last, 1 - monthsAveraged)
  if (breakBetween(breaks, yearBefore(first), last)) return null
  const recent = periodRange(first, last)
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

/**
 * The paradox in words: what moved, and why both can be true at once; with those who have waited longest, where
 * their number is known, whichever way it went.
 */
export function paradoxInWords(
  { median, list }: WaitParadox,
  measures: { median: Measured; list: Measured },
  longest: { label: string; moved: Moved } | null,
): string {
  return [
    `Over the last six months the median of completed waits was ${formatValueInWords(workedOut(measures.median), median.after)} on average, ${apart(measures.median, median)} longer than in the same months a year before,`,
    `while the list was ${formatValueInWords(workedOut(measures.list), list.after)} on average, ${apart(measures.list, list)} fewer.`,
    ...(longest ? [longestInWords(longest, measures.list)] : []),
    'Both can be true at once: a median of completed waits counts only those whose wait has ended, and it rises when those who have waited longest are started first.',
    ...(longest ? [] : ['Read it with the list, and with how long those on it have waited.']),
  ].join(' ')
}

/** How far two averages lie apart: a tenth of a small one is less than one. @example 4.2 and 3.7 people → '0.5' */
function apart(measure: Measured, { before, after }: Moved): string {
  const decimals = isLevel(measure, after - before) ? measure.decimals + 1 : measure.decimals
  return sizeInWords({ ...measure, decimals }, after - before)
}

/** @example 'Of those still waiting, 39 had waited over 26 weeks, 57 fewer.' */
function longestInWords({ label, moved }: { label: string; moved: Moved }, list: Measured): string {
  const by = moved.after - moved.before
  const change = isLevel(list, by)
    ? 'about as many as a year before'
    : `${formatDifference(list, by)} ${by > 0 ? 'more' : 'fewer'} than a year before`
  const band = lowerFirst(label)
  return `On average ${formatValueInWords(workedOut(list), moved.after)} of them had waited ${band}, ${change}.`
}
