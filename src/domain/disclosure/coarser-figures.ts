import type { Figure } from '../figures/figure.ts'
import { borough, type KpiDefinition } from '../measures/measure.ts'
import { addPeriods, lastMonthOf, periodContaining } from '../periods/period.ts'
import { needsProtection } from './protect.ts'

/** Months behind one coarser figure: those of a quarter, or the twelve up to the end of a quarter. The finest comes first. */
export const coarserSpans = [3, 12] as const
export type CoarserSpan = (typeof coarserSpans)[number]

/** What of a month goes into a coarser figure. */
export type MonthFigure = Omit<Figure, 'kpi' | 'dimension' | 'member'>

type Coarsened = Pick<KpiDefinition, 'unit' | 'aggregation' | 'frequency' | 'sdc'>

/**
 * Whether months of a measure make a figure of a quarter that means something: counts of what happened, shares of what
 * can be counted, and counts at month ends, which are added up as such. A median of months is no median, and people
 * counted once in a month are counted again in the next.
 */
export function canBeCoarser({ unit, aggregation, frequency, sdc }: Coarsened): boolean {
  if (frequency !== 'month' || !needsProtection({ sdc })) return false
  return unit === 'count'
    ? aggregation === 'S' || aggregation === 'P'
    : unit === 'percent' && aggregation === 'W'
}

/**
 * The figures of each quarter, or of the twelve months to its end, whose months are all held; with quarters as their
 * periods. Without counts: the public is told the share alone.
 *
 * @param cuts days on which what is counted changed: nothing is added up across one
 * @example starts of 12, 9 and 14 in April to June 2025 → 35 in 2025-Q1
 */
export function coarserFigures(
  kpi: Coarsened & { id: string },
  months: ReadonlyMap<string, MonthFigure>,
  span: CoarserSpan,
  cuts: readonly string[] = [],
): Figure[] {
  const quarters = [...new Set([...months.keys()].map((month) => periodContaining('quarter', month)))].sort()
  return quarters.flatMap((quarter) => {
    const parts = monthsBehind(quarter, span).map((month) => months.get(month))
    const [first, last] = [parts[0]?.period, parts.at(-1)?.period]
    if (first === undefined || last === undefined || cuts.some((day) => isBetween(day, first, last)))
      return []
    const sums = sumsOf(kpi, parts)
    if (!sums) return []
    const held = parts.flatMap((part) => part ?? [])
    return [
      {
        kpi: kpi.id,
        ...borough,
        period: quarter,
        ...sums,
        n: null,
        availability: 'present' as const,
        provisional: held.some(({ provisional }) => provisional),
        asAt: held.reduce((latest, { asAt }) => (asAt > latest ? asAt : latest), ''),
      },
    ]
  })
}

/** The months of a quarter, or the twelve up to its end, in order. */
export function monthsBehind(quarter: string, span: CoarserSpan): string[] {
  const last = lastMonthOf(quarter)
  return Array.from({ length: span }, (_, step) => addPeriods(last, step + 1 - span))
}

/** After the first month has begun, and before the last is over. */
function isBetween(day: string, first: string, last: string): boolean {
  return day > `${first}-01` && day.slice(0, 7) <= last
}

type Sums = Pick<Figure, 'value' | 'numerator' | 'denominator'>

function sumsOf({ unit }: Coarsened, parts: readonly (MonthFigure | undefined)[]): Sums | null {
  const sums = { value: 0, numerator: 0, denominator: 0 }
  for (const part of parts) {
    if (part?.availability !== 'present' || part.value === null) return null
    if (unit === 'percent' && (part.numerator === null || part.denominator === null)) return null
    sums.value += part.value
    sums.numerator += part.numerator ?? 0
    sums.denominator += part.denominator ?? 0
  }
  if (unit === 'count') return { value: sums.value, numerator: null, denominator: null }
  if (sums.denominator === 0 || sums.numerator > sums.denominator) return null
  return { ...sums, value: (100 * sums.numerator) / sums.denominator }
}
