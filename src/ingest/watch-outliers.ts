import type { Figure } from '../domain/figures/figure.ts'
import { comparatorDimension } from '../domain/measures/measure.ts'
import { medianOf } from '../domain/statistics/centre.ts'
import { problemAt, type Report, wholeRow } from './problem.ts'
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

/** Cases below which a share or a median says little by itself. */
const fewCases = 20

/** A present value of a series. */
export type Point = Pick<Figure, 'period'> & { value: number }

interface PlacedPoint extends Point {
  file: string
  line: number
}

/** Points of a series side by side: of millions, an object each would take three times the memory. */
interface HeldPoints {
  periods: string[]
  values: number[]
  lines: number[]
  files: string[]
}

const noPoints = (): HeldPoints => ({ periods: [], values: [], lines: [], files: [] })

function placed({ periods, values, lines, files }: HeldPoints): PlacedPoint[] {
  return periods.map((period, at) => ({
    period,
    value: values[at] ?? 0,
    file: files[at] ?? '',
    line: lines[at] ?? 0,
  }))
}

/**
 * Watches every series of a load for a figure that a slip of the keys explains better than the world does: one that
 * is many times the middle value of its series, or a small part of it, far beyond how the others scatter, and far
 * from its neighbours in time. Sizes are compared as ratios. A figure of nothing is asked about after a level alone.
 *
 * @example 30, 32, 29, 31, 9000, 28, 33, 31, 29 → 9000 is 290 times the middle value
 */
export function watchOutliers() {
  const series = new Map<string, { kpi: string; points: HeldPoints; nothings: HeldPoints }>()
  // each row brings a text of its own for the month that all of them name
  const periods = new Map<string, string>()
  return {
    take({ kpi, dimension, member, period, value, denominator, n }: Figure, file: string, line: number) {
      // figures of other places are theirs to check
      if (value === null || value < 0 || dimension === comparatorDimension) return
      // what rests on a few cases jumps by itself
      if ((denominator ?? n ?? fewCases) < fewCases) return
      const key = seriesKey({ kpi, dimension, member })
      const known = series.get(key) ?? { kpi, points: noPoints(), nothings: noPoints() }
      series.set(key, known)
      // ratios to nothing say nothing
      const own = value === 0 ? known.nothings : known.points
      const shared = periods.get(period) ?? period
      periods.set(shared, shared)
      own.periods.push(shared)
      own.values.push(value)
      own.lines.push(line)
      own.files.push(file)
    },
    /** figures of the load that lie far out, beside those that stand */
    report(report: Report, stoodOf: (kpi: string, key: string) => readonly StoodPoint[] = () => []) {
      for (const [key, { kpi, ...held }] of series) {
        const [points, nothings] = [placed(held.points), placed(held.nothings)]
        const all = stoodOf(kpi, key).flatMap(({ period, value }) =>
          value === null ? [] : [{ period, value }],
        )
        const stood = all.filter(({ value }) => value > 0)
        for (const { file, line, message } of findDoubtful(points, stood)) {
          report(problemAt({ file, line, column: wholeRow }).asked(`${message}: check it`, remedy))
        }
        for (const { file, line } of stood.length >= leastFigures ? findEnded(nothings, points, all) : []) {
          report(problemAt({ file, line, column: wholeRow }).asked(nothingAfterLevel, remedyOfNothing))
        }
      }
    },
  }
}

/** A figure that stands, which may be missing. */
type StoodPoint = Pick<Figure, 'period' | 'value'>

const remedy = 'correct it, or publish it with a reason that says why it is right'

const nothingAfterLevel =
  'the figure is 0, and this series had a level until then: is it nothing, or was it not counted?'
const remedyOfNothing =
  'leave the cell empty or say [x] where it was not counted; if it is nothing, publish it with a reason'

/**
 * Figures of nothing that follow a level: a list that runs out does so by steps, and one that was lost does not. The
 * first load of a series is all history, and has none of its own.
 */
function findEnded(
  nothings: readonly PlacedPoint[],
  points: readonly PlacedPoint[],
  stood: readonly Point[],
): PlacedPoint[] {
  const isGiven = new Set([...nothings, ...points].map(({ period }) => period))
  const asStood = new Map(stood.map(({ period, value }) => [period, value]))
  const inTime = inOrder<Point | PlacedPoint>([
    ...nothings,
    ...points,
    ...stood.filter(({ period }) => !isGiven.has(period)),
  ])
  return inTime.flatMap((point, index) => {
    if (!('line' in point) || point.value !== 0 || asStood.get(point.period) === 0) return []
    const before = inTime.slice(Math.max(0, index - leastFigures), index).map(({ value }) => value)
    const middle = medianOf(before)
    const isLevel =
      before.length === leastFigures &&
      middle >= 2 * leastMiddle &&
      before.every((value) => value > middle / 2 && value < 2 * middle)
    return isLevel ? [point] : []
  })
}

