import { EditionsReply } from '../../src/contract/editions.ts'
import { KpisReply } from '../../src/contract/kpis.ts'
import { paths, type View } from '../../src/contract/paths.ts'
import { borough } from '../../src/domain/measures/measure.ts'
import { describeSession } from '../../src/service/session.ts'

/** Asks the API as somebody who has not signed in. */
export type Ask = (path: string) => Promise<{ status: number; body: string }>

/** The edition cannot be published as files; the message says why. */
export class NotPublishableError extends Error {}

export interface Reply {
  /** below the API's base, with its query */
  path: string
  body: string
}

export interface Wanted {
  edition: number
  /** ids of stored packs that the publication holds */
  packs: readonly string[]
}

/**
 * Every reply that the app asks for of one edition as the panel sees it. The session is that of a place where nobody
 * signs in, and of editions it lists its own: there is no other to go to.
 */
export async function* collectReplies(ask: Ask, { edition, packs }: Wanted): AsyncGenerator<Reply> {
  const view: View = { edition, audience: 'protected' }
  const session = describeSession({ role: 'public', services: null }, {})
  yield { path: paths.session(), body: JSON.stringify(session) }
  const { editions } = EditionsReply.parse(JSON.parse(await read(ask, paths.editions())))
  const chosen = editions.find(({ number }) => number === edition)
  if (!chosen) throw new NotPublishableError(noSuchEdition(edition, editions))
  if (chosen.withdrawn)
    throw new NotPublishableError(`Edition ${edition} was withdrawn: nobody should use it.`)
  const alone = { ...chosen, supersededBy: null }
  yield { path: paths.editions(), body: JSON.stringify({ editions: [alone] }) }
  for (const named of [edition, 'latest'] as const) {
    yield { path: paths.edition(named), body: JSON.stringify(alone) }
  }
  yield await reply(ask, paths.organisation())

  const kpis = await reply(ask, paths.kpis(view))
  yield kpis
  for (const path of [
    paths.overview(view),
    paths.plan(view),
    paths.actions(view),
    paths.liveActions('protected'),
    paths.commentary(view),
    paths.signals(view),
    paths.dataQuality(view),
  ]) {
    yield await reply(ask, path)
  }
  // the first edition has none before it
  yield* whereThere(ask, paths.changes(view))
  for (const { id, dimensions } of KpisReply.parse(JSON.parse(kpis.body)).kpis) {
    yield await reply(ask, paths.analysis(view, id))
    for (const dimension of new Set([borough.dimension, ...dimensions.map((one) => one.id)])) {
      // a measure of categories has no whole
      yield* whereThere(ask, paths.series(view, { kpi: id, dimension }))
    }
  }
  for (const id of packs) {
    const { status, body } = await ask(paths.pack(id))
    if (status === 404) throw new NotPublishableError(`There is no stored pack "${id}".`)
    yield { path: paths.pack(id), body: taken(paths.pack(id), status, body) }
  }
}

function noSuchEdition(wanted: number, editions: readonly { number: number }[]): string {
  const numbers = editions.map(({ number }) => number).sort((a, b) => a - b)
  return numbers.length
    ? `There is no edition ${wanted}. There are: ${numbers.join(', ')}.`
    : 'No edition has been published yet.'
}

const reply = async (ask: Ask, path: string): Promise<Reply> => ({ path, body: await read(ask, path) })

async function read(ask: Ask, path: string): Promise<string> {
  const { status, body } = await ask(path)
  return taken(path, status, body)
}

async function* whereThere(ask: Ask, path: string): AsyncGenerator<Reply> {
  const { status, body } = await ask(path)
  if (status !== 404) yield { path, body: taken(path, status, body) }
}

function taken(path: string, status: number, body: string): string {
  if (status === 200) return body
  throw new NotPublishableError(`The service answered ${status} to ${path}. Nothing was published.`)
}
