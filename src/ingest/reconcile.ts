import { type AggregateResult, aggregateFigures } from '../domain/figures/aggregate.ts'
import type { Figure } from '../domain/figures/figure.ts'
import { borough, comparatorDimension, isCompound, type KpiDefinition } from '../domain/measures/measure.ts'
import { problemAt, type Report } from './problem.ts'

/** Differences under this share of the last place are binary noise. */
const noise = 1e-6

/**
 * Sets the latest figures of each measure against their breakdowns, where the measure's rule of aggregation
 * lets its parts be combined (S, P and W). Only one period of a measure is held at a time.
 */
export function createReconciler(kpis: ReadonlyMap<string, KpiDefinition>) {
  const latest = new Map<string, { period: string; figures: Figure[] }>()

  function take(figure: Figure) {
    const held = latest.get(figure.kpi)
    if (!held || figure.period > held.period)
      latest.set(figure.kpi, { period: figure.period, figures: [figure] })
    else if (figure.period === held.period) held.figures.push(figure)
  }

  /** A breakdown that does not add up is odd, not wrong: a case may be counted in several groups. */
  function reportDifferences(report: Report) {
    for (const [id, { period, figures }] of latest) {
      const kpi = kpis.get(id)
      const whole = figures.find(({ dimension }) => dimension === borough.dimension)
      if (!kpi || whole?.value == null) continue
      for (const [dimension, parts] of Map.groupBy(figures, (figure) => figure.dimension)) {
        if (dimension === borough.dimension || dimension === comparatorDimension || isCompound(dimension))
          continue
        const together = aggregateFigures(kpi.aggregation, 'members', parts)
        const difference = compare(kpi, together, whole)
        if (difference) {
          report(
            problemAt({ file: 'load', line: 0, column: 0 }).notice(
              `${id} by ${dimension} in ${period}: ${difference}`,
              'look whether a group is missing, or whether one case is counted in several',
            ),
          )
        }
      }
    }
  }

  return { take, reportDifferences }
}

/** What differs, in words; null where the parts make the whole or may not be combined. */
function compare(kpi: KpiDefinition, together: AggregateResult, whole: Figure): string | null {
  if (together.kind !== 'value') return null
  if (kpi.aggregation !== 'W') {
    return isSame(together.value, whole.value)
      ? null
      : `the parts add up to ${together.value}, the borough's figure is ${whole.value}`
  }
  const { numerator, denominator } = together
  return isSame(numerator, whole.numerator) && isSame(denominator, whole.denominator)
    ? null
    : `the parts' counts are ${numerator} of ${denominator}, the borough's are ${whole.numerator} of ${whole.denominator}`
}

function isSame(one: number | null, other: number | null): boolean {
  // a share whose counts the borough did not give cannot be compared
  if (one === null || other === null) return true
  return Math.abs(one - other) <= noise * Math.max(1, Math.abs(one), Math.abs(other))
}
