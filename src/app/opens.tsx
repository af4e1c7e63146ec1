import type { QueryClient } from '@tanstack/react-query'
import { type ComponentType, type ReactNode, Suspense, useEffect } from 'react'
import { dropDrawnReadings } from '../api/drawn-readings.ts'
import { editionsQuery } from '../api/editions.ts'
import { begin, paths } from '../api/requests.ts'
import { sessionQuery } from '../api/session.ts'
import type { PinnedView } from '../api/view.ts'
import type { LazyPart } from '../ui/lazy-part.ts'
import { LoadingPage } from '../ui/states.tsx'
import { Answers } from './Answers.tsx'
import type { PageAtAddress } from './page.tsx'
import type { Reads } from './reads.ts'
import { pinnedIn, resolveView } from './resolve-view.ts'
import { asWritten, type RawSearch, type SearchOfLink, type SearchShape } from './search.ts'

/** What of the router's own a loader of ours uses. */
interface Opened {
  context: { client: QueryClient }
  abortController: AbortController
  location: { pathname: string; search: object }
}

/**
 * How an address opens its page: what a link may say, what is fetched ahead, and what is drawn. The loader waits for
 * nothing: a page shows how its own readings fare, and its name while its code is on its way.
 */
export function opens<Own extends SearchShape>(
  name: string,
  Page: PageAtAddress<Own> | LazyPart<PageAtAddress<Own>>,
  reads: Reads = () => [],
) {
  return {
    validateSearch: (search: SearchOfLink<Own>): RawSearch => asWritten(search),
    loader: ({ context: { client }, location, abortController }: Opened): void => {
      if ('fetchAhead' in Page) Page.fetchAhead()
      // the whole search and no `loaderDeps`: another filter must not make another page of it
      const search = asWritten(location.search)
      void beginReading(client, search, abortController.signal, (view) =>
        reads(view, { search, client, pathname: location.pathname }),
      )
    },
    component: 'fetchAhead' in Page ? arriving(name, Page) : standing(Page),
  }
}

/** At once where the address says what is read; else when it is known who asks, and what there is. */
async function beginReading(
  client: QueryClient,
  search: RawSearch,
  left: AbortSignal,
  reads: (view: PinnedView) => readonly string[],
): Promise<void> {
  const opening = [paths.session(), paths.organisation(), paths.editions()]
  const published = client.getQueryData(editionsQuery().queryKey)
  const pinned = published ? null : pinnedIn(search)
  if (pinned) return begin([...opening, ...reads(pinned)])
  if (!published) begin(opening)
  // the frame of the page says so where these fail
  const known = await Promise.all([
    client.ensureQueryData(sessionQuery()),
    client.ensureQueryData(editionsQuery()),
  ]).catch(() => null)
  const view = known && resolveView(search, known[1].editions, known[0].audience)?.view
  if (view && !left.aborted) begin(reads(view))
}

/** A page whose code comes when it is opened, and that says its name until then. */
export function arriving(name: string, Page: ComponentType): () => ReactNode {
  return function ArrivingPage() {
    return (
      <Suspense fallback={<LoadingPage name={name} />}>
        <Page />
        <TakenOver />
      </Suspense>
    )
  }
}

/** A page whose code came with the app. */
function standing(Page: ComponentType): () => ReactNode {
  return function StandingPage() {
    return (
      <>
        <Page />
        <TakenOver />
      </>
    )
  }
}

/** The page answers now, drawn here or taken over: what it was drawn from has been read, and need not lie in it. */
function TakenOver() {
  useEffect(dropDrawnReadings, [])
  return <Answers />
}
