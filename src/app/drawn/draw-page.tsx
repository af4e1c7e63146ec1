import type { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { prerenderToNodeStream } from 'react-dom/static'
import { changesQuery } from '../../api/changes.ts'
import {
  type DrawnPage,
  type DrawnReadings,
  type DrawPage,
  type PicturedPage,
  picturedPages,
} from '../../api/drawn-readings.ts'
import { editionsQuery } from '../../api/editions.ts'
import { kpisQuery } from '../../api/kpis.ts'
import { sessionQuery } from '../../api/session.ts'
import { writeShared } from '../../api/shared-json.ts'
import { findTheme, typeMeasure } from '../../features/themes/theme-measures.ts'
import { TitleTaker } from '../../ui/use-document-title.ts'
import { App } from '../App.tsx'
import { createQueryClient } from '../query-client.ts'
import { resolveView } from '../resolve-view.ts'
import { createAppRouter } from '../router.tsx'
import { parseSearch, stringifySearch } from '../search.ts'
import { readAs } from './read-as.ts'

/** What is read for one reading often leads to another: dictionary, then trend. A page that wants more is not drawn. */
const mostRounds = 10

/** Draws a page as the app does, with a cache, a router and a history of its own. */
export const drawPage: DrawPage = async (address, ask) => {
  const client = createQueryClient()
  try {
    return await readAs(ask, () => drawAt(address, client))
  } finally {
    // what was read leaves with the drawing: kept as in a browser, it would stay for hours
    client.clear()
  }
}

async function drawAt(asked: string, client: QueryClient): Promise<DrawnPage | null> {
  const address = await pinnedAddress(asked, client)
  const router = createAppRouter(client, createMemoryHistory({ initialEntries: [address] }))
  // done by a script that stands in the page, which no policy of ours allows: the browser's router does it
  router.options.scrollRestoration = false
  await router.load()
  for (let round = 0; round < mostRounds; round++) {
    let title = ''
    const takeTitle = (words: string) => {
      title = words
    }
    const html = await draw(
      <TitleTaker value={takeTitle}>
        <App client={client} router={router} />
      </TitleTaker>,
    )
    const wanted = unread(client)
    if (wanted.length === 0) {
      const readings = writeShared({
        address,
        ...(asked === address ? {} : { asked }),
        queries: readingsOf(client),
      })
      return readings === null
        ? null
        : { html, title, description: describe(html, title), readings, picture: pictureOf(address, client) }
    }
    const read = await Promise.allSettled(wanted.map((query) => query.fetch()))
    if (read.some(({ status }) => status === 'rejected')) return null
  }
  return null
}

/** As the app would come to write it: an address that names edition and audience; one that it cannot keep stays as it is. */
async function pinnedAddress(asked: string, client: QueryClient): Promise<string> {
  const [path = '/', query = ''] = asked.split('?')
  const search = parseSearch(query)
  const known = await Promise.all([
    client.ensureQueryData(sessionQuery()),
    client.ensureQueryData(editionsQuery()),
  ]).catch(() => null)
  const resolved = known && resolveView(search, known[1].editions, known[0].audience)
  if (!resolved || resolved.isPinned || resolved.notices.length > 0) return asked
  const { edition: _, audience: _of, ...own } = search
  return (
    path +
    stringifySearch({ edition: String(resolved.view.edition), audience: resolved.view.audience, ...own })
  )
}

/**
 * A page as the panel sees it shows beside links to it what it opens with: that of a measure its trend. One of a part, a
 * range, a layer or a filter does not, since the picture would be of something else than its title.
 */
function pictureOf(address: string, client: QueryClient): DrawnPage['picture'] {
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const edition = Number(searchParams.get('edition'))
  if (!edition || searchParams.get('audience') !== 'protected' || searchParams.size > 2) return null
  const kpi = /^\/kpis\/([^/]+)\/?$/.exec(pathname)?.[1]
  if (kpi) return { kpi: decodeURIComponent(kpi), edition }
  const name = pathname.replaceAll('/', '') || 'overview'
  const page = picturedPages.find((one) => one === name && pathname !== '/overview')
  return page && hasPicture(page, edition, client) ? { page, edition } : null
}

/** Whether the edition has what the picture would be of; the page has read it. */
function hasPicture(page: PicturedPage, edition: number, client: QueryClient): boolean {
  const view = { edition, audience: 'protected' } as const
  if (page === 'changes') return client.getQueryData(changesQuery(view, undefined).queryKey)?.from !== null
  if (page !== 'safeguarding') return true
  return findTheme(client.getQueryData(kpisQuery(view).queryKey)?.kpis ?? [], typeMeasure) !== null
}

/** What the page finds, and of whom: 'Overview · Adult social care · Ealing. 12 of 48 measures need attention …' */
function describe(html: string, title: string): string {
  const found = /<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''
  const edition = /<strong class="print-only">(.*?)<\/strong>/s.exec(html)?.[1] ?? ''
  return [title, edition, found].map(plainText).filter(Boolean).join('. ')
}

/** Words of markup that React wrote: without tags, and with the letters that it escapes. */
function plainText(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Whole, and in the order of the page: nothing that came late is moved into its place by a script. */
async function draw(app: React.ReactNode): Promise<string> {
  const { prelude } = await prerenderToNodeStream(app, { progressiveChunkSize: Number.POSITIVE_INFINITY })
  let html = ''
  for await (const chunk of prelude) html += chunk
  return html
}

/** What the page would ask for next, in a browser. */
function unread(client: QueryClient) {
  return client
    .getQueryCache()
    .getAll()
    .filter(({ state, options }) => state.data === undefined && isEnabled(options))
}

function isEnabled(options: object): boolean {
  return !('enabled' in options) || options.enabled !== false
}

function readingsOf(client: QueryClient): DrawnReadings['queries'] {
  return client
    .getQueryCache()
    .getAll()
    .flatMap(({ queryKey, state }) => (state.data === undefined ? [] : [[queryKey, state.data] as const]))
}
