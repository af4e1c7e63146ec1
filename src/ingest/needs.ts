import type { LoadNeeds } from '../contract/loads.ts'

export const needsNothing: LoadNeeds = { reason: false, exact: [] }

/** What an analyst gave beside the label. */
export interface GivenForLoad {
  reason: string | null
  exact: readonly string[]
}

/** What is still missing before a load may be published, as one sentence; null where nothing is. */
export function tellUnmetNeeds(needs: LoadNeeds, { reason, exact }: GivenForLoad): string | null {
  const unnamed = needs.exact.filter((id) => !exact.includes(id))
  if (needs.reason && !reason?.trim()) return 'what is to be confirmed in this load needs a reason'
  if (unnamed.length === 0) return null
  return `figures that are protected would be exact for everybody; confirm each measure by its id: ${unnamed.join(', ')}`
}
