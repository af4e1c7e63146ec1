import type { Audience } from '../contract/common.ts'

/** What a page reads: always a numbered edition, always for one audience. */
export interface PinnedView {
  edition: number
  audience: Audience
}

/**
 * A published edition never changes, so what was read of it stays fresh. The exact set is asked for again
 * after a while, so that a session that has ended is noticed.
 */
export function freshFor(view: PinnedView): number {
  return view.audience === 'protected' ? Number.POSITIVE_INFINITY : 5 * 60_000
}
