import * as z from 'zod/mini'
import { ChangesQuery, ChangesReply } from '../../src/contract/changes.ts'
import {
  compareEditions,
  type EditionContents,
  nothingToCompare,
} from '../../src/domain/changes/compare-editions.ts'
import type { Application } from '../application.ts'
import { readEditions } from '../db/editions.ts'
import { badParameter } from '../problem.ts'
import type { Services } from '../services.ts'
import type { EditionView } from '../session/views.ts'
import { sendOfEdition } from './edition-reply.ts'

export function changesRoute(app: Application, services: Services) {
  app.get(
    '/changes',
    {
      schema: {
        summary: 'What differs between two editions',
        querystring: z.strictObject(ChangesQuery.shape),
        response: { 200: ChangesReply },
      },
    },
    async (request, reply) => {
      const { from: asked, to: edition, audience } = request.query
      const later = await services.views.resolve(request, { edition, audience })
      const from = earlierEdition(asked, later.edition.number)
      return sendOfEdition(services, request, reply, {
        view: later,
        about: `changes ${from}`,
        read: async () => {
          const editions = await readEditions(services.database.queries)
          if (from === null) {
            const contents = { ...later.edition, kpis: await later.reader.readKpis() }
            return { audience: later.audience, ...nothingToCompare(contents, editions) }
          }
          const earlier = await services.views.resolve(request, {
            edition: String(from),
            audience: later.audience,
          })
          return {
            audience: later.audience,
            ...compareEditions(await contentsOf(earlier), await contentsOf(later), {
              editions,
              differing: await later.history.readDiffering(from),
              revised: await later.history.readRevised(),
            }),
          }
        },
      })
    },
  )
}

/** The edition asked for, which must come before `to`; else the one just before it, or null before the first. */
function earlierEdition(asked: string | undefined, to: number): number | null {
  if (asked === undefined) return to > 1 ? to - 1 : null
  const from = Number(asked)
  if (from < to) return from
  throw badParameter('from', asked, to > 1 ? `an edition before ${to}` : 'nothing: there is none before 1')
}

async function contentsOf({ edition, reader }: EditionView): Promise<EditionContents> {
  return {
    ...edition,
    kpis: await reader.readKpis(),
    plan: await reader.readPlan(),
    actions: await reader.readActions(),
    family: await reader.readTestedFamily(),
  }
}
