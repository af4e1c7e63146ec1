import type { QueryClient } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import type { DrawLinkPicture, LinkPicture } from '../../api/drawn-readings.ts'
import { editionsQuery } from '../../api/editions.ts'
import { kpisQuery } from '../../api/kpis.ts'
import { organisationQuery } from '../../api/organisation.ts'
import { cleanText } from '../../domain/exports/clean-text.ts'
import { chooseBreakdown } from '../../domain/trends/parts/choose-breakdown.ts'
import { Board } from '../../exhibits/board/Board.tsx'
import { loadExhibit } from '../exhibits/load-exhibit.ts'
import { createQueryClient } from '../query-client.ts'
import { readAs } from './read-as.ts'

/** Draws what a message shows beside a link: the trend of a measure on a board of its own, as the panel sees it. */
export const drawLinkPicture: DrawLinkPicture = async (picture, ask) => {
  const client = createQueryClient()
  try {
    return await readAs(ask, () => drawBoard(picture, client))
  } finally {
    client.clear()
  }
}

async function drawBoard({ kpi, edition: number }: LinkPicture, client: QueryClient): Promise<string | null> {
  const [organisation, { editions }] = await Promise.all([
    client.fetchQuery(organisationQuery()),
    client.fetchQuery(editionsQuery()),
  ])
  const edition = editions.find((one) => one.number === number)
  if (!edition) return null
  const audience = 'protected'
  const { kpis } = await client.fetchQuery(kpisQuery({ edition: number, audience }))
  const described = kpis.find(({ id }) => id === kpi)
  if (!described) return null
  // a measure of categories has no whole, and its page opens on them
  const { drawn, dimension } = chooseBreakdown(described, {})
  if (!drawn && !dimension) return null
  const ref = drawn
    ? ({ kind: 'trend', kpi, search: {} } as const)
    : ({ kind: 'breakdown', kpi, search: { dimension: dimension?.id ?? '' } } as const)
  const exhibit = await loadExhibit(ref, { organisation, edition, audience }, client)
  const board = <Board exhibits={[exhibit]} format="link" address={null} />
  return cleanText(renderToStaticMarkup(board))
}
