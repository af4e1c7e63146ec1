import type { TestedSeries } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../domain/editions/holdings.ts'
import { isCategoryDimension, isCompound } from '../../domain/measures/measure.ts'

/** The measures of this page, by the ids of the dictionary. */
export const typeMeasure = 'sg-type'
export const locationMeasure = 'sg-location'
/** what comes in, what becomes of it, and what is not finished */
export const relatedMeasures = ['sg-concerns', 'sg-conversion', 'sg-open-90'] as const

export interface Theme {
  kpi: DescribedKpi
  /** the categories: types of abuse, or locations */
  dimension: Dimension
  /** the same by town, where this audience's set holds it */
  byTown: Dimension | null
}

/** A measure with its categories; null where the edition holds none. */
export function findTheme(kpis: readonly DescribedKpi[], id: string): Theme | null {
  const kpi = kpis.find((one) => one.id === id)
  const dimension = kpi?.dimensions.find((one) => isCategoryDimension(one.id))
  if (!kpi || !dimension) return null
  const byTown = kpi.dimensions.find((one) => one.id === `${dimension.id}+town`) ?? null
  return { kpi, dimension, byTown }
}

/** Flagged series of one measure, in the order of their rank. */
export function flaggedOf(signals: readonly TestedSeries[], kpi: string): TestedSeries[] {
  return signals.filter((signal) => signal.kpi === kpi && signal.flagged && signal.change !== null)
}

const between = ' \u00b7 '

/** Both parts of a member of two dimensions at once. @example 'Self-neglect · Southall' → Self-neglect, Southall */
export function partsOf(memberOrLabel: string): { category: string; town: string } {
  const [category = memberOrLabel, ...town] = memberOrLabel.split(between)
  return { category, town: town.join(between) }
}

/** The category that a flagged series belongs to: itself, or the first part of a series in one town. */
export function categoryOf({ dimension, member }: Pick<TestedSeries, 'dimension' | 'member'>): string {
  return isCompound(dimension) ? partsOf(member).category : member
}
