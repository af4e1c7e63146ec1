import { createContext, use } from 'react'
import type { KpiSearch } from './measure-search.ts'

/** What the reader has chosen, a moment ahead of what is drawn of it: controls show it at once. */
export const LiveSearch = createContext<KpiSearch>({})

export function useLiveSearch(): KpiSearch {
  return use(LiveSearch)
}
