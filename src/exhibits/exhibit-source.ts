import type { QueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use } from 'react'
import type { Exhibit, ExhibitOrigin } from '../domain/exhibits/exhibit.ts'
import type { ExhibitRef } from '../domain/exhibits/exhibit-ref.ts'

/** What one chart or table is made of, read for one audience of one edition. */
export type LoadExhibit = (
  ref: ExhibitRef,
  origin: ExhibitOrigin,
  queries: QueryClient,
) => Promise<Exhibit<ReactNode>>

export interface ExhibitSourceValue {
  /** each page knows how to make its own; the app brings them together */
  load: LoadExhibit
  /** the edition and audience of the page that is open */
  origin: ExhibitOrigin
}

export const ExhibitSource = createContext<ExhibitSourceValue | null>(null)

export function useExhibitSource(): ExhibitSourceValue {
  const source = use(ExhibitSource)
  if (!source) throw new Error('no source of charts and tables was given')
  return source
}
