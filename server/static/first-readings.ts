import type { FastifyRequest } from 'fastify'
import type { EditionsReply } from '../../src/contract/editions.ts'
import { apiBase, paths, type View } from '../../src/contract/paths.ts'
import type { Session } from '../../src/contract/session.ts'
import type { Application } from '../application.ts'
import { askedAs } from './asked-as.ts'

/** Replies by the path that they were asked at, as the API itself gave them. */
export type FirstReadings = Record<string, unknown>

/**
 * What a page asks for first, read for this very asker through the API itself, so that it may hold nothing
 * that the asker could not have read. Whatever cannot be read is left out: the page will ask, and say so.
 */
export async function readFirst(app: Application, request: FastifyRequest): Promise<FirstReadings> {
  const readings: FirstReadings = {}
  const read = async <Reply>(path: string): Promise<Reply | null> => {
    const { statusCode, body } = await app.inject({ url: `${apiBase}${path}`, ...askedAs(request) })
    if (statusCode !== 200) return null
    const reply: Reply = JSON.parse(body)
    readings[path] = reply
    return reply
  }
  const [session, editions] = await Promise.all([
    read<Session>(paths.session()),
    read<EditionsReply>(paths.editions()),
    read(paths.organisation()),
  ])
  const [path = '', query = ''] = request.url.split(/\?(.*)/s)
  const view = session && editions && viewOf(new URLSearchParams(query), session, editions)
  if (view && path === '/') await read(paths.overview(view))
  return readings
}

/** The view that the app will take for this address: as it names it, or the latest for the asker. */
export function viewOf(
  query: URLSearchParams,
  session: Session,
  { editions }: EditionsReply,
): (View & { edition: number }) | null {
  const named =
    editions.find(({ number }) => String(number) === query.get('edition')) ??
    editions.find(({ withdrawn }) => !withdrawn)
  const asked = query.get('audience')
  const audience = asked === 'exact' || asked === 'protected' ? asked : session.audience
  return named ? { edition: named.number, audience } : null
}

/** Data in a page, not a script: nothing in it is ever run, and nothing in it can end its element. */
export function writeReadings(page: string, readings: FirstReadings): string {
  const data = JSON.stringify(readings).replaceAll('<', '\\u003c')
  return page.replace(
    '</head>',
    () => `<script type="application/json" id="first-readings">${data}</script></head>`,
  )
}
