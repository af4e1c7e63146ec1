import type { FastifyRequest } from 'fastify'
import type { LinkPicture } from '../../src/contract/drawn-page.ts'
import type { EditionsReply } from '../../src/contract/editions.ts'
import type { KpisReply } from '../../src/contract/kpis.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import type { Session } from '../../src/contract/session.ts'
import type { Application } from '../application.ts'
import { askedAs } from './asked-as.ts'
import { type FirstReadings, viewOf } from './first-readings.ts'

/** What a message says beside a link to a briefing. */
export interface BriefingLink {
  title: string
  description: string
  picture: LinkPicture
}

/** The briefing that an address opens, as a link to it would; null where it is no briefing, or one of a part or a range. */
export async function readBriefingLink(
  app: Application,
  request: FastifyRequest,
  first: FirstReadings,
): Promise<BriefingLink | null> {
  const [path = '', query = ''] = request.url.split(/\?(.*)/s)
  const kpi = /^\/briefing\/([^/]+)\/?$/.exec(path)?.[1]
  const search = new URLSearchParams(query)
  const isWhole = [...search.keys()].every((name) => name === 'edition' || name === 'audience')
  const [session, editions] = [first[paths.session()], first[paths.editions()]]
  if (!kpi || !isWhole || !session || !editions) return null
  const view = viewOf(search, session as Session, editions as EditionsReply)
  if (view?.audience !== 'protected') return null
  const reply = await app.inject({ url: apiBase + paths.kpis(view), ...askedAs(request) })
  if (reply.statusCode !== 200) return null
  const { kpis }: KpisReply = JSON.parse(reply.body)
  const named = kpis.find(({ id }) => encodeURIComponent(id) === kpi)
  return named ? describeBriefing(named, view.edition, first) : null
}

/** @param first session, organisation and editions, as a page brings them */
export function describeBriefing(
  { id, name }: { id: string; name: string },
  edition: number,
  first: FirstReadings,
): BriefingLink {
  const { editions } = first[paths.editions()] as EditionsReply
  const label = editions.find(({ number }) => number === edition)?.label
  return {
    title: `Briefing: ${name}`,
    description: `Edition ${edition}${label ? `, ${label}` : ''}, as the panel sees it`,
    picture: { kpi: id, edition },
  }
}
