import type { Figure } from '../domain/figures/figure.ts'
import { comparatorDimension } from '../domain/measures/measure.ts'
import { medianOf } from '../domain/statistics/centre.ts'
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

/** Beside it, the figures before and after are at least so many times as far away: a list that runs out is no slip. */
const isolatedTimes = 3

/** A present value of a series. */
export type Point = Pick<Figure, 'period'> & { value: number }

interface PlacedPoint extends Point {
  file: string
  line: number
}

/**
 * Watches every series of a load for a figure that a slip of the keys explains better than the world does: one that
 * is many times the middle value of its series, or a small part of it, far beyond how the others scatter, and far
 * from its neighbours in time. Sizes are compared as ratios. A figure of nothing is no slip, and stays unasked.
 *
 * @example 30, 32, 29, 31, 9000, 28, 33, 31, 29 → 9000 is 290 times the middle value
 */
export function watchOutliers() {
  const series = new Map<string, { kpi: string; points: PlacedPoint[] }>()
  return {
    take({ kpi, dimension, member, period, value }: Figure, file: string, line: number) {
      // figures of other places are theirs to check
      if (value === null || value <= 0 || dimension === comparatorDimension) return
      const key = seriesKey({ kpi, dimension, member })
      const known = series.get(key) ?? { kpi, points: [] }
      series.set(key, known)
      known.points.push({ period, value, file, line })
    },
    /** measures of which the load alone has too few figures to know their usual size */
    kpisWithFew: (): string[] => [
      ...new Set(
        [...series.values()].filter(({ points }) => points.length < leastFigures).map(({ kpi }) => kpi),
      ),
    ],
    /** figures of the load that lie far out, beside those that stand (by `seriesKey`) */
    report(report: Report, standing: ReadonlyMap<string, readonly Point[]> = new Map()) {
      for (const [key, { points }] of series) {
        const isNew = new Set(points.map(({ period }) => period))
        const stood = points.length < leastFigures ? (standing.get(key) ?? []) : []
        const all = [...points, ...stood.filter(({ period }) => !isNew.has(period))]
        for (const { point, ratio } of findFarFigures<Point | PlacedPoint>(all)) {
          if (!('line' in point)) continue
          const said = sayNumber(point.value, 'the figure')
          const far =
            ratio > 1
              ? `${said} is ${Math.round(ratio)} times the middle value of this series`
              : `the middle value of this series is ${Math.round(1 / ratio)} times ${said}`
          report(
            problemAt({ file: point.file, line: point.line, column: 1 }).notice(
              `${far}: check it`,
              'nothing, if it is right; else correct it before you publish',
            ),
          )
        }
      }
    },
  }
}

/** The figures of a series that lie far out, with how many times the middle they are. */
export function findFarFigures<One extends Point>(points: readonly One[]): { point: One; ratio: number }[] {
  if (points.length < leastFigures) return []
  const middle = medianOf(points.map(({ value }) => value))
  if (middle < leastMiddle) return []
  const apart = (one: number, other: number) => Math.abs(Math.log(one / other))
  const least = Math.max(
    Math.log(farTimes),
    farSpreads * medianOf(points.map(({ value }) => apart(value, middle))),
  )
  const far = points
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .flatMap((point, index, inTime) => {
      const beside = [inTime[index - 1], inTime[index + 1]].filter((one) => one !== undefined)
      // a handful in a quiet month is none, where half a case cannot be
      const isFew = point.value < leastMiddle && Number.isInteger(point.value)
      const isAlone = beside.every(({ value }) => apart(value, point.value) >= Math.log(isolatedTimes))
      return isAlone && !isFew && apart(point.value, middle) >= least
        ? [{ point, ratio: point.value / middle }]
        : []
    })
  return far.length <= Math.max(1, mostShare * points.length) ? far : []
}
