import { type ReactNode, useMemo } from 'react'
import type { ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import { ExhibitSource, type LoadExhibit } from '../../exhibits/exhibit-source.ts'
import { TakeAwayMenu } from '../../exhibits/take-away/TakeAwayMenu.tsx'
import { fetchPart } from '../../ui/fetch-part.ts'
import { TakeAwayTools } from '../../ui/TakeAway.tsx'
import { useReading } from '../reading.ts'

// how each is made comes when it is asked for
const load: LoadExhibit = async (...asked) => {
  const { loadExhibit } = await fetchPart(() => import('./load-exhibit.ts'))
  return await loadExhibit(...asked)
}

/** Gives every page the tools that take a chart or table out of it. */
export function ExhibitProviders({ children }: { children: ReactNode }) {
  const { edition, view, organisation } = useReading()
  const { audience } = view
  const source = useMemo(() => {
    const origin: ExhibitOrigin = { organisation, edition, audience }
    return { load, origin }
  }, [organisation, edition, audience])
  return (
    <ExhibitSource value={source}>
      <TakeAwayTools value={TakeAwayMenu}>{children}</TakeAwayTools>
    </ExhibitSource>
  )
}
