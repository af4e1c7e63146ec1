import type { Reach } from './reach.ts'

/** When a target will be reached, as periods. */
export type ReachedPeriods =
  | { kind: 'reaches'; earliest: string; median: string; latest: string | null }
  | Exclude<Reach, { kind: 'reaches' }>

/** The same, or a target that the latest figure meets already. */
export type ReachedTarget = ReachedPeriods | { kind: 'met' }
