import type { Aggregation } from '../../measures/measure.ts'
import { carriesOver } from '../../measures/measure.ts'
import type { Frequency } from '../../periods/period.ts'
import { medianOf } from '../../statistics/centre.ts'
import { findFarFigures } from '../far-figures.ts'
import { changesOf, isFullOfGaps, type Observation } from '../observation.ts'
import { fewestCases, fewestPoints, hasFewCases, isMostlyLevel, rareCount } from '../suitability.ts'
import type { ChartKind } from './chart-kinds.ts'
import { type ChartRow, type ChartRows, chartRows, presentRows } from './chart-rows.ts'
import { deviationOfRanges, spreadOfChance } from './mean-range.ts'

/** What is known of the figures of one segment. */
export interface ChartSubject extends ChartRows {
  /** null where it is not said what the figures are */
  aggregation: Aggregation | null
  /** cases behind each median, where known */
  counts: readonly Observation[] | null
  /** figures are multiples of this, where they are rounded */
  roundedTo: number | null
  /** how often they come; left out of months */
  frequency?: Frequency
}

export interface ChosenChart {
  kind: ChartKind
  /** `change`: from each figure to the next, in place of the figures */
  of: 'figure' | 'change'
  because: string
}

/**
 * The chart that suits a series, and why, in words. The first that holds: too few or too broken figures, a median of
 * few cases, or a figure far outside all others (of rare events it is not asked): run chart, which asks nothing of the
 * spread. Shares and rates with denominators: p′ and u′, or p and
 * u where they spread no more than chance makes. Of other quarters or years, fewer than 24: run chart. A list, or the people who receive something: XmR of its change
 * from figure to figure, since most of it is carried over. A flow of counts: c where chance alone moves it, else u′ (of
 * equal populations). Other figures: XmR. Where half of the steps or more are none, run chart. Method:
 * docs/calculations.md#the-chart-of-a-series.
 *
 * @example aggregation S, counts of 3 to 15 → c, 'These are counts that chance alone could move as they do.'
 */
export function chooseChart(subject: ChartSubject): ChosenChart {
  const { aggregation, denominators, roundedTo, frequency = 'month' } = subject
  const rows = chartRows(subject)
  const y = rows.map((row) => row.y)
  const present = presentRows(rows)
  if (present.length < fewestPoints) {
    return figure('run', `There are fewer than ${fewestPoints} figures, too few to set limits from.`)
  }
  if (isFullOfGaps(y)) {
    return figure('run', 'Over a quarter of the figures are missing, so limits would be set by the rest.')
  }
  if (aggregation === 'M' && hasFewCases(subject.counts ?? [])) {
    return figure('run', `Each figure is a median of typically fewer than ${fewestCases} cases.`)
  }
  if (denominators !== null) return chooseForRates(present, y)
  if (aggregation !== null && carriesOver(aggregation)) return chooseForStock(y)
  if (frequency !== 'month' && rows.length < fewestForLimits) {
    return figure(
      'run',
      `There are fewer than ${fewestForLimits} ${frequency}s, and limits need many figures.`,
    )
  }
  if (aggregation === 'S' && roundedTo === null && present.every(isCount)) return chooseForCounts(present, y)
  return chooseForSingles(y, 'figure')
}

/** Of fewer quarters or years neighbours are too alike, and limits too tight, to be judged by limits. */
const fewestForLimits = 24

function figure(kind: ChartKind, because: string): ChosenChart {
  return { kind, of: 'figure', because }
}

function isCount({ events }: { events: number }): boolean {
  return Number.isInteger(events) && events >= 0
}

function chooseForStock(y: readonly Observation[]): ChosenChart {
  return chooseForSingles(changesOf(y), 'change')
}

function chooseForRates(present: readonly ChartRow[], y: readonly Observation[]): ChosenChart {
  const isShare = present.every(({ events, size }) => events <= size)
  const rarer = isShare
    ? Math.min(meanOf(present, eventsOf), meanOf(present, othersOf))
    : meanOf(present, eventsOf)
  if (rarer >= rareCount && hasFarFigure(y)) return figure('run', farFigure)
  const what = isShare ? 'These are shares of known numbers' : 'These are rates of known numbers'
  // limits narrower than chance makes them would call chance a change
  if (spreadBesideChance(present, isShare) <= 1) {
    return figure(
      isShare ? 'p' : 'u',
      `${what}, and go from one to the next no further than chance makes them.`,
    )
  }
  const prime = `${what}; limits allow for their size and for more spread than chance makes.`
  return figure(isShare ? 'p-prime' : 'u-prime', prime)
}

/** σ_z of the prime charts (fit-rates.ts): how many times the spread of chance the figures have. */
function spreadBesideChance(present: readonly ChartRow[], isShare: boolean): number {
  const rate = meanOf(present, eventsOf) / meanOf(present, ({ size }) => size)
  const variance = isShare ? rate * (1 - rate) : rate
  if (!(variance > 0)) return 0
  return (
    deviationOfRanges(present.map(({ y, size }) => ((y ?? rate) - rate) / Math.sqrt(variance / size))) ?? 0
  )
}

function chooseForCounts(present: readonly ChartRow[], y: readonly Observation[]): ChosenChart {
  const isRare = medianOf(present.map(eventsOf)) < rareCount
  if (!isRare && hasFarFigure(y)) return figure('run', farFigure)
  const spread = deviationOfRanges(y)
  if (spread === null || spread <= spreadOfChance * Math.sqrt(meanOf(present, eventsOf))) {
    return figure('c', 'These are counts that chance alone could move as they do.')
  }
  return figure('u-prime', 'These are counts that move by more than chance alone would.')
}

const eventsOf = ({ events }: ChartRow) => events
const othersOf = ({ events, size }: ChartRow) => size - events

function meanOf(rows: readonly ChartRow[], amount: (row: ChartRow) => number): number {
  return rows.reduce((sum, row) => sum + amount(row), 0) / rows.length
}

const farFigure = 'A figure stands far outside all others, and limits would follow it.'

/** Rare events jump by themselves: of them it is not asked. */
function hasFarFigure(y: readonly Observation[]): boolean {
  return findFarFigures(y).length > 0
}

function chooseForSingles(y: readonly Observation[], of: ChosenChart['of']): ChosenChart {
  if (hasFarFigure(y)) return { kind: 'run', of, because: farFigure }
  if (isMostlyLevel(y)) {
    return {
      kind: 'run',
      of,
      because: 'Most figures are the same as the one before, so limits are too tight.',
    }
  }
  return of === 'change'
    ? {
        kind: 'xmr',
        of,
        because: 'Most of each figure is carried over from the one before: its change is judged.',
      }
    : { kind: 'xmr', of, because: 'These are single figures, whose spread is told by their own steps.' }
}
