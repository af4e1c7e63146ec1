import type { Release } from '../plans/plan.ts'

/** What a role has to say about a measure in a period. An edition freezes it. */
export interface Commentary {
  kpi: string
  period: string
  authorRole: string
  /** plain text or light Markdown */
  text: string
  release: Release
  /** ISO instant; null where a file did not say */
  writtenAt: string | null
}

/** A commentary for the next edition: it may still change, and officers alone read it. */
export interface CommentaryDraft extends Commentary {
  /** 1 when first written, one more with each change */
  version: number
}

/**
 * What a commentary is known by: each role says one thing about a measure in a period, and never writes over
 * another role's words.
 */
export function commentaryKey({
  kpi,
  period,
  authorRole,
}: Pick<Commentary, 'kpi' | 'period' | 'authorRole'>): string {
  return `${kpi}\u001f${period}\u001f${authorRole}`
}

/** What the protected set holds of it: those that were released. */
export function protectCommentary(all: readonly Commentary[]): Commentary[] {
  return all.filter(({ release }) => release === 'public')
}
