import type { DimensionId } from './dimensions.ts'
import type { Levels, Path } from './path.ts'
import type { DemoFrequency } from './timeline.ts'

/** Looks up the borough total of a count. */
type TotalOf = (count: string, index: number) => number

/** A total worked out from others; its members are split anew. */
type Derived = (totalOf: TotalOf, index: number) => number

/** The same people as another count at one of its periods, member by member. */
interface SameAs {
  sameAs: string
  at: (index: number) => number
}

/** People of several counts together, member by member. */
interface SumOf {
  sumOf: readonly string[]
}

/** Shares of members that differ from the usual ones: a share, or levels where it changes over time. */
export type Shares = Readonly<Record<string, number | Levels>>

/**
 * Something counted in whole numbers: a measure, or what measures rest on. Members of its breakdowns
 * always add up to its total.
 */
export interface CountModel {
  id: string
  frequency: DemoFrequency
  /** flows are under-recorded at first; snapshots move a little either way */
  isFlow: boolean
  /** figures of a register or ledger do not change after the month */
  isFinalAtOnce?: boolean
  total: Path | Derived | SameAs | SumOf
  by: readonly DimensionId[]
  shares?: Partial<Record<DimensionId, Shares>>
  /** every member has at least this many, so that a share or median of each exists */
  least?: number
  /** a count that this one is part of, member by member */
  within?: string
  /** members that are counts of their own: high-priority work without a worker is a measure itself */
  members?: Partial<Record<DimensionId, Readonly<Record<string, string>>>>
  /** counted since April: no member falls within a year of so many periods */
  yearOf?: 4 | 12
  /** members keep their shares, as budgets and establishments do */
  isSteady?: boolean
}

/** A measure that is a count. */
interface CountMeasure {
  kind: 'count'
  kpi: string
}

/** A measure that divides one count by another. */
export interface ShareMeasure {
  kind: 'share'
  kpi: string
  by: readonly DimensionId[]
  denominator: string
  /** a count, or the path of the share itself */
  numerator: string | Path
  /** whether the numerator may exceed the denominator, as cases for each worker do */
  mayExceed?: boolean
  /** counts are held in tenths (of a full-time post) and shown in whole ones */
  tenths?: 'denominator' | 'both'
  /** a median of the same cases: above its limit, at most half are within it; else at least half are */
  agreesWith?: { kpi: string; limit: number }
  /** how members differ from the borough, as multiples of its share */
  tilts?: Partial<Record<DimensionId, Readonly<Record<string, number>>>>
  isFinalAtOnce?: boolean
  /** a quarter is provisional as long as one of its months is */
  settlesWithMonths?: boolean
}

/** A measure that is a median or percentile of cases, known level by level. */
export interface MedianMeasure {
  kind: 'median'
  kpi: string
  by: readonly DimensionId[]
  cases: string
  path: Path
  /** smallest step of the value: half a day for medians of few working days */
  step?: number
  /** medians and percentiles of the same cases share their members' habits */
  habit?: string
}

/** A measure of categories, several of which may be recorded for one case. */
export interface CategoryMeasure {
  kind: 'categories'
  kpi: string
  dimension: string
  cases: string
  /** expected share of cases that show the category */
  categories: Readonly<Record<string, Path>>
  /** categories are also known by town, within the cases of each town */
  townShares?: Readonly<Record<string, Shares>>
  /** a quarter is provisional as long as one of its months is */
  settlesWithMonths?: boolean
}

export type MeasureModel = CountMeasure | ShareMeasure | MedianMeasure | CategoryMeasure

/** What a theme of the demonstration brings. */
export interface ThemeModel {
  counts: readonly CountModel[]
  measures: readonly MeasureModel[]
}
