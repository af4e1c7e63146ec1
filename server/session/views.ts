import type { FastifyRequest } from 'fastify'
import type { Session } from '../../src/contract/session.ts'
import type { Audience, Edition } from '../../src/domain/editions/publication.ts'
import type { ActionLog } from '../db/action-log.ts'
import type { Database } from '../db/database.ts'
import type { EditionReader } from '../db/edition-reader.ts'
import { readEdition } from '../db/editions.ts'
import { openExactHistory, openExactLog, openExactReader } from '../db/exact-reader.ts'
import type { FigureHistory } from '../db/figure-history.ts'
import { openProtectedHistory, openProtectedLog, openProtectedReader } from '../db/protected-reader.ts'
import { ProblemError } from '../problem.ts'
import type { Sessions } from './sessions.ts'

/** The part of an edition that never changes once it is published. */
type FrozenEdition = Pick<Edition, 'number' | 'dataAsAt'>

/** What one request may read: an edition, and the reader of the set that the asker may see. */
export interface EditionView {
  edition: FrozenEdition
  audience: Audience
  reader: EditionReader
  /** how the same set came to be what it is */
  history: FigureHistory
  /** the address names edition and audience: whoever asks, and whenever, the reply is the same */
  isPinned: boolean
}

export interface EditionViews {
  resolve: (
    request: FastifyRequest,
    query: { edition?: string | undefined; audience?: Audience | undefined },
  ) => Promise<EditionView>
  /** the live log, of no edition */
  resolveLog: (
    request: FastifyRequest,
    query: { audience?: Audience | undefined },
  ) => { audience: Audience; log: ActionLog }
}

/** readers keep the documents of their edition; few editions are read at one time */
const mostReaders = 24

/** The one place where session and query decide which set is read. */
export function createEditionViews(database: Database, sessions: Sessions): EditionViews {
  const opened = new Map<string, Pick<EditionView, 'edition' | 'reader' | 'history'>>()

  const viewOf = (audience: Audience, { number, dataAsAt }: FrozenEdition) => {
    const known = opened.get(`${audience} ${number}`)
    if (known) return known
    const [openReader, openHistory] =
      audience === 'exact' ? [openExactReader, openExactHistory] : [openProtectedReader, openProtectedHistory]
    const view = {
      edition: { number, dataAsAt },
      reader: openReader(database.queries, number),
      history: openHistory(database.queries, number),
    }
    opened.set(`${audience} ${number}`, view)
    const oldest = opened.keys().next().value
    if (opened.size > mostReaders && oldest !== undefined) opened.delete(oldest)
    return view
  }

  return {
    async resolve(request, query) {
      const audience = audienceOf(sessions.identify(request), query)
      const asked = query.edition ?? 'latest'
      return {
        ...(opened.get(`${audience} ${asked}`) ?? viewOf(audience, await findEdition(database, asked))),
        audience,
        isPinned: query.audience !== undefined && asked !== 'latest',
      }
    },
    resolveLog(request, query) {
      const audience = audienceOf(sessions.identify(request), query)
      const open = audience === 'exact' ? openExactLog : openProtectedLog
      return { audience, log: open(database.queries) }
    },
  }
}

function audienceOf(session: Session, { audience = session.audience }: { audience?: Audience | undefined }) {
  if (audience === 'exact' && session.audience !== 'exact') throw exactRefused(session.can)
  return audience
}

function exactRefused(can: readonly string[]): ProblemError {
  const how = can.includes('choose-role')
    ? 'Choose an officer role first (POST /api/v1/session), or ask for audience=protected.'
    : 'Sign in as an officer, or ask for audience=protected.'
  return new ProblemError(403, `Exact figures are for officers who are signed in. ${how}`, {
    parameter: 'audience',
    value: 'exact',
    allowed: 'protected',
  })
}

/** An edition by its number as it stands in an address, or `latest`; 404 where there is none. */
export async function findEdition(database: Database, given: string): Promise<Edition> {
  const edition = await readEdition(database.queries, given === 'latest' ? 'latest' : Number(given))
  if (edition) return edition
  const latest = await readEdition(database.queries, 'latest')
  if (!latest) {
    throw new ProblemError(
      404,
      'Nothing has been published yet. Load figures with "npm run load", or start without SEED=none for the demonstration.',
      { parameter: 'edition', value: given },
    )
  }
  const allowed = latest.number === 1 ? '1, or latest' : `1 to ${latest.number}, or latest`
  throw new ProblemError(404, `There is no edition ${given}. Published: ${allowed}.`, {
    parameter: 'edition',
    value: given,
    allowed,
  })
}
