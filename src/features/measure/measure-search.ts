import { oneOf, textThat, words } from '../../domain/addresses/parameter.ts'
import { isPeriod } from '../../domain/periods/period.ts'
import { type AskedRange, rangeChoices } from '../../domain/trends/choose-range.ts'
import type { AskedPart } from '../../domain/trends/parts/choose-breakdown.ts'

export const viewChoices = ['chart', 'table'] as const
export type ViewChoice = (typeof viewChoices)[number]

const periodKey = textThat(isPeriod)
const name = words(1, 120)

/** The page's own part of the address; what is left out falls back to the whole borough, 36 months, chart. */
export const kpiSearchShape = {
  dimension: name,
  member: name,
  from: periodKey,
  to: periodKey,
  range: oneOf(rangeChoices),
  view: oneOf(viewChoices),
  /** a milestone or recorded change, whose before and after is drawn */
  change: name,
  /** the group whose gap to everybody else is drawn */
  gap: name,
  /** what the chart draws, where a link says so: 'limits.forecast' */
  layers: name,
}

export interface KpiSearch extends AskedPart, AskedRange {
  view?: ViewChoice | undefined
  change?: string | undefined
  gap?: string | undefined
  layers?: string | undefined
}
