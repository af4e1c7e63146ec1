import { oneOf, words } from '../../domain/addresses/parameter.ts'
import { themes } from '../../domain/measures/measure.ts'

export const deliveries = ['late', 'at-risk', 'on-track', 'not-started', 'complete'] as const

/** What happened to the measure, in as many groups as a reader can hold; the exact state stands in each row. */
export const impactGroups = [
  'no-effect',
  'worse',
  'not-met',
  'too-early',
  'reached',
  'met',
  'not-done',
  'no-figure',
  'unknown',
] as const
export type ImpactGroup = (typeof impactGroups)[number]

export const sortKeys = ['date', 'slip', 'moves', 'delivery', 'impact', 'chance', 'owner'] as const
export type SortKey = (typeof sortKeys)[number]

/** The page's own part of the address. */
export const planSearchShape = {
  workstream: words(1, 80),
  delivery: oneOf(deliveries),
  impact: oneOf(impactGroups),
  owner: words(1, 80),
  theme: oneOf(themes),
  sort: oneOf(sortKeys),
}

export interface PlanSearch {
  workstream?: string | undefined
  delivery?: (typeof deliveries)[number] | undefined
  impact?: ImpactGroup | undefined
  owner?: string | undefined
  theme?: (typeof themes)[number] | undefined
  sort?: SortKey | undefined
}
