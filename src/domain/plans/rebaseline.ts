import { periodStart } from '../periods/period.ts'
import type { Intervention } from './plan.ts'

/** What a re-baseline is called where nobody named the change. */
export const unnamedRebaseline = 'New level'

/** What a re-baseline is for, after NHS England's Making Data Count; said wherever one is offered. */
export const rebaselineWords =
  'Limits start again only where somebody records it: where what changed is known, is meant to stay, and figures have kept the new level for a year. Limits of every breakdown of the measure start again there too.'

/** Beside a level that is worse than the one before. */
export const worseLevelWords =
  'This level is worse than the one before. With limits from here on it reads as the usual one, and the chart no longer warns of it: first find out what would bring it back, and record it only where it is known and agreed that it stays.'

/** The first period whose figures belong to the level since. */
export interface RebaselinePlace {
  kpi: string
  since: string
}

/**
 * A recorded re-baseline: limits of every series of the measure start again at that period. Its id follows from its
 * place, so that choosing it twice records it once, and a file can name it.
 *
 * @example ot-waiting since 2024-09 → id 'rebaseline-ot-waiting-2024-09', start 2024-09-01
 */
export function recordRebaseline(
  { kpi, since }: RebaselinePlace,
  { title, reason }: Pick<Intervention, 'title' | 'reason'>,
): Intervention {
  return {
    id: `rebaseline-${kpi}-${since}`,
    kpi,
    kind: 'rebaseline',
    start: periodStart(since),
    end: null,
    title,
    reason,
  }
}
