import * as z from 'zod/mini'
import { isPeriod } from '../../domain/periods/period.ts'
import { type AskedRange, rangeChoices } from '../../domain/trends/choose-range.ts'
import type { AskedPart } from '../../domain/trends/parts/choose-breakdown.ts'

export const viewChoices = ['chart', 'table'] as const
export type ViewChoice = (typeof viewChoices)[number]

const periodKey = z.string().check(z.refine(isPeriod, 'a period: 2025-04, 2025-Q1 or FY2024-25'))
const name = z.string().check(z.minLength(1), z.maxLength(120))

/** The page's own part of the address; what is left out falls back to the whole borough, 36 months, chart. */
export const kpiSearchShape = {
  dimension: name,
  member: name,
  from: periodKey,
  to: periodKey,
  range: z.enum(rangeChoices),
  view: z.enum(viewChoices),
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
