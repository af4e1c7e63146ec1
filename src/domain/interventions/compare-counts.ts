import { type CountRegression, fitCounts } from '../statistics/count-regression.ts'
import { reachOfT } from '../statistics/t-reach.ts'
import { likenessOfResiduals } from './alike-residuals.ts'

/** Counts needed on either side: of few a month, a year says too little. */
export const fewestCounts = 15
/** A line of its own on either side takes two years of each: of fewer few counts, it is led by the odd one. */
const fewestForLines = 24
/** Where a side has fewer than this a period on average, straight lines reach below nought. */
export const fewAPeriod = 10
/** Chance hides how alike the means of few counts are: from half on, nothing is told from wandering. */
const mayWanderFrom = 0.5

/** How many times as many, with an interval that lies above nought. */
export interface RatioEffect {
  /** 0.36: 64% fewer; 0: none at all; null where there were none before, of which nothing is a multiple */
  size: number | null
  /** how often an interval made like this one holds the truth, 0 to 1 */
  confidence: number
  lower: number
  /** null where there is no end to it, since there were none before */
  upper: number | null
  /** whether the interval excludes no change */
  isClaimed: boolean
}

/** Which way a claimed change goes: 1 more, −1 fewer, 0 where none is claimed. */
export function wayOfRatio({ lower, isClaimed }: RatioEffect): -1 | 0 | 1 {
  if (!isClaimed) return 0
  return lower > 1 ? 1 : -1
}

/** All events of a side, and the periods that they came in. */
export interface Tally {
  events: number
  periods: number
}

export interface CountedChange {
  kind: 'counted'
  /** the counts from the period on, as a multiple of what the line before leads to */
  level: RatioEffect
  /** what the growth from one period to the next is multiplied by; null where that is not asked */
  slope: RatioEffect | null
  /** what each period was multiplied by before; null where a side has none */
  growthBefore: number | null
  before: Tally
  after: Tally
}

interface Asked {
  confidence: number
  periodsInYear: number
  /** which way the amounts that straight lines gain or lose are claimed to have changed, by least squares */
  amountsTurned: -1 | 0 | 1
}

interface Month {
  row: number
  value: number
}

/** Whole numbers of which there are few: under 10 a period on average, on one side or both. */
export function areFewCounts(months: readonly Month[], at: number): boolean {
  const sides = [months.filter(({ row }) => row < at), months.filter(({ row }) => row >= at)].map(tallyOf)
  return (
    months.every(({ value }) => Number.isInteger(value) && value >= 0) &&
    sides.some(({ events, periods }) => events < fewAPeriod * periods)
  )
}

function tallyOf(months: readonly Month[]): Tally {
  return { events: months.reduce((sum, { value }) => sum + value, 0), periods: months.length }
}

/**
 * Few counts before and after, by regression for counts. Two questions, each with an interval of its own: does the
 * growth change (lines of their own on either side, from two years of each on; claimed where straight lines turn the same
 * way, or a steady rise of few counts would be one)? If that is claimed, level and growth are told from those lines;
 * else the level is told beside one line that goes on, which costs less where counts are few. A year's wave (sine and
 * cosine) belongs to every fit of months or quarters, since a season of few counts is seldom plain and hides in the
 * step. Where one side has none at all no regression has an answer: its interval is exact instead. Null where there is
 * none on either side, or nothing converges.
 *
 * @example 3.45 a month in 53 months, 1.25 in 24 → 0.35 times the line before (0.15 to 0.8)
 */
