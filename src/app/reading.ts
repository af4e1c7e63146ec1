import { createContext, use } from 'react'
import type { PinnedView } from '../api/view.ts'
import type { Edition, Organisation } from '../domain/editions/publication.ts'
import type { RawSearch } from './search.ts'

/** What this page reads, once session, organisation and editions are known. */
export interface Reading {
  view: PinnedView
  edition: Edition
  organisation: Organisation
  /** the query string as written, edition and audience included */
  search: RawSearch
  /** replaces the page's own parameters; edition and audience stay */
  writeSearch: (search: Record<string, string | undefined>) => void
}

export const ReadingContext = createContext<Reading | null>(null)

export function useReading(): Reading {
  const reading = use(ReadingContext)
  if (!reading) throw new Error('a page stands outside the shell')
  return reading
}
