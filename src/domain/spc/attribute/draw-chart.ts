import { cutSegments } from '../control-chart.ts'
import type { XmrOptions } from '../limits.ts'
import { isPresent, type Observation } from '../observation.ts'
import type { ChartKind } from './chart-kinds.ts'
import { type ChartRows, chartRows, type FitSegment, type RowBand } from './chart-rows.ts'
import { fitG, fitT } from './fit-between-events.ts'
import { fitC } from './fit-counts.ts'
import { fitP, fitPPrime, fitU, fitUPrime } from './fit-rates.ts'
import { fitRun, fitSingles } from './fit-single-figures.ts'
import { type Runs, readRuns } from './read-runs.ts'

export interface ChartInput extends ChartRows {
  /** positions at which a new segment starts */
  rebaseAt: readonly number[]
  /** set centre and limits from the first so many rows of each segment, missing ones counted */
  fixAfterNPoints: number | null
}

export interface DrawnChart {
  kind: ChartKind
  /** one for each row: what is plotted, shares and rates as rates of 1 */
  y: Observation[]
  bands: RowBand[]
  outside: boolean[]
  segments: { start: number; end: number; runs: Runs }[]
}

/**
 * One chart of a series. Every segment has centre, limits and runs of its own, and nothing crosses a cut, as in
 * spc.md, sections 3 and 4. Agrees with R's qicharts2 0.8.1 (tests/golden/attribute-charts.test.ts).
 */
export function drawChart(kind: ChartKind, input: ChartInput, options: XmrOptions): DrawnChart {
  const rows = chartRows(input)
  const bandsOf = fitOf(kind, options)
  const segments = cutSegments(rows.length, input.rebaseAt)
  const bands = segments.flatMap(({ start, end }) => {
    const baselineEnd = Math.min(end, start + (input.fixAfterNPoints ?? end))
    return bandsOf(rows.slice(start, end), rows.slice(start, baselineEnd))
  })
  const y = rows.map((row) => row.y)
  const centres = bands.map(({ centre }) => centre)
  return {
    kind,
    y,
    bands,
    outside: y.map((value, row) => isBeyond(value, bands[row])),
    segments: segments.map(({ start, end }) => ({
      start,
      end,
      runs: readRuns(y.slice(start, end), centres.slice(start, end)),
    })),
  }
}

function fitOf(kind: ChartKind, options: XmrOptions): FitSegment {
  switch (kind) {
    case 'xmr':
      return fitSingles(options)
    case 'run':
      return fitRun
    case 'p':
      return fitP
    case 'p-prime':
      return fitPPrime
    case 'u':
      return fitU
    case 'u-prime':
      return fitUPrime
    case 'c':
      return fitC
    case 'g':
      return fitG
    case 't':
      return fitT
  }
}

/** Strictly beyond a limit: on the limit is inside. */
function isBeyond(value: Observation, band: RowBand | undefined): boolean {
  if (!isPresent(value) || !band || band.lower === null || band.upper === null) return false
  return value > band.upper || value < band.lower
}
