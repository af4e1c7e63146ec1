import type { Figure } from '../domain/figures/figure.ts'
import { borough, comparatorDimension, isCompound, type KpiDefinition } from '../domain/measures/measure.ts'
import { problemAt, type Report } from './problem.ts'

/** Differences under this share of the last place are binary noise. */
const noise = 1e-6

/** What a breakdown adds up to so far; null once a part of it is not there. */
type Sum = Pick<Figure, 'value' | 'numerator' | 'denominator'>

interface Period {
  whole: Sum | null
  parts: Map<string, Sum>
  /** what rows of totals say, by what they add up */
  totals: Map<string, Sum>
}

/**
 * Sets the figures of each measure against their breakdowns in every period of a load, where the measure's rule of
 * aggregation lets its parts be combined (S, P and W). Sums are held, not figures.
 */
export function createReconciler(kpis: ReadonlyMap<string, KpiDefinition>) {
  const measures = new Map<string, Map<string, Period>>()

  function periodOf({ kpi, period, dimension }: Figure): Period | null {
    const aggregation = kpis.get(kpi)?.aggregation
    if (aggregation !== 'S' && aggregation !== 'P' && aggregation !== 'W') return null
    if (dimension === comparatorDimension || isCompound(dimension)) return null
    const periods = measures.get(kpi) ?? new Map<string, Period>()
    measures.set(kpi, periods)
    const held = periods.get(period) ?? { whole: null, parts: new Map(), totals: new Map() }
    periods.set(period, held)
    return held
  }

  function take(figure: Figure) {
    const { dimension } = figure
    const held = periodOf(figure)
    if (!held) return
    if (dimension === borough.dimension) held.whole = figure
    else held.parts.set(dimension, add(held.parts.get(dimension), figure))
  }

  function takeTotal(whole: Figure, dimension: string) {
    periodOf(whole)?.totals.set(dimension, whole)
  }

  /** A breakdown that does not add up is odd, not wrong: a case may be counted in several groups. */
  function reportDifferences(report: Report) {
    for (const [id, periods] of measures) {
      const kpi = kpis.get(id)
      if (kpi) reportMeasure(kpi, periods, report)
    }
  }

  return { take, takeTotal, reportDifferences }
}

/** Every period that does not add up, told once for each breakdown: the latest of them in full. */
function reportMeasure(kpi: KpiDefinition, periods: ReadonlyMap<string, Period>, report: Report) {
  const found = new Map<string, { period: string; difference: string }[]>()
  for (const [period, { whole, parts, totals }] of [...periods].toSorted(([a], [b]) => (a < b ? 1 : -1))) {
    for (const [dimension, together] of parts) {
      // what a definition says of its breakdowns is held against them elsewhere (watchAddingUp)
      const isSaid = kpi.addsUp !== undefined
      if (isSaid && !kpi.addsUp?.includes(dimension)) continue
      const total = totals.get(dimension)
      const difference =
        (whole && !isSaid && compare(kpi, together, whole)) ||
        (total && compare(kpi, together, total, 'its row of totals says'))
      if (difference) found.set(dimension, [...(found.get(dimension) ?? []), { period, difference }])
    }
  }
  for (const [dimension, [latest, ...earlier]] of found) {
    if (!latest) continue
    report(
      problemAt({ file: 'load', line: 0, column: 0 }).notice(
        `${kpi.id} by ${dimension} in ${latest.period}: ${latest.difference}${alsoIn(earlier)}`,
        'look whether a group is missing, or whether one case is counted in several',
      ),
    )
  }
}

/** Periods that are named one by one beside the latest. */
const mostNamed = 3

function alsoIn(earlier: readonly { period: string }[]): string {
  if (earlier.length === 0) return ''
  const named = earlier.slice(0, mostNamed).map(({ period }) => period)
  const more = earlier.length - named.length
  return `; nor do they in ${named.join(', ')}${more > 0 ? ` and ${more} earlier periods` : ''}`
}

function add(before: Sum | undefined, part: Sum): Sum {
  if (!before) return { value: part.value, numerator: part.numerator, denominator: part.denominator }
  const sum = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one + other
  return {
    value: sum(before.value, part.value),
    numerator: sum(before.numerator, part.numerator),
    denominator: sum(before.denominator, part.denominator),
  }
}

/** What differs, in words; null where the parts make the whole or may not be combined. */
function compare(
  kpi: KpiDefinition,
  together: Sum,
  whole: Sum,
  named = "the borough's figure is",
): string | null {
  if (kpi.aggregation !== 'W') {
    return isSame(together.value, whole.value)
      ? null
      : `the parts add up to ${together.value}, ${named} ${whole.value}`
  }
  const { numerator, denominator } = together
  return isSame(numerator, whole.numerator) && isSame(denominator, whole.denominator)
    ? null
    : `the parts' counts are ${numerator} of ${denominator}, the borough's are ${whole.numerator} of ${whole.denominator}`
}

function isSame(one: number | null, other: number | null): boolean {
  // a share whose counts the borough did not give cannot be compared, nor parts of which one is not there
  if (one === null || other === null) return true
  return Math.abs(one - other) <= noise * Math.max(1, Math.abs(one), Math.abs(other))
}
