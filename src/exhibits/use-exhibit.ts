import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { ExhibitOrigin } from '../domain/exhibits/exhibit.ts'
import { type ExhibitRef, exhibitKey } from '../domain/exhibits/exhibit-ref.ts'
import { type LoadExhibit, useExhibitSource } from './exhibit-source.ts'
import { longestWork, withinTime } from './long-work.ts'

/** One exhibit of one edition for one audience; the audience stands where signing out looks for it. */
export const exhibitQuery = (ref: ExhibitRef, origin: ExhibitOrigin, load: LoadExhibit) =>
  queryOptions({
    queryKey: ['exhibit', origin.edition.number, origin.audience, exhibitKey(ref)],
    // a script that never arrives ends too; what it asks of the service has limits of its own
    queryFn: ({ client }: { client: QueryClient }) =>
      withinTime(longestWork.reading, () => load(ref, origin, client)),
    staleTime: 5 * 60_000,
    // what it is made of is asked for again by its own queries
    retry: false,
  })

/** What a chart of a pack shows in the edition of the page. */
export function useExhibit(ref: ExhibitRef) {
  const { load, origin } = useExhibitSource()
  return useQuery(exhibitQuery(ref, origin, load))
}
