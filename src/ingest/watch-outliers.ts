import type { Figure } from '../domain/figures/figure.ts'
import { comparatorDimension } from '../domain/measures/measure.ts'
import { problemAt, type Report } from './problem.ts'
import { sayNumber } from './say-cell.ts'
import { seriesKey } from './standing.ts'

/** Fewer figures than this have no usual size. */
const leastFigures = 8
/** A figure so many times its series' middle value, or so small a part of it, is asked about. */
const farTimes = 10
/** … unless the other figures lie as far apart: so many times their own usual distance from the middle. */
const farSpreads = 8
/** A middle below this is one of small counts, where ten times as many is a busy month. */
const leastMiddle = 5
/** Where more figures than this share of a series lie far out, it has no middle to speak of. */
const mostShare = 0.1

/**
 * Watches every series of a load for a figure that a slip of the keys explains better than the world does: one that
 * is many times the middle value of its series, or a small part of it, and far beyond how the others scatter. Sizes
 * are compared as ratios. A figure of nothing is no slip, and stays unasked.
 *
 * @example 30, 32, 29, 31, 9000, 28, 33, 31, 29 → 9000 is 290 times the middle value
 */
export function watchOutliers() {
  const series = new Map<string, { kpi: string; values: number[]; lines: number[]; files: string[] }>()
  return {
    take({ kpi, dimension, member, value }: Figure, file: string, line: number) {
      // figures of other places are theirs to check
      if (value === null || value <= 0 || dimension === comparatorDimension) return
      const key = seriesKey({ kpi, dimension, member })
      const known = series.get(key) ?? { kpi, values: [], lines: [], files: [] }
      series.set(key, known)
      known.values.push(value)
      known.lines.push(line)
      known.files.push(file)
    },
    /** measures of which the load alone has too few figures to know their usual size */
    kpisWithFew: (): string[] => [
      ...new Set(
        [...series.values()].filter(({ values }) => values.length < leastFigures).map(({ kpi }) => kpi),
      ),
    ],
    /** figures of the load that lie far out, beside those that stand (by `seriesKey`) */
    report(report: Report, standing: ReadonlyMap<string, readonly number[]> = new Map()) {
      for (const [key, { values, lines, files }] of series) {
        const stood = values.length < leastFigures ? (standing.get(key) ?? []) : []
        for (const { index, ratio } of findFarFigures([...values, ...stood])) {
          if (index >= values.length) continue
          const said = sayNumber(values[index] ?? 0, 'the figure')
          const times = ratio > 1 ? `${Math.round(ratio)} times` : `one ${Math.round(1 / ratio)}th of`
          report(
            problemAt({ file: files[index] ?? '', line: lines[index] ?? 0, column: 1 }).notice(
              `${said} is ${times} the middle value of this series: check it`,
              'nothing, if it is right; else correct it before you publish',
            ),
          )
        }
      }
    },
  }
}

/** The figures of a series that lie far out, with how many times the middle they are. */
export function findFarFigures(values: readonly number[]): { index: number; ratio: number }[] {
  if (values.length < leastFigures) return []
  const middle = medianOf(values)
  if (middle < leastMiddle) return []
  const distances = values.map((value) => Math.abs(Math.log(value / middle)))
  const least = Math.max(Math.log(farTimes), farSpreads * medianOf(distances))
  const far = distances.flatMap((distance, index) =>
    distance >= least ? [{ index, ratio: (values[index] ?? middle) / middle }] : [],
  )
  return far.length <= Math.max(1, mostShare * values.length) ? far : []
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2
}
