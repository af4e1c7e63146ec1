import * as z from 'zod/mini'
import { Action, ActionsQuery, ActionsReply, EditAction, RecordAction } from '../contract/actions.ts'
import { identifier } from '../contract/common.ts'
import { versionOfTag } from '../contract/version-tag.ts'
import { changeAction } from '../domain/actions/change-action.ts'
import { nextActionId, recordAction as recordOne } from '../domain/actions/record-action.ts'
import type { Deed } from '../domain/audit/deed.ts'
import type { Audience } from '../domain/editions/publication.ts'
import { compareNames } from '../domain/measures/compare-names.ts'
import { identifyAuthor, refuseRelease, refuseUnconfirmed, todayHere } from './author.ts'
import { entryBy } from './by.ts'
import { type Answer, type Asker, defineOperation, neverKept, noBody, nothing, only } from './operation.ts'
import { isOwnLink, ownPartOf } from './own-part.ts'
import { badParameter, ProblemError, repeatable } from './problem.ts'
import type { OwnPart, Store } from './store.ts'
import { answerOfEdition, audienceOf, openView } from './view.ts'

export const readActions = defineOperation({
  method: 'get',
  path: '/actions',
  summary:
    'Actions arising: with an edition as it stood at its publication; else the live log, of which the panel has what the newest edition released',
  params: nothing,
  query: only(ActionsQuery),
  body: noBody,
  reply: ActionsReply,
  answer: async ({ store, asker, query }) => {
    if (query.edition === undefined) {
      const audience = audienceOf(asker.session, query.audience)
      return neverKept(async () => ({
        edition: null,
        audience,
        asOf: await asOfLog(store, asker.at, audience),
        actions: await readLiveLog(store, asker, audience),
      }))
    }
    const view = await openView(store, asker, query)
    return answerOfEdition(view, 'actions', async () => ({
      edition: view.edition.number,
      audience: view.audience,
      asOf: view.edition.dataAsAt,
      actions: await view.reader.readActions(),
    }))
  },
})

/** Of whoever leads some services: their own actions as they are, and of the others what everybody may read. */
async function readLiveLog(store: Store, { session }: Asker, audience: Audience) {
  const own = audience === 'exact' ? await ownPartOf(store, session) : null
  if (!own) return await store.readLog(audience)
  const mine = await store.readLog('exact', own)
  const known = new Set(mine.map(({ id }) => id))
  const others = (await store.readLog('protected')).filter(
    ({ id, link }) => !known.has(id) && !isOwnLink(own, link),
  )
  return [...mine, ...others].sort((a, b) => compareNames(a.id, b.id))
}

/** Today; for the panel the day of the newest edition, since it is not told what became of an action after it. */
async function asOfLog(store: Store, at: string, audience: Audience): Promise<string> {
  const newest = audience === 'protected' ? await store.findEdition('latest') : null
  return newest?.dataAsAt ?? (await todayHere(store, at))
}

/** Records an action under the next free id; one that was sent before, by its key, is found and not repeated. */
export const recordAction = defineOperation({
  method: 'post',
  path: '/actions',
  summary: 'Record an action',
  params: nothing,
  query: nothing,
  body: RecordAction,
  reply: Action,
  makes: true,
  answer: async ({ store, asker, body }) => {
    const author = await identifyAuthor(store, asker)
    const { key = null, confirmed, ...given } = body
    const raised = given.raised ?? author.day
    if (raised > author.day) throw badParameter('raised', raised, `a day up to today, ${author.day}`)
    if (given.due < raised) throw badParameter('due', given.due, `a day from ${raised}`)
    const own = await ownPartOf(store, asker.session)
    await refuseUnknownLink(store, given.link ?? null, own)
    if (given.release === 'public') {
      refuseRelease(asker)
      refuseUnconfirmed([given.action, given.board], confirmed)
    }
    return await store.writeLog(async (log) => {
      const before = key === null ? null : await log.findByKey(key)
      const found = before === null ? null : await log.find(before, own)
      if (found) return written(found, 200)
      const action = recordOne(nextActionId(await log.readIds()), given, author)
      await log.keep(action, key, entryBy(asker, deedOf(null, action), { action: action.id }))
      return written(action, 201)
    })
  },
})

export const editAction = defineOperation({
  method: 'patch',
  path: '/actions/:id',
  summary: 'Change an action; If-Match names the version that was read',
  params: z.object({ id: identifier }),
  query: nothing,
  body: EditAction,
  reply: Action,
  answer: async ({ store, asker, params: { id }, body, ifMatch }) => {
    const author = await identifyAuthor(store, asker)
    if (ifMatch === null) throw unnamedVersion()
    const own = await ownPartOf(store, asker.session)
    if (body.link !== undefined) await refuseUnknownLink(store, body.link, own)
    return await store.writeLog(async (log) => {
      const current = await log.find(id, own)
      if (!current && own && (await log.readIds()).includes(id)) throw ofAnotherService(id)
      if (!current) throw new ProblemError(404, `There is no action "${repeatable(id) ?? 'of that name'}".`)
      if (current.version !== versionOfTag(ifMatch)) {
        throw new ProblemError(
          412,
          `Somebody else has changed ${id} since you read it. Look at what it says now, then decide.`,
          { current },
        )
      }
      const { confirmed, ...edit } = body
      const outcome = changeAction(current, edit, author)
      switch (outcome.kind) {
        case 'changed':
          refuseUnconfirmed(wordsReleased(current, outcome.action), confirmed)
          await log.keep(
            outcome.action,
            null,
            entryBy(asker, deedOf(current, outcome.action), { action: id }),
          )
          return written(outcome.action, 200)
        case 'unchanged':
          return written(outcome.action, 200)
        case 'not-permitted':
          throw new ProblemError(403, outcome.message)
        case 'refused':
          throw badParameter(outcome.field, outcome.value, outcome.allowed)
      }
    })
  },
})

type Released = Pick<Action, 'release'>

/** Releasing is the deed, whatever else was changed with it. */
function deedOf(before: Released | null, after: Released): Deed {
  if (after.release === 'public' && before?.release !== 'public') return 'action-released'
  return before ? 'action-changed' : 'action-recorded'
}

type Words = Pick<Action, 'board' | 'action' | 'whatChanged' | 'release'>

/** The words that everybody comes to read by an edit, and could not before. */
function wordsReleased(before: Words, after: Words): (string | null)[] {
  if (after.release !== 'public') return []
  return (['board', 'action', 'whatChanged'] as const)
    .filter((field) => before.release !== 'public' || before[field] !== after[field])
    .map((field) => after[field])
}

function written<Written extends { version: number }>(action: Written, status: 200 | 201): Answer<Written> {
  return { ...neverKept(async () => action), status, version: action.version }
}

/** An action of no service would be read by nobody who leads one, its writer included. */
async function refuseUnknownLink(store: Store, link: string | null, own: OwnPart | null): Promise<void> {
  if (own) {
    if (isOwnLink(own, link)) return
    throw badParameter(
      'link',
      link ?? '',
      `the id of a measure or of a milestone of ${own.services.join(', ')}`,
    )
  }
  if (link === null) return
  const linkable = await store.readLinkable()
  if (!linkable.has(link)) throw badParameter('link', link, 'the id of a measure or of a milestone, or null')
}

function ofAnotherService(id: string): ProblemError {
  return new ProblemError(
    403,
    `Action ${id} is not of your service. Its lead, or the director, may change it.`,
  )
}

function unnamedVersion(): ProblemError {
  return new ProblemError(
    428,
    'Say which version you read: If-Match with its number in double quotes, such as "3".',
  )
}
