import type { PinnedView } from '../api/view.ts'
import type { Edition } from '../domain/editions/publication.ts'

export interface ResolvedView {
  view: PinnedView
  edition: Edition
  latest: Edition
  /** whether the address names edition and audience already */
  isPinned: boolean
  /** what the address asked for and cannot have, in words */
  notices: string[]
}

/** What an address says of edition and audience, as written. */
export interface AskedView {
  edition?: string | undefined
  audience?: string | undefined
}

/**
 * The edition and audience of an address: as it names them, or the latest edition and the reader's own
 * audience. What cannot be had falls back, and is named. Null before anything has been published.
 */
export function resolveView(
  search: AskedView,
  editions: readonly Edition[],
  own: PinnedView['audience'],
): ResolvedView | null {
  const newestFirst = [...editions].sort((a, b) => b.number - a.number)
  // one that was withdrawn is nobody's latest, unless there is no other
  const latest = newestFirst.find(({ withdrawn }) => !withdrawn) ?? newestFirst[0]
  if (!latest) return null
  const notices: string[] = []

  const asked = search.edition
  const found = editions.find((edition) => String(edition.number) === asked)
  if (asked !== undefined && asked !== 'latest' && !found) {
    notices.push(`There is no edition "${asked}". This is the latest, edition ${latest.number}.`)
  }
  const edition = found ?? latest

  const audience = search.audience
  const isAudience = audience === 'exact' || audience === 'protected'
  if (audience !== undefined && !isAudience) {
    notices.push(`There is no audience "${audience}". These are the figures that you may see.`)
  }
  return {
    view: { edition: edition.number, audience: isAudience ? audience : own },
    edition,
    latest,
    isPinned: found !== undefined && isAudience,
    notices,
  }
}

/** The view that an address names in full, taken at its word: whether there is such an edition is not known yet. */
export function pinnedIn({ edition = '', audience }: AskedView): PinnedView | null {
  if (!/^[1-9]\d{0,5}$/.test(edition)) return null
  return audience === 'exact' || audience === 'protected' ? { edition: Number(edition), audience } : null
}
