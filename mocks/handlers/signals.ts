import { http } from 'msw'
import { SignalsReply } from '../../src/contract/analysis.ts'
import { bearableFalseAlarms } from '../../src/domain/signals/find-signals.ts'
import { db } from '../db.ts'
import { editionResource } from '../edition-resource.ts'
import { at, reply } from '../respond.ts'

export const signalsHandlers = [
  http.get(
    at('/signals'),
    editionResource('signals', [], ({ request, edition, audience, caching }) => {
      const named = { edition, audience, bearableFalseAlarms }
      return {
        whole: () =>
          reply(
            SignalsReply,
            { ...named, ...db.tables.readAnalysis(edition, audience).family },
            request,
            caching,
          ),
        empty: () => reply(SignalsReply, { ...named, untested: 0, signals: [] }, request, caching),
      }
    }),
  ),
]