export function compareCounts(
  months: readonly Month[],
  at: number,
  { confidence, periodsInYear, amountsTurned }: Asked,
): CountedChange | null {
  const before = tallyOf(months.filter(({ row }) => row < at))
  const after = tallyOf(months.filter(({ row }) => row >= at))
  if (before.events + after.events === 0) return null
  if (before.events === 0 || after.events === 0) {
    const spread = spreadOf(months.filter(({ row }) => row < at === (after.events === 0)))
    return {
      kind: 'counted',
      level: exactRatio(before, after, spread, confidence),
      slope: null,
      growthBefore: null,
      before,
      after,
    }
  }
  const columnsOf = (row: number) => [1, row - at, row >= at ? 1 : 0, ...waveAt(row, periodsInYear)]
  const line = fitAlike(months, ({ row }) => columnsOf(row))
  const isAsked = Math.min(before.periods, after.periods) >= fewestForLines
  const lines = isAsked ? fitAlike(months, ({ row }) => [...columnsOf(row), Math.max(0, row - at)]) : null
  if (!line) return null
  const slope = lines
    ? onlyIfTurned(ratioOf(lines, lines.coefficients.length - 1, confidence), amountsTurned)
    : null
  const told = lines && slope?.isClaimed ? lines : line
  return {
    kind: 'counted',
    level: ratioOf(told, 2, confidence),
    slope,
    growthBefore: Math.exp(told.coefficients[1] ?? 0),
    before,
    after,
  }
}

/** A straight rise is a growth that slows, and a steady growth a rise that hastens: neither is a change of direction. */
function onlyIfTurned(slope: RatioEffect, amountsTurned: -1 | 0 | 1): RatioEffect {
  return { ...slope, isClaimed: wayOfRatio(slope) === amountsTurned && slope.isClaimed }
}

function waveAt(row: number, periodsInYear: number): number[] {
  if (periodsInYear < 4) return []
  const turn = (2 * Math.PI * row) / periodsInYear
  return [Math.sin(turn), Math.cos(turn)]
}

/** Where neighbours are alike by r, a mean of many varies (1 + r) ÷ (1 − r) times as much. */
function fitAlike(months: readonly Month[], columnsOf: (month: Month) => number[]) {
  const rows = months.map(columnsOf)
  const fit = fitCounts(
    rows,
    months.map(({ value }) => value),
  )
  if (!fit) return null
  const likeness = likenessOfResiduals(fit.residuals, rows[0]?.length ?? 0, mayWanderFrom)
  const wider = Math.sqrt((1 + likeness) / (1 - likeness))
  return { ...fit, standardErrors: fit.standardErrors.map((error) => error * wider) }
}

function ratioOf(
  { coefficients, standardErrors, freedom }: CountRegression,
  column: number,
  confidence: number,
) {
  const size = coefficients[column] ?? 0
  const reach = reachOfT(freedom, 1 - confidence) * (standardErrors[column] ?? 0)
  return asRatio(Math.exp(size), confidence, Math.exp(size - reach), Math.exp(size + reach))
}

function asRatio(size: number | null, confidence: number, lower: number, upper: number | null): RatioEffect {
  return { size, confidence, lower, upper, isClaimed: lower > 1 || (upper !== null && upper < 1) }
}

/** How many times as far as chance counts spread about their mean; never less than once. */
function spreadOf(months: readonly Month[]): number {
  const { events, periods } = tallyOf(months)
  const mean = events / periods
  const squares = months.reduce((sum, { value }) => sum + (value - mean) ** 2, 0)
  return Math.max(1, squares / mean / (periods - 1))
}

/**
 * One side has none of n events, which would be there with a chance of p each if nothing had changed: none of them is
 * there with a chance of (1 − p)^n, so the interval ends where that is half of what may go wrong (Clopper and
 * Pearson 1934). Where counts spread more than chance makes, n is so many times fewer.
 */
function exactRatio(before: Tally, after: Tally, spread: number, confidence: number): RatioEffect {
  const [full, empty] = before.events > 0 ? [before, after] : [after, before]
  const most = 1 - ((1 - confidence) / 2) ** (spread / full.events)
  const ratio = ((most / (1 - most)) * full.periods) / empty.periods
  return before.events > 0 ? asRatio(0, confidence, 0, ratio) : asRatio(null, confidence, 1 / ratio, null)
}
