import { holdsOfLate } from '../../movement/find-movement.ts'
import { medianOf } from '../../statistics/centre.ts'
import { findFarFigures } from '../far-figures.ts'
import { type ImprovementDirection, judgePoint } from '../judgement.ts'
import { isPresent, type Observation, presentValues } from '../observation.ts'
import type { PointType } from '../point-types.ts'
import { type ChartRow, chartRows } from './chart-rows.ts'
import type { ChartSubject, ChosenChart } from './choose-chart.ts'
import { compareWithBefore } from './compare-with-before.ts'
import type { DrawnChart } from './draw-chart.ts'
import { readFewEvents } from './few-events.ts'
import { judgeStock, rowOfChange } from './judge-stock.ts'
import { becauseOfFew, methodNames, methodOfStock } from './method-names.ts'
import { rankTrend } from './rank-trend.ts'
import { type LatestSign, type PlottedRow, readLatest } from './read-latest.ts'
import { longestRunByChance, readRuns } from './read-runs.ts'

/** Runs, and the latest rows against those before, say nothing of fewer points (Anhøj: from 8 on). */
export const fewestToJudge = 8

export type Verdict =
  | {
      kind: 'judged'
      method: string
      because: string
      variation: PointType
      /** what is seen, and the row from which it dates; null where there is no change */
      sign: LatestSign | null
    }
  | { kind: 'not-judged'; reason: string }

/**
 * What the chosen chart says of the latest row of its last segment. With limits: outside, two of three, seven on one
 * side; with a median: a run to the latest row that is longer than chance makes, or all rows together going one way
 * (rank-trend.ts); and with either the latest rows against those before (compare-with-before.ts), since a change of two standard deviations shows in six rows together
 * long before it shows in one. Where fewer than 5 events are expected a row those are compared exactly instead.
 * Not judged: a latest figure that is missing or far outside all others, and fewer than 8 figures.
 */
export function judgeLatest(
  chart: DrawnChart,
  chosen: ChosenChart,
  subject: ChartSubject,
  improvement: ImprovementDirection,
): Verdict {
  const { start } = chart.segments.at(-1) ?? { start: 0 }
  const y = chart.y.slice(start)
  const present = presentValues(y)
  if (!isPresent(y.at(-1))) return { kind: 'not-judged', reason: 'The latest figure is missing.' }
  if (present.length < fewestToJudge) return tooFew(present.length)
  const rows = chartRows(subject).slice(start)
  const judged = (sign: LatestSign | null, method: string, because: string): Verdict => ({
    kind: 'judged',
    method,
    because,
    variation: judgePoint(sign?.side ?? 0, improvement),
    sign: sign && { ...sign, start: start + sign.start },
  })
  const few = readFewEvents(chart.kind, rows, subject.roundedTo !== null)
  if (few.kind === 'few') return judged(few.sign, few.method, becauseOfFew)
  if (chart.kind === 'run' && findFarFigures(y).includes(y.length - 1)) {
    return {
      kind: 'not-judged',
      reason: 'The latest figure stands far outside all others: confirm it first.',
    }
  }
  const plotted = y.flatMap((value, row) => {
    const band = chart.bands[start + row]
    return band ? [{ y: value, band }] : []
  })
  const isRun = chart.kind === 'run'
  const sign = isRun ? (readRun(plotted) ?? readTrend(plotted)) : readLatest(plotted)
  return judged(
    sign ?? readLevel(rows, chart.bands.at(-1)?.centre ?? 0),
    methodNames[chosen.kind],
    chosen.because,
  )
}

/**
 * A run to the latest row, over the rows that are not on the median; where the latest one lies on it, or most do, a run
 * says nothing.
 */
function readRun(rows: readonly PlottedRow[]): LatestSign | null {
  const useful = rows.flatMap((row, position) =>
    isPresent(row.y) && row.y !== row.band.centre ? [{ ...row, position }] : [],
  )
  const isLatestUseful = useful.at(-1)?.position === rows.length - 1
  if (!isLatestUseful || useful.length * 2 < rows.length) return null
  const sign = readLatest(useful, longestRunByChance(useful.length) + 1)
  return sign && { ...sign, start: useful[sign.start]?.position ?? 0 }
}

/** Standard deviations of a trend that is plain by itself, and of one that too few crossings bear out. */
const plainTrend = { alone: 2.7, withCrossings: 2 } as const

/**
 * All rows together going one way, the latest among them. A series that climbs through crosses its median once and has
 * no run that is too long; fewer crossings than chance makes, with the latest row in the longest run, say the same of a
 * lesser trend. By themselves they do not: where neighbours are alike by 0.5 one series in ten has as few.
 */
function readTrend(rows: readonly PlottedRow[]): LatestSign | null {
  const present = rows.flatMap(({ y }, row) => (isPresent(y) ? [{ y, row }] : []))
  const values = present.map(({ y }) => y)
  const trend = rankTrend(values)
  const side = trend > 0 ? 1 : -1
  const latest = values.at(-1) ?? 0
  if ((latest - medianOf(values)) * side <= 0 || !holdsOfLate(values, side)) return null
  if (Math.abs(trend) >= plainTrend.alone) return { kind: 'climb', side, start: present[0]?.row ?? 0 }
  const start = startOfLastStretch(rows)
  return Math.abs(trend) >= plainTrend.withCrossings && start !== null ? { kind: 'side', side, start } : null
}

/** Where rows cross the centre less often than chance makes them: the first of the last run, if none is longer. */
function startOfLastStretch(rows: readonly PlottedRow[]): number | null {
  const runs = readRuns(
    rows.map(({ y }) => y),
    rows.map(({ band }) => band.centre),
  )
  if (runs.crossingsMin === null || runs.crossings >= runs.crossingsMin) return null
  const useful = rows.flatMap(({ y, band }, row) =>
    isPresent(y) && band.centre !== null && y !== band.centre ? [{ row, isAbove: y > band.centre }] : [],
  )
  const first = useful.findLastIndex(({ isAbove }) => isAbove !== useful.at(-1)?.isAbove) + 1
  return useful.length - first >= runs.longestRun ? (useful[first]?.row ?? null) : null
}

/** The latest rows against those before; figures from small denominators are drawn towards the centre. */
function readLevel(rows: readonly ChartRow[], centre: number): LatestSign | null {
  const present = rows.flatMap(({ y, size }, row) =>
    y === null ? [] : [{ row, value: (y - centre) * Math.sqrt(size) }],
  )
  const change = compareWithBefore(present.map(({ value }) => value))
  if (change === null) return null
  return { kind: 'level', side: change.direction, start: present.at(-change.rows)?.row ?? 0 }
}

/** What is said of a list: the chart shows its changes, and they are judged together (judge-stock.ts). */
export function judgeLatestOfStock(
  values: readonly Observation[],
  start: number,
  because: string,
  improvement: ImprovementDirection,
): Verdict {
  const own = values.slice(start)
  const present = presentValues(own)
  if (!isPresent(own.at(-1))) return { kind: 'not-judged', reason: 'The latest figure is missing.' }
  if (present.length < fewestToJudge) return tooFew(present.length)
  const sign = judgeStock(own)
  return {
    kind: 'judged',
    method: methodOfStock,
    because,
    variation: judgePoint(sign?.direction ?? 0, improvement),
    sign: sign && { kind: 'level', side: sign.direction, start: start + rowOfChange(own, sign.changes) },
  }
}

function tooFew(count: number): Verdict {
  const have = count === 1 ? 'There is 1 figure' : `There are ${count} figures`
  return { kind: 'not-judged', reason: `${have} to judge by; change is judged from ${fewestToJudge} on.` }
}
