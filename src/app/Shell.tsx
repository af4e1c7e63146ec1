import { useQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useMatches, useNavigate, useRouter } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { editionsQuery } from '../api/editions.ts'
import { organisationQuery } from '../api/organisation.ts'
import { previewBase } from '../api/preview.ts'
import { sessionQuery } from '../api/session.ts'
import { markingFor } from '../domain/editions/marking.ts'
import type { Edition, Organisation } from '../domain/editions/publication.ts'
import { formatDate } from '../domain/periods/labels.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { lazyPart } from '../ui/lazy-part.ts'
import { LoadFailed, Loading } from '../ui/states.tsx'
import { useRunningFoot } from '../ui/use-running-foot.ts'
import { fillsWindow, isBarePage, isNotesWindow } from './bare-pages.ts'
import { EditionBar } from './EditionBar.tsx'
import { ExhibitProviders } from './exhibits/ExhibitProviders.tsx'
import { Footer } from './Footer.tsx'
import { Masthead } from './Masthead.tsx'
import { NoticeBar } from './NoticeBar.tsx'
import { type Reading, ReadingContext } from './reading.ts'
import { type ResolvedView, resolveView } from './resolve-view.ts'
import styles from './Shell.module.css'
import { parseSearch, type RawSearch, stringifySearch } from './search.ts'
import { type Tool, Tools } from './Tools.tsx'
import { useShortcuts } from './use-shortcuts.ts'

// only a service that was never published on is met by it
const NoEdition = lazyPart(() => import('./routes/DeskRoutes.tsx').then((part) => part.NoEdition))

// only whoever looks at a load before it is published
const Preview = lazyPart(() => import('./preview/Preview.tsx').then((part) => part.Preview))
const NotInPreview = lazyPart(() => import('./preview/NotInPreview.tsx').then((part) => part.NotInPreview))

/** The frame of every page: who is asking, which edition, for whom; and the page inside it. */
export function Shell() {
  const session = useQuery(sessionQuery())
  const organisation = useQuery(organisationQuery())
  const editions = useQuery(editionsQuery())
  const location = useLocation()
  const search = parseSearch(location.searchStr)
  const published = editions.data?.editions
  const isBare = isBarePage(location.pathname, search)
  const isQuiet = isBare && (search.view === 'clean' || isNotesWindow(location.pathname, search))
  useFocusOnNavigation(location.pathname)
  // the same objects while they say the same, so that a filter does not draw the whole page again
  const { edition, audience } = search
  const own = session.data?.audience
  const resolved = useMemo(
    () => (own && published ? resolveView({ edition, audience }, published, own) : null),
    [edition, audience, published, own],
  )
  // marked once, for the page, its print and every file that leaves it
  const seenBy = resolved?.view.audience
  const marked = useMemo(
    () =>
      organisation.data &&
      seenBy && {
        ...organisation.data,
        marking: `${previewBase() && 'PREVIEW, not published: '}${markingFor(organisation.data, seenBy)}`,
        exactOf: session.data?.services,
      },
    [organisation.data, seenBy, session.data?.services],
  )

  if (session.data && published) {
    if (!resolved) return <NothingPublished organisation={organisation.data} />
    if (marked)
      return (
        <Frame
          organisation={marked}
          resolved={resolved}
          isBare={isBare}
          bar={
            <EditionBar
              editions={published}
              organisation={marked}
              session={session.data}
              resolved={resolved}
            />
          }
        >
          <main id="main" className={fillsWindow(location.pathname) ? styles.bare : 'page'} tabIndex={-1}>
            {!isQuiet && <NoticeBar resolved={resolved} timezone={marked.timezone} />}
            <Page resolved={resolved} organisation={marked} search={search} />
          </main>
        </Frame>
      )
  }

  // whose figures they are is known with the first edition
  const error = session.error ?? editions.error ?? (resolved && organisation.error)
  return (
    <Frame organisation={organisation.data}>
      <main id="main" className="page" tabIndex={-1}>
        {error ? (
          <LoadFailed
            title="The dashboard could not be opened"
            detail={error.message}
            onRetry={() => {
              for (const query of [session, organisation, editions]) if (query.error) void query.refetch()
            }}
            height="60vh"
          />
        ) : (
          <Loading label="Opening the dashboard" height="100vh" />
        )}
      </main>
    </Frame>
  )
}

