import * as z from 'zod/mini'
import { versionOfTag, versionTag } from '../../src/contract/actions.ts'
import {
  CommentaryDraftReply,
  CommentaryQuery,
  CommentaryReply,
  WriteCommentary,
} from '../../src/contract/commentary.ts'
import type { Commentary } from '../../src/domain/commentary/commentary.ts'
import { faultOfPeriod } from '../../src/domain/commentary/fault-of-period.ts'
import type { Application } from '../application.ts'
import { readDrafts, writeDraft } from '../db/commentary-store.ts'
import { badParameter, ProblemError } from '../problem.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import { identifyAuthor } from '../session/authors.ts'
import { sendOfEdition } from './edition-reply.ts'

export function commentaryRoutes(app: Application, services: Services) {
  const { database, views } = services

  app.get(
    '/commentary',
    {
      schema: {
        summary: 'What roles say about measures, as an edition froze it; or the drafts for the next one',
        querystring: z.strictObject(CommentaryQuery.shape),
        response: { 200: CommentaryReply },
      },
    },
    async (request, reply) => {
      const { edition, audience } = request.query
      if (edition === 'draft') {
        const log = views.resolveLog(request, { audience })
        if (log.audience !== 'exact') throw draftsRefused()
        return reply.header('cache-control', neverStored).send({
          edition: null,
          audience: log.audience,
          commentary: await readDrafts(database.queries),
        })
      }
      const view = await views.resolve(request, { edition, audience })
      return sendOfEdition(services, request, reply, {
        view,
        about: 'commentary',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          commentary: (await view.reader.readCommentary()).map((one) => ({ ...one, version: null })),
        }),
      })
    },
  )

  app.put(
    '/commentary',
    {
      schema: {
        summary:
          'Write a draft for the next edition, or take it back; If-Match names the version that was read',
        body: WriteCommentary,
        response: { 200: CommentaryDraftReply },
      },
    },
    async (request, reply) => {
      const author = await identifyAuthor(services, request, 'write-commentary')
      const { kpi, period, text, release = 'officer' } = request.body
      const { reader } = await views.resolve(request, { edition: 'latest' })
      const measure = (await reader.readKpis()).find(({ id }) => id === kpi)
      if (!measure) throw badParameter('kpi', kpi, 'the id of a measure; GET /api/v1/kpis lists them')
      const fault = faultOfPeriod(measure, period, author.day)
      if (fault) throw badParameter('period', period, fault)
      const commentary: Commentary = {
        kpi,
        period,
        authorRole: author.name,
        text,
        release,
        writtenAt: author.at,
      }
      const tag = request.headers['if-match']
      const expected = tag === undefined ? null : (versionOfTag(tag) ?? 0)
      const outcome = await writeDraft(database.queries, commentary, expected)
      reply.header('cache-control', neverStored)
      switch (outcome.kind) {
        case 'written':
          return reply.header('etag', versionTag(outcome.draft.version)).send({ draft: outcome.draft })
        case 'taken-back':
          return reply.send({ draft: null })
        case 'unnamed':
          throw new ProblemError(
            428,
            'There is a draft already. Say which version you read: If-Match with its number in double quotes.',
            { current: outcome.current },
          )
        case 'stale':
          throw new ProblemError(412, 'The draft is not what you read any more. Look at it, then decide.', {
            current: outcome.current,
          })
      }
    },
  )
}

function draftsRefused(): ProblemError {
  return new ProblemError(403, 'Drafts are read by officers who are signed in. Ask for an edition.', {
    parameter: 'edition',
    value: 'draft',
    allowed: 'an edition number, or latest',
  })
}
