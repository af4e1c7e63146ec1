import type { Audience } from '../src/contract/common.ts'
import { currentSession, db } from './db.ts'
import { badParameter, type Caching, problem } from './respond.ts'

export interface RequestedView {
  edition: number
  audience: Audience
  dataAsAt: string
  caching: Caching
}

const viewParameters = ['edition', 'audience']

/**
 * The edition and audience that a request asks for, or the reply that refuses it: unknown parameters and
 * values (400), exact figures without the right to them (403), an edition that does not exist (404).
 */
export function readView(request: Request, ownParameters: readonly string[] = []): RequestedView | Response {
  const query = new URL(request.url).searchParams
  const known = [...viewParameters, ...ownParameters]
  for (const [name, value] of query) {
    if (!known.includes(name)) return badParameter(name, value, `no such name; it may be ${known.join(', ')}`)
  }
  const edition = query.get('edition') ?? 'latest'
  if (!/^(latest|[1-9]\d{0,5})$/.test(edition))
    return badParameter('edition', edition, 'an edition number, or latest')
  const { audience: own } = currentSession()
  const audience = query.get('audience') ?? own
  if (audience !== 'exact' && audience !== 'protected') {
    return badParameter('audience', audience, 'exact or protected')
  }
  if (audience === 'exact' && own !== 'exact') {
    return problem(
      403,
      'Officers only',
      'Exact figures are shown to officers. Sign in, or ask for audience=protected.',
    )
  }
  const { editions } = db.tables
  const number = edition === 'latest' ? editions.length : Number(edition)
  const found = editions[number - 1]
  if (!found)
    return problem(
      404,
      'No such edition',
      `There is no edition ${edition}; the latest is ${editions.length}.`,
    )
  return {
    edition: number,
    audience,
    dataAsAt: found.dataAsAt,
    caching: audience === 'exact' ? 'no-store' : edition === 'latest' ? 'no-cache' : 'immutable',
  }
}
