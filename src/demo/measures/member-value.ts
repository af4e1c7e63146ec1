import type { Counts } from '../counts.ts'

/** What a measure says of one member in one period. */
export interface MemberValue {
  dimension: string
  member: string
  value: number
  numerator: number | null
  denominator: number | null
  n: number | null
}

/** The values of a measure in one period: the borough first, then breakdown by breakdown. */
export type ReadMeasure = (counts: Counts, index: number) => MemberValue[]

export const boroughMember = { dimension: 'borough', member: 'All' } as const
export const bare = { numerator: null, denominator: null, n: null } as const
