import type { Aggregation } from '../../measures/measure.ts'
import { findFarFigures } from '../far-figures.ts'
import { isFullOfGaps, isPresent, type Observation, presentValues } from '../observation.ts'
import { carriesOver, fewestCases, fewestPoints, isMostlyLevel } from '../suitability.ts'
import type { ChartKind } from './chart-kinds.ts'
import { type ChartRows, chartRows, presentRows } from './chart-rows.ts'
import { deviationOfRanges, spreadOfChance } from './mean-range.ts'
import { medianOf } from './median.ts'

/** What is known of the figures of one segment. */
export interface ChartSubject extends ChartRows {
  /** null where it is not said what the figures are */
  aggregation: Aggregation | null
  /** cases behind each median, where known */
  counts: readonly Observation[] | null
  /** figures are multiples of this, where they are rounded */
  roundedTo: number | null
}

export interface ChosenChart {
  kind: ChartKind
  /** `change`: from each figure to the next, in place of the figures */
  of: 'figure' | 'change'
  because: string
}

/**
 * The chart that suits a series, and why, in words. The first that holds: too few or too broken figures, a median of
 * few cases, or one figure far outside all others: run chart, which asks nothing of the spread. Shares and rates with
 * denominators: p′ and u′. A list, or the people who receive something: XmR of its change from figure to figure, since
 * most of it is carried over. A flow of counts: c where chance alone moves it, else u′ (of equal populations). Other
 * figures: XmR. Where half of the steps or more are none, run chart. Method: docs/calculations.md#the-chart-of-a-series.
 *
 * @example aggregation S, counts of 3 to 15 → c, 'These are counts that chance alone could move as they do.'
 */
export function chooseChart(subject: ChartSubject): ChosenChart {
  const { aggregation, denominators, roundedTo } = subject
  const rows = chartRows(subject)
  const y = rows.map((row) => row.y)
  const present = presentRows(rows)
  if (present.length < fewestPoints) {
    return figure('run', `There are fewer than ${fewestPoints} figures, too few to set limits from.`)
  }
  if (isFullOfGaps(y)) {
    return figure('run', 'Over a quarter of the figures are missing, so limits would be set by the rest.')
  }
  if (aggregation === 'M' && hasFewCases(subject.counts)) {
    return figure('run', `Each figure is a median of typically fewer than ${fewestCases} cases.`)
  }
  if (denominators !== null && aggregation !== 'M') {
    const isShare = present.every(({ events, size }) => events <= size)
    return isShare
      ? figure(
          'p-prime',
          'These are shares of known numbers; limits allow for their size and for more spread than chance makes.',
        )
      : figure(
          'u-prime',
          'These are rates of known numbers; limits allow for their size and for more spread than chance makes.',
        )
  }
  if (aggregation !== null && carriesOver(aggregation)) return chooseForStock(y)
  if (aggregation === 'S' && roundedTo === null && present.every(isCount)) return chooseForCounts(y)
  return chooseForSingles(y, 'figure')
}

function figure(kind: ChartKind, because: string): ChosenChart {
  return { kind, of: 'figure', because }
}

function hasFewCases(counts: readonly Observation[] | null): boolean {
  const typical = medianOf(presentValues(counts ?? []))
  return typical !== null && typical < fewestCases
}

function isCount({ events }: { events: number }): boolean {
  return Number.isInteger(events) && events >= 0
}

function chooseForStock(y: readonly Observation[]): ChosenChart {
  return chooseForSingles(changesOf(y), 'change')
}

/** Each figure less the one before; missing where either is. */
export function changesOf(y: readonly Observation[]): Observation[] {
  return y.map((value, row) => {
    const before = y[row - 1]
    return isPresent(value) && isPresent(before) ? value - before : null
  })
}

function chooseForCounts(y: readonly Observation[]): ChosenChart {
  const present = presentValues(y)
  const mean = present.reduce((sum, value) => sum + value, 0) / present.length
  const spread = deviationOfRanges(y)
  if (spread === null || spread <= spreadOfChance * Math.sqrt(mean)) {
    return figure('c', 'These are counts that chance alone could move as they do.')
  }
  return figure('u-prime', 'These are counts that move by more than chance alone would.')
}

function chooseForSingles(y: readonly Observation[], of: ChosenChart['of']): ChosenChart {
  if (findFarFigures(y).length > 0) {
    return { kind: 'run', of, because: 'A figure stands far outside all others, and limits would follow it.' }
  }
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
