import type { ImprovementDirection } from '../spc/judgement.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import { arithmeticDust, type Forecast, type JointForecast } from './forecast.ts'
import { simulatePaths } from './simulate-paths.ts'

/** What meets a target: values from the one to the other, both included; null on a side that is open. */
export interface Goal {
  lower: number | null
  upper: number | null
}

/** Chances, 0 to 1, one for each period ahead: the first is that of the period after the last row. */
export interface ChancesAhead {
  /** of meeting it in that period */
  metIn: number[]
  /** of meeting it in any period up to that one */
  metBy: number[]
  /** of having kept it, by the end of that period, for so many periods in a row */
  keptBy: number[]
  /** of meeting it in every period up to the end of that one */
  staysBy: number[]
}

/** The values that meet a one-sided target. */
export function goalOf(target: number, improvement: Exclude<ImprovementDirection, 'neutral'>): Goal {
  return improvement === 'increase' ? { lower: target, upper: null } : { lower: null, upper: target }
}

/**
 * The chances of events that must not be mixed: that a goal is met in a period, that it is met in any period by then,
 * that it has been kept by then for `sustain` periods in a row, and that it is met in every period until then. All are counted on the same simulated paths,
 * so that none is ever told as less likely than one that implies it. A run under way counts: it is `run` periods long.
 *
 * @example a level series, target one standard deviation away: met in about one month of six, in some month of the
 * coming 18 almost surely, and kept for three months running only by luck
 */
export function chancesAhead(
  { joint }: Pick<Forecast, 'joint'>,
  goal: Goal,
  sustain: number,
  run: number,
): ChancesAhead {
  const [lowest, highest] = endsOnScale(joint, goal)
  const count = joint.seasonal.length
  const metIn = new Array<number>(count).fill(0)
  const firstMet = new Array<number>(count).fill(0)
  const firstKept = new Array<number>(count).fill(0)
  const firstMissed = new Array<number>(count).fill(0)
  const { count: paths, steps, values } = simulatePaths(joint)
  for (let path = 0; path < paths; path += 1) {
    let length = run
    let isMet = false
    let isKept = false
    let isMissed = false
    for (let step = 0; step < steps; step += 1) {
      const value = values[path * steps + step] ?? 0
      if (value < lowest || value > highest) {
        length = 0
        if (!isMissed) firstMissed[step] = (firstMissed[step] ?? 0) + 1
        isMissed = true
        continue
      }
      length += 1
      metIn[step] = (metIn[step] ?? 0) + 1
      if (!isMet) firstMet[step] = (firstMet[step] ?? 0) + 1
      isMet = true
      if (length < sustain || isKept) continue
      firstKept[step] = (firstKept[step] ?? 0) + 1
      isKept = true
    }
  }
  return {
    metIn: metIn.map((met) => met / paths),
    metBy: summedUp(firstMet).map((met) => met / paths),
    keptBy: summedUp(firstKept).map((kept) => kept / paths),
    staysBy: summedUp(firstMissed).map((missed) => 1 - missed / paths),
  }
}

/**
 * How many values in a row, up to the last, meet a goal. One that is missing ends the run.
 * @example 80 or more: 81, 79, 82, 80 → 2
 */
export function runUnderWay(values: readonly Observation[], goal: Goal): number {
  const lastMiss = values.findLastIndex((value) => !isPresent(value) || !meetsGoal(value, goal))
  return values.length - 1 - lastMiss
}

/** How many of the last values meet a goal. */
export function countMeeting(values: readonly Observation[], goal: Goal, last: number): number {
  return values.slice(-last).filter((value) => isPresent(value) && meetsGoal(value, goal)).length
}

/** Beside what arithmetic leaves behind. */
export function meetsGoal(value: number, { lower, upper }: Goal): boolean {
  const dust = arithmeticDust(value)
  return (lower === null || value >= lower - dust) && (upper === null || value <= upper + dust)
}

/**
 * What every value meets has no end; what none can meet lies beyond every path. A figure that is a whole number stands
 * for all that lies nearest to it: 3 or fewer is met by what is drawn below three and a half. So does all or none of a
 * few cases: of twenty, 100% is met by what is drawn beyond half the way from 95%.
 */
function endsOnScale(joint: JointForecast, { lower, upper }: Goal): [number, number] {
  const { scale, bounds, isWhole, nextToBounds } = joint
  const isAtFloor = lower !== null && bounds.lower !== null && lower <= bounds.lower
  const isAtCeiling = upper !== null && bounds.upper !== null && upper >= bounds.upper
  const isAbove = lower !== null && bounds.upper !== null && lower > bounds.upper
  const isBelow = upper !== null && bounds.lower !== null && upper < bounds.lower
  const halfWay = (bound: number, next: number) => (scale.toScale(bound) + scale.toScale(next)) / 2
  const leastOf = (from: number) =>
    from === bounds.upper && nextToBounds.upper !== null
      ? halfWay(from, nextToBounds.upper)
      : scale.toScale(isWhole ? Math.ceil(from) - 0.5 : from)
  const mostOf = (to: number) =>
    to === bounds.lower && nextToBounds.lower !== null
      ? halfWay(to, nextToBounds.lower)
      : scale.toScale(isWhole ? Math.floor(to) + 0.5 : to)
  const lowest = lower === null || isAtFloor ? -Infinity : isAbove ? Infinity : leastOf(lower)
  const highest = upper === null || isAtCeiling ? Infinity : isBelow ? -Infinity : mostOf(upper)
  return [lowest - dustAt(lowest), highest + dustAt(highest)]
}

/** The last bits of arithmetic must not decide whether a constant series meets its target. */
function dustAt(end: number): number {
  return Number.isFinite(end) ? arithmeticDust(end) : 0
}

function summedUp(counts: readonly number[]): number[] {
  let sum = 0
  return counts.map((count) => {
    sum += count
    return sum
  })
}
