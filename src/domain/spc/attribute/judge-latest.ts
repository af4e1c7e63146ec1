import { type ImprovementDirection, judgePoint } from '../judgement.ts'
import { isPresent, presentValues } from '../observation.ts'
import type { PointType } from '../point-types.ts'
import { chartRows } from './chart-rows.ts'
import type { ChartSubject, ChosenChart } from './choose-chart.ts'
import type { DrawnChart } from './draw-chart.ts'
import { readFewEvents } from './few-events.ts'
import { medianOf } from './median.ts'
import { becauseOfFew, methodNames, methodOfFew } from './method-names.ts'
import { type LatestSign, type PlottedRow, readLatest } from './read-latest.ts'
import { longestRunByChance } from './read-runs.ts'

/** Runs are read from so many points on (Anhøj and Olesen 2014 have tables from 10, their bounds hold from 8). */
export const fewestForRuns = 8

export type Verdict =
  | {
      kind: 'judged'
      method: string
      because: string
      variation: PointType
      /** row from which the change dates; null where there is none */
      start: number | null
    }
  | { kind: 'not-judged'; reason: string }

/**
 * What the chosen chart says of the latest row of its last segment. With limits: outside, two of three, seven on one
 * side. With a median: a run to the latest row that is longer than chance makes. Where fewer than 5 events are
 * expected a row, limits and sides say little: the latest rows are compared with those before exactly.
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
  if (present.length < fewestForRuns) {
    const have = present.length === 1 ? 'There is 1 figure' : `There are ${present.length} figures`
    return { kind: 'not-judged', reason: `${have} to judge by; change is judged from ${fewestForRuns} on.` }
  }
  const judged = (sign: LatestSign | null, method: string, because: string): Verdict => ({
    kind: 'judged',
    method,
    because,
    variation: judgePoint(sign?.side ?? 0, improvement),
    start: sign === null ? null : start + sign.start,
  })
  const method = methodNames[chosen.kind]
  const named = chosen.of === 'change' ? `${method} of the change from figure to figure` : method
  const few = readFewEvents(chart.kind, chartRows(subject).slice(start))
  if (few.kind === 'few') return judged(few.sign, methodOfFew, becauseOfFew)
  if (new Set(present).size === 1) return judged(null, named, 'Every figure is the same.')
  const rows = y.flatMap((value, row) => {
    const band = chart.bands[start + row]
    return band ? [{ y: value, band }] : []
  })
  if (chart.kind === 'run') {
    const useful = usefulRows(rows)
    if (useful.length * 2 >= present.length) return judged(readRun(rows, useful), named, chosen.because)
    return judgeLevel(judged(null, named, roundingAlone), subject, present)
  }
  if (rows.at(-1)?.band.nearUpper === null) {
    return { kind: 'not-judged', reason: 'Too few figures follow one another to set limits.' }
  }
  return judged(readLatest(rows), named, chosen.because)
}

interface UsefulRow extends PlottedRow {
  position: number
}

/** Rows that lie on one side of the median: those on it, and missing ones, neither count to a run nor break it. */
function usefulRows(rows: readonly PlottedRow[]): UsefulRow[] {
  return rows.flatMap((row, position) =>
    isPresent(row.y) && row.y !== row.band.centre ? [{ ...row, position }] : [],
  )
}

/** A run to the latest row; where that one lies on the median itself it is no sign of change. */
function readRun(rows: readonly PlottedRow[], useful: readonly UsefulRow[]): LatestSign | null {
  if (useful.at(-1)?.position !== rows.length - 1) return null
  const sign = readLatest(useful, longestRunByChance(useful.length) + 1)
  return sign && { side: sign.side, start: useful[sign.start]?.position ?? 0 }
}

const roundingAlone = 'Most figures are the same, and rounding alone could make the latest one differ.'

/** Where most figures lie on the median, runs cannot be read. A difference that rounding can make is none. */
function judgeLevel(common: Verdict, { roundedTo }: ChartSubject, present: readonly number[]): Verdict {
  const centre = medianOf(present) ?? 0
  const latest = present.at(-1) ?? 0
  if (roundedTo !== null && Math.abs(latest - centre) <= roundedTo) return common
  return {
    kind: 'not-judged',
    reason: 'Most figures are the same, so runs about their median cannot be read.',
  }
}
