import type { QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { DrawLinkPicture, LinkPicture } from '../../api/drawn-readings.ts'
import { editionsQuery } from '../../api/editions.ts'
import { kpisQuery } from '../../api/kpis.ts'
import { organisationQuery } from '../../api/organisation.ts'
import type { Exhibit, ExhibitOrigin } from '../../domain/exhibits/exhibit.ts'
import { cleanText } from '../../domain/exports/clean-text.ts'
import { chooseBreakdown } from '../../domain/trends/parts/choose-breakdown.ts'
import { Board } from '../../exhibits/board/Board.tsx'
import { loadExhibit } from '../exhibits/load-exhibit.ts'
import { createQueryClient } from '../query-client.ts'
import { loadPageExhibit } from './load-page-exhibit.ts'
import { readAs } from './read-as.ts'

/** Draws what a message shows beside a link on a board of its own, as the panel sees it: a measure's trend, or a page's table. */
export const drawLinkPicture: DrawLinkPicture = async (picture, ask) => {
  const client = createQueryClient()
  try {
    return await readAs(ask, () => drawBoard(picture, client))
  } finally {
    client.clear()
  }
}

async function drawBoard(picture: LinkPicture, client: QueryClient): Promise<string | null> {
  const [organisation, { editions }] = await Promise.all([
    client.fetchQuery(organisationQuery()),
    client.fetchQuery(editionsQuery()),
  ])
  const edition = editions.find((one) => one.number === picture.edition)
  if (!edition) return null
  const origin: ExhibitOrigin = { organisation, edition, audience: 'protected' }
  const exhibit =
    'kpi' in picture
      ? await loadMeasure(picture.kpi, origin, client)
      : await loadPageExhibit(picture.page, origin, client)
  if (!exhibit) return null
  const board = <Board exhibits={[exhibit]} format="link" address={null} />
  return cleanText(renderToStaticMarkup(board))
}

async function loadMeasure(
  kpi: string,
  origin: ExhibitOrigin,
  client: QueryClient,
): Promise<Exhibit<ReactNode> | null> {
  const view = { edition: origin.edition.number, audience: origin.audience }
  const { kpis } = await client.fetchQuery(kpisQuery(view))
  const described = kpis.find(({ id }) => id === kpi)
  if (!described) return null
  // a measure of categories has no whole, and its page opens on them
  const { drawn, dimension } = chooseBreakdown(described, {})
  if (!drawn && !dimension) return null
  const ref = drawn
    ? ({ kind: 'trend', kpi, search: {} } as const)
    : ({ kind: 'breakdown', kpi, search: { dimension: dimension?.id ?? '' } } as const)
  return await loadExhibit(ref, origin, client)
}
