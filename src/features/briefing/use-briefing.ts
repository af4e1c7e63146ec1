import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Exhibit } from '../../domain/exhibits/exhibit.ts'
import { type ExhibitRef, exhibitKey } from '../../domain/exhibits/exhibit-ref.ts'
import { useExhibitSource } from '../../exhibits/exhibit-source.ts'
import { type BoardFile, boardFile } from '../../exhibits/export/svg-board.tsx'
import type { BriefingFormat } from './briefing-search.ts'

export type ShownExhibits = readonly [Exhibit<ReactNode>, ...Exhibit<ReactNode>[]]

export interface Briefing {
  exhibits: ShownExhibits
  board: BoardFile
}

/** Reads what the board shows, and draws it. */
export function useBriefing(
  refs: readonly [ExhibitRef, ...ExhibitRef[]],
  format: BriefingFormat,
  /** opens this board again: path and parameters */
  address: string,
) {
  const { load, origin } = useExhibitSource()
  const queries = useQueryClient()
  return useQuery({
    queryKey: ['briefing', origin, refs.map(exhibitKey), format, address],
    queryFn: async (): Promise<Briefing> => {
      const [first, ...others] = refs
      const exhibits: ShownExhibits = [
        await load(first, origin, queries),
        ...(await Promise.all(others.map((ref) => load(ref, origin, queries)))),
      ]
      const board = await boardFile({
        exhibits,
        format,
        siteOrigin: location.origin,
        // one measure's own page has its figures and definition too
        ...(exhibits.length > 1 && { address: new URL(address, location.origin).href }),
      })
      return { exhibits, board }
    },
    // an edition never changes, and what is read holds drawings, which cannot be compared
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  })
}
