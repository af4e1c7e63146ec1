import { type HttpHandler, http, type PathParams } from 'msw'
import { largestBody } from '../../src/contract/bounds.ts'
import { versionTag } from '../../src/contract/version-tag.ts'
import type { Operation, RawRequest } from '../../src/service/operation.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { refuseByRole, rightOf } from '../../src/service/refuse-by-role.ts'
import type { Store } from '../../src/service/store.ts'
import { currentSession } from '../db.ts'
import { emptied } from '../failures/empty-store.ts'
import { fail } from '../failures/fail.ts'
import { failureOf, knowingFailingKpis } from '../failures/failing-kpis.ts'
import { failureOfResource } from '../failures/failing-resource.ts'
import { at, readJson, refuse, reply } from '../respond.ts'
import { memoryStore } from '../store.ts'

/** Puts one thing that the API does into the mock. */
export function mockOperation(operation: Operation): HttpHandler {
  return http[operation.method](at(operation.path), async ({ request, params }) => {
    try {
      return await answer(operation, request, params)
    } catch (error) {
      if (error instanceof ProblemError) return refuse(error.problem)
      throw error
    }
  })
}

async function answer(operation: Operation, request: Request, params: PathParams): Promise<Response> {
  // as the service has it: whoever may not write is told so before what was sent is looked at
  refuseByRole(currentSession(), rightOf(operation.method, operation.path))
  const raw: RawRequest = {
    params: readParams(operation, params),
    query: readQuery(new URL(request.url).searchParams),
    body:
      operation.method === 'get' ? undefined : await readJson(request, operation.mostBytes ?? largestBody),
    ifMatch: request.headers.get('if-match'),
  }
  const asksOfMeasures = operation.path === '/series' || operation.path === '/analysis'
  const store = knowingFailingKpis(memoryStore, asksOfMeasures)
  const from = (source: Store) => send(operation, source, raw, request)
  const whole = await from(store)
  const failure = failureOfRequest(operation, raw)
  return failure
    ? await fail(
        failure,
        () => whole,
        () => from(emptied(store, asksOfMeasures)),
      )
    : whole
}

async function send(
  operation: Operation,
  store: Store,
  raw: RawRequest,
  request: Request,
): Promise<Response> {
  const asker = { session: currentSession(), at: new Date().toISOString() }
  const { caching, status, version, read } = await operation.ask(store, asker, raw)
  const answered = await reply(operation.schemas.reply, await read(), request, caching, status)
  if (version !== null) answered.headers.set('etag', versionTag(version))
  return answered
}

/** The parameters that the path names; what stands for the API's base has a number and is none of them. */
function readParams({ path }: Operation, params: PathParams) {
  return Object.fromEntries(Object.entries(params).filter(([name]) => path.includes(`:${name}`)))
}

/** Once given is a text, given often a list: as every server reads a query. */
function readQuery(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const [first = '', ...rest] = query.getAll(name)
      return [name, rest.length > 0 ? [first, ...rest] : first]
    }),
  )
}

/** A resource fails where the address of the page says so; a reading of measures where one of them is made to. */
function failureOfRequest({ method, path }: Operation, { query }: RawRequest) {
  if (method !== 'get') return null
  const [, resource = ''] = path.split('/')
  const named = new Map(Object.entries(query ?? {})).get('kpi')
  const measures = [named].flat().filter((kpi) => typeof kpi === 'string')
  return measures.map(failureOf).find((failure) => failure !== null) ?? failureOfResource(resource)
}
