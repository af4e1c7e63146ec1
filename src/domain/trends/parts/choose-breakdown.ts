import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import type { Dimension } from '../../editions/holdings.ts'
import { borough, comparatorDimension } from '../../measures/measure.ts'

/** The part of a measure that a reader asks for, as written. */
export interface AskedPart {
  dimension?: string | undefined
  member?: string | undefined
}

export interface Breakdown {
  /** the dimensions that can be chosen */
  choices: Dimension[]
  /** shown as small multiples; null where the whole is shown alone */
  dimension: Dimension | null
  /** whose trend is drawn large; null where only the members stand side by side */
  drawn: { dimension: string; member: string; label: string | null } | null
  /** what was asked for and is not held, in words */
  notice: string | null
}

/**
 * What to show of a measure. One of categories (X) opens on its categories and never has a whole; anything else
 * opens on the whole.
 */
export function chooseBreakdown(
  kpi: Pick<DescribedKpi, 'aggregation' | 'dimensions'>,
  search: AskedPart,
): Breakdown {
  const choices = kpi.dimensions.filter(({ id }) => id !== borough.dimension && id !== comparatorDimension)
  const hasWhole = kpi.aggregation !== 'X'
  const asked = search.dimension === borough.dimension ? undefined : search.dimension
  const found = choices.find(({ id }) => id === asked)
  const dimension = found ?? (hasWhole ? null : (choices[0] ?? null))
  const member = dimension?.members.find(({ id }) => id === search.member)
  const notice =
    asked && !found
      ? `This measure is not broken down by "${asked}" in this set.`
      : found && search.member && !member
        ? `There is no "${search.member}" in ${found.label.toLowerCase()}.`
        : null
  const drawn =
    dimension && member
      ? { dimension: dimension.id, member: member.id, label: member.label }
      : hasWhole
        ? { ...borough, label: null }
        : null
  return { choices, dimension, drawn, notice }
}
