import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import {
  Action,
  ActionsQuery,
  ActionsReply,
  EditAction,
  RecordAction,
  versionOfTag,
  versionTag,
} from '../../src/contract/actions.ts'
import type { Application } from '../application.ts'
import { changeStoredAction, readLinkable, recordNewAction } from '../db/action-store.ts'
import { instant } from '../db/editions.ts'
import { badParameter, ProblemError } from '../problem.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import { identifyAuthor, todayHere } from '../session/authors.ts'
import { sendOfEdition } from './edition-reply.ts'

export function actionRoutes(app: Application, services: Services) {
  const { database, views } = services

  app.get(
    '/actions',
    {
      schema: {
        summary: 'Actions arising: the live log, or with an edition as it stood at its publication',
        querystring: z.strictObject(ActionsQuery.shape),
        response: { 200: ActionsReply },
      },
    },
    async (request, reply) => {
      const { edition, audience } = request.query
      if (edition === undefined) return sendLiveLog(services, request, reply, { audience })
      const view = await views.resolve(request, { edition, audience })
      return sendOfEdition(services, request, reply, {
        view,
        about: 'actions',
        read: async () => ({
          edition: view.edition.number,
          audience: view.audience,
          asOf: view.edition.dataAsAt,
          actions: await view.reader.readActions(),
        }),
      })
    },
  )

  app.post(
    '/actions',
    {
      schema: {
        summary: 'Record an action',
        body: RecordAction,
        response: { 200: Action, 201: Action },
      },
    },
    async (request, reply) => {
      const author = await identifyAuthor(services, request, 'write-actions')
      const { key = null, ...given } = request.body
      const raised = given.raised ?? author.day
      if (raised > author.day) throw badParameter('raised', raised, `a day up to today, ${author.day}`)
      if (given.due < raised) throw badParameter('due', given.due, `a day from ${raised}`)
      await refuseUnknownLink(services, given.link)
      const { action, isNew } = await recordNewAction(database.queries, given, author, key)
      return sendAction(reply.code(isNew ? 201 : 200), action)
    },
  )

  app.patch(
    '/actions/:id',
    {
      schema: {
        summary: 'Change an action; If-Match names the version that was read',
        params: z.object({ id: z.string() }),
        body: EditAction,
        response: { 200: Action },
      },
    },
    async (request, reply) => {
      const author = await identifyAuthor(services, request, 'write-actions')
      const tag = request.headers['if-match']
      if (tag === undefined) throw unnamedVersion()
      await refuseUnknownLink(services, request.body.link)
      const { id } = request.params
      const outcome = await changeStoredAction(database.queries, id, versionOfTag(tag), request.body, author)
      switch (outcome.kind) {
        case 'changed':
        case 'unchanged':
          return sendAction(reply, outcome.action)
        case 'unknown':
          throw new ProblemError(404, `There is no action "${id}".`)
        case 'stale':
          throw new ProblemError(
            412,
            `Somebody else has changed ${id} since you read it. Look at what it says now, then decide.`,
            { current: outcome.current },
          )
        case 'not-permitted':
          throw new ProblemError(403, outcome.message)
        case 'refused':
          throw badParameter(outcome.field, outcome.value, outcome.allowed)
      }
    },
  )
}

async function sendLiveLog(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: Pick<z.infer<typeof ActionsQuery>, 'audience'>,
): Promise<FastifyReply> {
  const { audience, log } = services.views.resolveLog(request, asked)
  return reply.header('cache-control', neverStored).send({
    edition: null,
    audience,
    asOf: await todayHere(services, instant(services.now())),
    actions: await log.read(),
  })
}

function sendAction(reply: FastifyReply, action: Action | Readonly<{ version: number }>): FastifyReply {
  return reply.header('cache-control', neverStored).header('etag', versionTag(action.version)).send(action)
}

async function refuseUnknownLink({ database }: Services, link: string | null | undefined): Promise<void> {
  if (link === null || link === undefined) return
  const linkable = await readLinkable(database.queries)
  if (!linkable.has(link)) {
    throw badParameter('link', link, 'the id of a measure or of a milestone, or null')
  }
}

function unnamedVersion(): ProblemError {
  return new ProblemError(
    428,
    'Say which version you read: If-Match with its number in double quotes, such as "3".',
  )
}
