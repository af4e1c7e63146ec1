import { http } from 'msw'
import { ActionsReply } from '../../src/contract/actions.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { at, reply } from '../respond.ts'

export const actionsHandlers = [
  http.get(
    at('/actions'),
    editionResource('actions', [], ({ request, edition, audience, caching }) => ({
      whole: () =>
        reply(
          ActionsReply,
          { edition, audience, actions: [...db.tables.readActions(edition, audience)] },
          request,
          caching,
        ),
      empty: () => reply(ActionsReply, { edition, audience, actions: [] }, request, caching),
    })),
  ),
]
