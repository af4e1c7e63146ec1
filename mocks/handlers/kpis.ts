import { http } from 'msw'
import { KpisReply } from '../../src/contract/kpis.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { withFailingKpis } from '../failures/failing-kpis.ts'
import { at, reply } from '../respond.ts'

export const kpiHandlers = [
  http.get(
    at('/kpis'),
    editionResource('kpis', [], ({ request, edition, audience, caching }) => ({
      whole: () =>
        reply(
          KpisReply,
          { edition, audience, kpis: withFailingKpis(db.tables.readKpis(edition, audience)) },
          request,
          caching,
        ),
      empty: () => reply(KpisReply, { edition, audience, kpis: [] }, request, caching),
    })),
  ),
]
