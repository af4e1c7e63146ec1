import { type ReactNode, useMemo } from 'react'
import type { ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import { ExhibitSource, type LoadExhibit } from '../../exhibits/exhibit-source.ts'
import { fetchPart } from '../../ui/fetch-part.ts'
import { useReading } from '../reading.ts'

// how each is made comes when it is asked for
const load: LoadExhibit = async (...asked) => {
  const { loadExhibit } = await fetchPart(() => import('./load-exhibit.ts'))
  return await loadExhibit(...asked)
}

/** Brings together what each page knows of making its charts and tables, for whoever takes one away. */
export function ExhibitProviders({ children }: { children: ReactNode }) {
  const { edition, view, organisation } = useReading()
  const { audience } = view
  const source = useMemo(() => {
    const origin: ExhibitOrigin = { organisation, edition, audience }
    return { load, origin }
  }, [organisation, edition, audience])
  return <ExhibitSource value={source}>{children}</ExhibitSource>
}
