import { http } from 'msw'
import type * as z from 'zod/mini'
import { LoadLogReply } from '../../src/contract/load-log.ts'
import { MappingsReply } from '../../src/contract/mappings.ts'
import { SourcesReply } from '../../src/contract/sources.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { refuseByRole } from '../../src/service/refuse-by-role.ts'
import { currentSession } from '../db.ts'
import { at, refuse, reply } from '../respond.ts'

/** Reading files, keeping them and rehearsing an edition take the data service and its database. */
const takesTheService =
  'Without a data service nothing can be loaded or taken back: this is the demonstration in your browser, which checks no files and keeps none. Start the service (npm start) to load, check and publish.'

const noMappings = { timezone: 'Europe/London', mappings: [] }
const noSources = { timezone: 'Europe/London', sources: [] }

/** Loads are refused as by the service, or else for what the mock cannot do. */
export const loadHandlers = [
  http.post(at('/loads'), () => refused('POST /loads', new ProblemError(501, takesTheService))),
  http.post(at('/loads/take-back'), () =>
    refused('POST /loads/take-back', new ProblemError(501, takesTheService)),
  ),
  http.post(at('/mappings/propose'), () =>
    refused('POST /mappings/propose', new ProblemError(501, takesTheService)),
  ),
  http.post(at('/mappings'), () => refused('POST /mappings', new ProblemError(501, takesTheService))),
  http.get(at('/mappings'), ({ request }) => none(request, 'GET /mappings', MappingsReply, noMappings)),
  http.get(at('/loads'), ({ request }) => none(request, 'GET /loads', LoadLogReply, { loads: [] })),
  http.get(at('/sources'), ({ request }) => none(request, 'GET /sources', SourcesReply, noSources)),
  http.post(at('/sources/:name/ask'), () =>
    refused('POST /sources/:name/ask', new ProblemError(404, 'There is no source of that name.')),
  ),
  http.get(at('/loads/:id'), ({ params }) =>
    refused('GET /loads/:id', new ProblemError(404, `There is no load ${String(params.id)}.`)),
  ),
  http.get(at('/loads/:id/rows'), ({ params }) =>
    refused('GET /loads/:id/rows', new ProblemError(404, `There is no load ${String(params.id)}.`)),
  ),
  http.post(at('/loads/:id/publish'), ({ params }) =>
    refused('POST /loads/:id/publish', new ProblemError(404, `There is no load ${String(params.id)}.`)),
  ),
  http.post(at('/loads/:id/call-off'), ({ params }) =>
    refused('POST /loads/:id/call-off', new ProblemError(404, `There is no load ${String(params.id)}.`)),
  ),
]

/** As a service that nobody has loaded into, and that asks nobody. */
async function none<T extends Parameters<typeof reply>[0]>(
  request: Request,
  right: Parameters<typeof refuseByRole>[1],
  schema: T,
  nothing: z.infer<T>,
): Promise<Response> {
  try {
    refuseByRole(currentSession(), right)
    return await reply(schema, nothing, request, 'no-store')
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem)
    throw error
  }
}

function refused(right: Parameters<typeof refuseByRole>[1], then: ProblemError): Response {
  try {
    refuseByRole(currentSession(), right)
    return refuse(then.problem)
  } catch (error) {
    if (error instanceof ProblemError) return refuse(error.problem)
    throw error
  }
}
