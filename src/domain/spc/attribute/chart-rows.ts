import { isPresent, type Observation } from '../observation.ts'

/** Events, and what they are out of; a denominator is null in every row where the chart has none. */
export interface ChartRows {
  /** in date order */
  values: readonly Observation[]
  denominators: readonly Observation[] | null
}

/** One row of a segment: what is plotted, from how large a base. */
export interface ChartRow {
  /** the figure, or a rate of 1; null where it is missing or out of none */
  y: Observation
  events: number
  /** 1 where the chart has no denominators */
  size: number
}

/**
 * Rows as they are plotted. A row that lacks its figure or its denominator, or whose denominator is zero, is
 * missing: a share of nobody is no share, and not zero.
 *
 * @example 3 of 12, 0 of 0 → 0.25, missing
 */
export function chartRows({ values, denominators }: ChartRows): ChartRow[] {
  return values.map((value, row) => {
    const size = denominators === null ? 1 : denominators[row]
    if (!isPresent(value) || !isPresent(size) || size <= 0) return { y: null, events: 0, size: 0 }
    return { y: value / size, events: value, size }
  })
}

export function presentRows(rows: readonly ChartRow[]): ChartRow[] {
  return rows.filter(({ y }) => isPresent(y))
}

/** What stands about one row: a centre line, and limits where the chart has them. */
export interface RowBand {
  centre: number | null
  lower: number | null
  upper: number | null
  /** two thirds of the way to each limit, before limits are cut to what can be */
  nearLower: number | null
  nearUpper: number | null
}

export const noBand: RowBand = { centre: null, lower: null, upper: null, nearLower: null, nearUpper: null }

/** Sets the band of every row of a segment from the rows of its baseline. */
export type FitSegment = (rows: readonly ChartRow[], baseline: readonly ChartRow[]) => RowBand[]

/** Limits three standard deviations from the centre, cut to what a figure can be. */
export function bandAround(
  centre: number,
  deviation: number,
  { least, most }: { least: number; most: number },
): RowBand {
  return {
    centre,
    lower: Math.max(least, centre - 3 * deviation),
    upper: Math.min(most, centre + 3 * deviation),
    nearLower: centre - 2 * deviation,
    nearUpper: centre + 2 * deviation,
  }
}
