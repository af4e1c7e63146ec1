import * as z from 'zod/mini'
import {
  Action,
  ActionsQuery,
  ActionsReply,
  EditAction,
  RecordAction,
  versionOfTag,
} from '../contract/actions.ts'
import { identifier } from '../contract/common.ts'
import { changeAction } from '../domain/actions/change-action.ts'
import { nextActionId, recordAction as recordOne } from '../domain/actions/record-action.ts'
import type { Audience } from '../domain/editions/publication.ts'
import { identifyAuthor, todayHere } from './author.ts'
import { type Answer, defineOperation, neverKept, noBody, nothing, only } from './operation.ts'
import { badParameter, ProblemError, repeatable } from './problem.ts'
import type { Store } from './store.ts'
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
        actions: await store.readLog(audience),
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
    const author = await identifyAuthor(store, asker, 'write-actions')
    const { key = null, ...given } = body
    const raised = given.raised ?? author.day
    if (raised > author.day) throw badParameter('raised', raised, `a day up to today, ${author.day}`)
    if (given.due < raised) throw badParameter('due', given.due, `a day from ${raised}`)
    await refuseUnknownLink(store, given.link)
    return await store.writeLog(async (log) => {
      const known = await log.readAll()
      const before = key === null ? null : await log.findByKey(key)
      const found = known.find(({ id }) => id === before)
      if (found) return written(found, 200)
      const action = recordOne(nextActionId(known.map(({ id }) => id)), given, author)
      await log.keep(action, key)
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
    const author = await identifyAuthor(store, asker, 'write-actions')
    if (ifMatch === null) throw unnamedVersion()
    await refuseUnknownLink(store, body.link)
    return await store.writeLog(async (log) => {
      const current = (await log.readAll()).find((action) => action.id === id)
      if (!current) throw new ProblemError(404, `There is no action "${repeatable(id) ?? 'of that name'}".`)
      if (current.version !== versionOfTag(ifMatch)) {
        throw new ProblemError(
          412,
          `Somebody else has changed ${id} since you read it. Look at what it says now, then decide.`,
          { current },
        )
      }
      const outcome = changeAction(current, body, author)
      switch (outcome.kind) {
        case 'changed':
          await log.keep(outcome.action, null)
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

function written<Written extends { version: number }>(action: Written, status: 200 | 201): Answer<Written> {
  return { ...neverKept(async () => action), status, version: action.version }
}

async function refuseUnknownLink(store: Store, link: string | null | undefined): Promise<void> {
  if (link === null || link === undefined) return
  const linkable = await store.readLinkable()
  if (!linkable.has(link)) throw badParameter('link', link, 'the id of a measure or of a milestone, or null')
}

function unnamedVersion(): ProblemError {
  return new ProblemError(
    428,
    'Say which version you read: If-Match with its number in double quotes, such as "3".',
  )
}