/** The figures of a load that are asked about, each once, by the plainest of the reasons there are. */
function findDoubtful(points: readonly PlacedPoint[], stood: readonly Point[]) {
  const isNew = new Set(points.map(({ period }) => period))
  const before = stood.filter(({ period }) => !isNew.has(period))
  const asStood = new Map(stood.map(({ period, value }) => [period, value]))
  const years = points.length < leastFigures ? before.slice(-mostHistory) : []
  const doubts = new Map<PlacedPoint, string>()
  const doubt = (point: Point | PlacedPoint, message: string) => {
    // what stands as it is given was looked at when it was published
    if ('line' in point && asStood.get(point.period) !== point.value && !doubts.has(point))
      doubts.set(point, message)
  }
  for (const { point, ratio } of findFarFigures<Point | PlacedPoint>([...points, ...years])) {
    const said = sayNumber(point.value, 'the figure')
    doubt(
      point,
      ratio > 1
        ? `${said} is ${Math.round(ratio)} times the middle value of this series`
        : `the middle value of this series is ${Math.round(1 / ratio)} times ${said}`,
    )
  }
  const inTime = inOrder<Point | PlacedPoint>([...points, ...before])
  inTime.forEach((point, index) => {
    const history = inTime.slice(Math.max(0, index - mostHistory), index)
    const times = findShiftedPoint(point, history)
    const said = sayNumber(point.value, 'the figure')
    if (times !== null)
      doubt(point, `${said} is about ${times} of what this series was: a decimal point, or another scale?`)
    // the first load of a series is all history, and has none of its own
    else if (stood.length >= leastFigures && isLeap(point, history))
      doubt(point, `${said} is further from the figure before than this series ever moves`)
  })
  return [...doubts].map(([{ file, line }, message]) => ({ file, line, message }))
}

function inOrder<One extends Point>(points: readonly One[]): One[] {
  return points.toSorted((a, b) => (a.period < b.period ? -1 : 1))
}

/** Figures that a new one is set against: three years of months. */
const mostHistory = 36
/** Figures that show a level. */
const leastLevel = 4
const shifts = [
  [10, '10 times'],
  [100, '100 times'],
  [1 / 10, 'a tenth'],
  [1 / 100, 'a hundredth'],
  // as when a report begins to show thousands
  [1000, '1,000 times'],
  [1 / 1000, 'a thousandth'],
] as const
/** How near to ten, a hundred or a thousand times: a series scatters by a fifth of its level. */
const nearShift = 1.2
/** From here on a handful is no quiet month. */
const thousands = 1000

/** Whether a figure is the level before it with its point moved. @example 60, 62, 58, 61 then 0.61 → a hundredth */
function findShiftedPoint({ value }: Point, history: readonly Point[]): string | null {
  const level = history.slice(-6).map((point) => point.value)
  if (level.length < leastLevel) return null
  const middle = medianOf(level)
  // a handful where there were dozens is a quiet month
  const isHandful = value < 4 * leastMiddle && value < middle && Number.isInteger(value)
  if (middle < leastMiddle || (isHandful && middle < thousands)) return null
  // a level scatters little: what grows tenfold in months has none
  if (level.some((one) => Math.abs(Math.log(one / middle)) > Math.log(2))) return null
  const found = shifts.find(([times]) => Math.abs(Math.log(value / (middle * times))) < Math.log(nearShift))
  return found?.[1] ?? null
}

/** A move of so many times the usual one. */
const farMoves = 8
/** … and of so large a share of the figure before: a flat series moves by next to nothing. */
const leastMove = 0.5

/**
 * Whether a figure is further from the one before it than eight usual moves, and from the middle of its history too.
 *
 * @example 400, 410, 402, 396, 405, 399, 404, 401 moves by 6: 800 → true; 430 → false (less than half)
 */
function isLeap({ value }: Point, history: readonly Point[]): boolean {
  const previous = history.at(-1)
  if (history.length < leastFigures || !previous) return false
  const values = history.map((point) => point.value)
  const middle = medianOf(values)
  if (Math.max(middle, value) < 2 * leastMiddle) return false
  const usual = medianOf(values.slice(1).map((one, index) => Math.abs(one - (values[index] ?? one))))
  const isFar = (from: number) =>
    Math.abs(value - from) > farMoves * usual && Math.abs(value - from) >= leastMove * Math.max(from, value)
  return isFar(previous.value) && isFar(middle)
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
