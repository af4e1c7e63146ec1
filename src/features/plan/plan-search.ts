import * as z from 'zod/mini'
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
  workstream: z.string().check(z.minLength(1), z.maxLength(80)),
  delivery: z.enum(deliveries),
  impact: z.enum(impactGroups),
  owner: z.string().check(z.minLength(1), z.maxLength(80)),
  theme: z.enum(themes),
  sort: z.enum(sortKeys),
}

export interface PlanSearch {
  workstream?: string | undefined
  delivery?: (typeof deliveries)[number] | undefined
  impact?: ImpactGroup | undefined
  owner?: string | undefined
  theme?: (typeof themes)[number] | undefined
  sort?: SortKey | undefined
}
