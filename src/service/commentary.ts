import {
  CommentaryDraftReply,
  CommentaryQuery,
  CommentaryReply,
  WriteCommentary,
} from '../contract/commentary.ts'
import { versionOfTag } from '../contract/version-tag.ts'
import { faultOfPeriod } from '../domain/commentary/fault-of-period.ts'
import { reachOf } from '../domain/session/role-table.ts'
import { identifyAuthor, refuseRelease, refuseUnconfirmed } from './author.ts'
import { entryBy } from './by.ts'
import { defineOperation, neverKept, noBody, nothing, only } from './operation.ts'
import { ownPartOf } from './own-part.ts'
import { badParameter, ProblemError } from './problem.ts'
import { answerOfEdition, audienceOf, openView } from './view.ts'

export const readCommentary = defineOperation({
  method: 'get',
  path: '/commentary',
  summary: 'What roles say about measures, as an edition froze it; or the drafts for the next one',
  params: nothing,
  query: only(CommentaryQuery),
  body: noBody,
  reply: CommentaryReply,
  answer: async ({ store, asker, query }) => {
    if (query.edition === 'draft') {
      const audience = audienceOf(asker.session, query.audience)
      const reach = reachOf(asker.session.role, 'read drafts')
      if (reach === 'no' || (audience !== 'exact' && reach !== 'panel')) throw draftsRefused()
      const which = { own: await ownPartOf(store, asker.session), released: reach === 'panel' }
      return neverKept(async () => ({ edition: null, audience, commentary: await store.readDrafts(which) }))
    }
    const view = await openView(store, asker, query)
    return answerOfEdition(view, 'commentary', async () => ({
      edition: view.edition.number,
      audience: view.audience,
      commentary: (await view.reader.readCommentary()).map((one) => ({ ...one, version: null })),
    }))
  },
})

/** Writes a draft if it still is what its author read; an empty text takes it back. */
export const writeCommentary = defineOperation({
  method: 'put',
  path: '/commentary',
  summary: 'Write a draft for the next edition, or take it back; If-Match names the version that was read',
  params: nothing,
  query: nothing,
  body: WriteCommentary,
  reply: CommentaryDraftReply,
  answer: async ({ store, asker, body, ifMatch }) => {
    const author = await identifyAuthor(store, asker)
    const { kpi, period, text, release = 'officer', confirmed } = body
    const { reader } = await openView(store, asker, { edition: 'latest' })
    const measure = (await reader.readKpis()).find(({ id }) => id === kpi)
    if (!measure) throw badParameter('kpi', kpi, 'the id of a measure; GET /api/v1/kpis lists them')
    const fault = faultOfPeriod(measure, period, author.day)
    if (fault) throw badParameter('period', period, fault)
    const own = await ownPartOf(store, asker.session)
    if (own && !own.kpis.has(kpi)) throw badParameter('kpi', kpi, `a measure of ${own.services.join(', ')}`)
    if (release === 'public') {
      refuseRelease(asker)
      refuseUnconfirmed([text], confirmed)
    }
    const said = { kpi, period, authorRole: author.name, text, release, writtenAt: author.at }
    return await store.writeDrafts(async (drafts) => {
      const current = await drafts.find(said)
      if (current && ifMatch === null) throw unnamedDraft(current)
      const read = ifMatch === null ? null : (versionOfTag(ifMatch) ?? 0)
      if ((current?.version ?? null) !== read) {
        throw new ProblemError(412, 'The draft is not what you read any more. Look at it, then decide.', {
          current,
        })
      }
      if (!text) {
        if (current) await drafts.remove(said, entryBy(asker, 'comment-removed', { kpi, period }))
        return neverKept(async () => ({ draft: null }))
      }
      const draft = { ...said, version: (current?.version ?? 0) + 1 }
      const isReleased = release === 'public' && current?.release !== 'public'
      const deed = isReleased ? 'comment-released' : 'comment-written'
      await drafts.keep(draft, entryBy(asker, deed, { kpi, period }))
      return { ...neverKept(async () => ({ draft })), version: draft.version }
    })
  },
})

function unnamedDraft(current: object): ProblemError {
  return new ProblemError(
    428,
    'There is a draft already. Say which version you read: If-Match with its number in double quotes.',
    { current },
  )
}

function draftsRefused(): ProblemError {
  return new ProblemError(403, 'Drafts are read by officers who are signed in. Ask for an edition.', {
    parameter: 'edition',
    value: 'draft',
    allowed: 'an edition number, or latest',
  })
}
