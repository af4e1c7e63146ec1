import type { Session } from '../contract/session.ts'
import type { Audience, Edition } from '../domain/editions/publication.ts'
import type { Answer, Asker } from './operation.ts'
import { neverKept } from './operation.ts'
import { ownPartOf } from './own-part.ts'
import { ProblemError } from './problem.ts'
import { openScoped } from './scoped-reader.ts'
import type { EditionReader, FigureHistory, FrozenEdition, Store } from './store.ts'

/** What one request may read: an edition, and the readers of the set that the asker may see. */
export interface EditionView {
  edition: FrozenEdition
  audience: Audience
  reader: EditionReader
  /** how the same set came to be what it is */
  history: FigureHistory
  /** the address names edition and audience: whoever asks, and whenever, the reply is the same */
  isPinned: boolean
}

export interface AskedView {
  edition?: string | undefined
  audience?: Audience | undefined
}

/**
 * The one place where session and query decide which set is read.
 * @throws ProblemError 403 where exact figures are asked for without the right to them, 404 without such an edition
 */
export async function openView(
  store: Store,
  { session }: Pick<Asker, 'session'>,
  asked: AskedView,
): Promise<EditionView> {
  const audience = audienceOf(session, asked.audience)
  const edition = await findFrozen(store, asked.edition ?? 'latest')
  return {
    edition,
    audience,
    ...(await openSet(store, session, audience, edition)),
    isPinned: asked.audience !== undefined && asked.edition !== undefined && asked.edition !== 'latest',
  }
}

/** Of the exact set no more than what the asker's services have in it. */
async function openSet(store: Store, session: Session, audience: Audience, edition: FrozenEdition) {
  const own = audience === 'exact' ? await ownPartOf(store, session) : null
  if (!own) return store.openEdition(audience, edition)
  return openScoped(own, store.openEdition('exact', edition, own), store.openEdition('protected', edition))
}

/** The set that is asked for, or else the asker's own; nobody is given more than that. */
export function audienceOf(session: Session, asked: Audience | undefined): Audience {
  const audience = asked ?? session.audience
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
export async function requireEdition(store: Store, given: string): Promise<Edition> {
  return (await store.readEdition(whichOf(given))) ?? (await refuseEdition(store, given))
}

async function findFrozen(store: Store, given: string): Promise<FrozenEdition> {
  return (await store.findEdition(whichOf(given))) ?? (await refuseEdition(store, given))
}

function whichOf(given: string): number | 'latest' {
  return given === 'latest' ? 'latest' : Number(given)
}

async function refuseEdition(store: Store, given: string): Promise<never> {
  const latest = await store.readEdition('latest')
  if (!latest) {
    throw new ProblemError(
      404,
      'Nothing has been published yet. Load figures with "npm run load", or start without SEED=none for the demonstration.',
      { parameter: 'edition', value: given },
    )
  }
  // newest first, withdrawn ones among them: they stay readable under their numbers
  const newest = (await store.readEditions())[0]?.number ?? latest.number
  const allowed = newest === 1 ? '1, or latest' : `1 to ${newest}, or latest`
  throw new ProblemError(404, `There is no edition ${given}. Published: ${allowed}.`, {
    parameter: 'edition',
    value: given,
    allowed,
  })
}

/**
 * What is read of an edition. The protected set of an edition never changes: it is kept, immutable for readers
 * whose address names the edition's number, asked for again under `latest`. Exact figures are kept by nobody.
 *
 * @param about the resource with every parameter that the answer depends on, edition and audience left out
 */
export function answerOfEdition<Reply>(
  { edition, audience, isPinned }: EditionView,
  about: string,
  read: () => Promise<Reply>,
): Answer<Reply> {
  if (audience === 'exact') return neverKept(read)
  return {
    ...neverKept(read),
    caching: isPinned ? 'immutable' : 'no-cache',
    key: `${edition.number} ${about}`,
  }
}