/** Pages that take something out of the dashboard, or put something into it. */
const leavesPreview = /^\/(pack|present|load|audit)\b/

interface FrameProps {
  organisation: Organisation | undefined
  /** left out while no edition is known: there is nothing to find, and no edition for the foot to name */
  resolved?: ResolvedView
  /** without masthead and foot */
  isBare?: boolean
  /** which edition this is, and for whom */
  bar?: ReactNode
  children: ReactNode
}

function Frame({ organisation, resolved, isBare = false, bar, children }: FrameProps) {
  const [tool, setTool] = useState<Tool | null>(null)
  const isKnown = resolved !== undefined
  const open = useMemo(
    () => ({
      onFind: () => isKnown && setTool('find'),
      onSettings: () => setTool('settings'),
      onHelp: () => setTool('words'),
    }),
    [isKnown],
  )
  useShortcuts(open)
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        Skip to main content
      </a>
      {!isBare && (
        <div className={styles.shell}>
          <Masthead organisation={organisation} onFind={open.onFind} onSettings={open.onSettings} />
          {!previewBase() && bar}
        </div>
      )}
      {previewBase() && (
        <Suspense>
          <Preview resolved={resolved} isBare={isBare} isIllustrative={organisation?.illustrative ?? false} />
        </Suspense>
      )}
      {children}
      {resolved && organisation && !isBare && (
        <Footer organisation={organisation} edition={resolved.edition} onHelp={open.onHelp} />
      )}
      <Tools tool={tool} view={resolved?.view ?? null} onClose={() => setTool(null)} />
    </div>
  )
}

interface PageProps {
  resolved: NonNullable<ReturnType<typeof resolveView>>
  organisation: Organisation
  search: RawSearch
}

function Page({ resolved, organisation, search }: PageProps) {
  const navigate = useNavigate()
  const router = useRouter()
  const pathname = useLocation({ select: (place) => place.pathname })
  // the page that stands in the outlet: the location is ahead of it while the next one is on its way
  const page = useMatches({ select: (matches) => matches.at(-1)?.id })
  const { view, edition, isPinned } = resolved
  const pinned = { edition: String(view.edition), audience: view.audience }
  // of every page: one that stands alone has no foot of its own on the screen, and sheets like any other
  useRunningFoot(
    organisation.illustrative ? 'Illustrative data' : '',
    `${organisation.service}, ${organisation.name}`,
    `Edition ${edition.number}, data as at ${formatDate(edition.dataAsAt)}`,
    organisation.marking,
  )

  const { edition: _asked, audience: _of, ...own } = search

  useEffect(() => {
    // an address that names edition and audience can be copied as it stands
    if (!isPinned && resolved.notices.length === 0) {
      // as text, because an address that is no page has no route to navigate to
      router.history.replace(
        `${previewBase()}${pathname}${stringifySearch({ ...pinned, ...own })}${location.hash}`,
      )
    }
  })

  const reading: Reading = {
    view,
    edition: edition satisfies Edition,
    organisation,
    search,
    writeSearch: (own) => {
      void navigate({ to: '.', search: { ...pinned, ...own }, replace: true, resetScroll: false })
    },
  }
  return (
    <ReadingContext value={reading}>
      {/* each page has its own: one that broke does not keep the next from opening */}
      <ErrorBoundary key={page} title="This page could not be shown">
        <ExhibitProviders>
          {previewBase() && leavesPreview.test(pathname) ? <NotInPreview /> : <Outlet />}
        </ExhibitProviders>
      </ErrorBoundary>
    </ReadingContext>
  )
}

function NothingPublished({ organisation }: { organisation: Organisation | undefined }) {
  return (
    <Frame organisation={organisation}>
      <main id="main" className="page" tabIndex={-1}>
        <Suspense>
          <NoEdition />
        </Suspense>
      </main>
    </Frame>
  )
}

/** A new page begins at its heading, for eyes and screen readers alike; not at the first page of a visit. */
function useFocusOnNavigation(pathname: string) {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
}
