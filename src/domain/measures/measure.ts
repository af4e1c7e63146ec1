import type { Frequency } from '../periods/period.ts'
import type { CountNouns } from './count-nouns.ts'

export const themes = ['waiting', 'allocations', 'safeguarding', 'direct-payments', 'supporting'] as const
export type Theme = (typeof themes)[number]

export const themeNames: Record<Theme, string> = {
  waiting: 'Waiting times',
  allocations: 'Allocations',
  safeguarding: 'Safeguarding themes',
  'direct-payments': 'Direct payments',
  supporting: 'Supporting',
}

export const units = ['count', 'percent', 'days', 'working-days', 'rate', 'ratio', 'pounds'] as const
export type Unit = (typeof units)[number]

/** What a rate may be per: 34.7 per 1,000. */
export const rateBases = [1000, 10_000, 100_000] as const
export type RateBase = (typeof rateBases)[number]

/** What a rate is per where its definition does not say. */
const usualRateBase: RateBase = 100_000

/** What a rate is per; editions that were published before definitions said it counted per 100,000. */
export function rateBaseOf({ per }: { per?: RateBase | null }): RateBase {
  return per ?? usualRateBase
}

/**
 * How a measure may be combined.
 * S flow: sum over members and periods. P snapshot: sum over members on one date, never over periods.
 * W recomputed from Σ numerator ÷ Σ denominator. M median or percentile: never combined.
 * D distinct people: never combined. X several categories per case: never totalled.
 */
export const aggregations = ['S', 'P', 'W', 'M', 'D', 'X'] as const
export type Aggregation = (typeof aggregations)[number]

/** Which way is better: `up`, `down`, or `neutral` where neither is. */
export const directions = ['up', 'down', 'neutral'] as const
export type Direction = (typeof directions)[number]

/** What disclosure control a measure needs in the protected set (domain/disclosure). */
export const disclosureClasses = ['people', 'staff', 'high', 'none', 'already-published'] as const
export type DisclosureClass = (typeof disclosureClasses)[number]

export interface Target {
  /** the first period that it holds for, as a month */
  from: string
  /** a single value to reach, or null where the target is a band */
  value: number | null
  /** a band, such as 18 to 22; null on a side that is open */
  lower: number | null
  upper: number | null
  /** the date by which it is to be reached, where one was set */
  by: string | null
  setBy: string
}

/** The whole-organisation level. Its one member is `All`. */
export const borough = { dimension: 'borough', member: 'All' } as const

/** Two dimensions at once, such as `type+town`: for officers only, and no category of a measure. */
export function isCompound(dimension: string): boolean {
  return dimension.includes('+')
}

/** Whether a dimension holds categories of a measure: no compound of two, no other places, not the whole. */
export function isCategoryDimension(dimension: string): boolean {
  return dimension !== borough.dimension && dimension !== comparatorDimension && !isCompound(dimension)
}

/** Published figures of other places: outside breakdowns, small multiples and disclosure control. */
export const comparatorDimension = 'comparator'

export interface KpiDefinition extends CountNouns {
  id: string
  name: string
  theme: Theme
  unit: Unit
  aggregation: Aggregation
  direction: Direction
  frequency: Frequency
  decimals: number
  /** of days that the protected set tells coarser: the decimals of the definition; not there where it does not */
  receivedDecimals?: number | undefined
  /** of a rate: what it is per; null for every other unit */
  per: RateBase | null
  /** of a median or percentile: which one, such as 50 or 90; editions from before it was asked for do not say */
  percentile?: number | null | undefined
  /** a change or a variance, whose figures may be below nought; definitions of before it was asked for do not say */
  negative?: boolean | undefined
  /**
   * the dimensions whose members add up to the whole, and no others; where it is not said, that is read from the
   * figures. Of a median, its cases add up
   */
  addsUp?: string[] | undefined
  definition: string
  /** what is counted, in words: 'people waiting', 'assessments started within 28 days' */
  numerator: string | null
  /** what it is a share of, in words; null where nothing is divided */
  denominator: string | null
  owner: string
  /** the service that answers for it, whose lead has its exact figures; none in definitions of before it was asked for */
  service?: string | null | undefined
  source: string
  code: string | null
  sdc: DisclosureClass
  version: number
  /** ISO date from which this version of the definition holds */
  validFrom: string
  /** working day of the following period by which the figure is due; null where none was agreed */
  dueDay: number | null
  /** ordered by `from` */
  targets: readonly Target[]
}

/** Snapshots (and distinct people at a date) are named by the day, not the month. */
export function isSnapshot(aggregation: Aggregation): boolean {
  return aggregation === 'P'
}

/** Most of a list, and of the people who receive something, are those of the month before. */
export function carriesOver(aggregation: Aggregation): boolean {
  return aggregation === 'P' || aggregation === 'D'
}

/** The target that holds at a month, or null before the first one. */
export function targetAt(targets: readonly Target[], month: string): Target | null {
  let current: Target | null = null
  for (const target of targets) if (target.from <= month) current = target
  return current
}

/** Whether a value meets a target, given which way is better; null where the question has no answer. */
export function meetsTarget(value: number, target: Target, direction: Direction): boolean | null {
  if (target.value !== null) {
    if (direction === 'neutral') return null
    return meetsBound(value, target.value, direction === 'up' ? 'increase' : 'decrease')
  }
  if (target.lower === null && target.upper === null) return null
  return (target.lower === null || value >= target.lower) && (target.upper === null || value <= target.upper)
}

/** On the target is met. */
export function meetsBound(value: number, bound: number, goodWay: 'increase' | 'decrease'): boolean {
  return goodWay === 'increase' ? value >= bound : value <= bound
}
