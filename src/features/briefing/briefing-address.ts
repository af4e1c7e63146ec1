import type { PinnedView } from '../../api/view.ts'

/** The pinned address of a board, without how much of the page stands around it. */
export function briefingAddress(
  id: string,
  search: Readonly<Record<string, string | undefined>>,
  { edition, audience }: PinnedView,
): string {
  const query = new URLSearchParams({ edition: String(edition), audience })
  for (const [name, value] of Object.entries(search)) {
    if (name !== 'view' && value !== undefined) query.set(name, value)
  }
  return `/briefing/${encodeURIComponent(id)}?${query}`
}
