import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { Problem } from '../../src/contract/common.ts'
import { aFigure } from '../support/a-figure.ts'
import { openEmpty } from '../support/an-engine.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'

let database: Database
let app: Application
let port: number
const token = { authorization: 'Bearer key-of-the-loader' }

beforeAll(async () => {
  database = await openEmpty()
  await setOrganisation(database.queries, testOrganisation)
  // as many measures as a council has, so that "did you mean" has its work
  const kpis = Array.from({ length: 48 }, (_, index) => aDefinition({ id: `a-measure-of-waiting-${index}` }))
  await publishEdition(
    database,
    aPublication({ kpis: [aDefinition(), ...kpis], figures: [aFigure({ value: 300 })] }),
  )
  app = await buildApplication({ database, auth: 'demo', loadToken: 'key-of-the-loader', logLevel: 'silent' })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const bound = app.server.address()
  port = typeof bound === 'object' && bound ? bound.port : 0
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** Long, deep and odd, as they stand in an address or a header, and in a body. */
const oddTexts: Record<string, string> = {
  empty: '',
  long: 'x'.repeat(15_000),
  'long as an id': `a-measure-of-waiting-${'9'.repeat(170)}`,
  nul: 'a\u0000b',
  'half a character': 'a\ud800b',
  'right to left': '\u202ea',
  percent: '%',
  'not UTF-8': '%E0%A4%A',
  quotes: `'";--<script>`,
  'huge number': '9'.repeat(400),
  'no number': '1e999',
  path: '../../etc/passwd',
  pattern: '(a+)+$'.repeat(200),
  prototype: '__proto__',
  lines: 'a\r\nb',
}
const oddValues: Record<string, unknown> = {
  ...oddTexts,
  null: null,
  number: 1e308,
  many: Array.from({ length: 5000 }, () => 'a'),
  object: { constructor: { prototype: 1 } },
  deep: JSON.parse(`${'['.repeat(9)}${']'.repeat(9)}`),
}

/** What each route takes when all is well; a new route that takes something has to stand here. */
const sound: Record<string, { path?: string; query?: string; body?: Record<string, unknown> }> = {
  'GET /{id}': { path: 'none' },
  'GET /api/v1/{id}': { path: 'none' },
  'GET /api/v1/editions/{n}': { path: '1' },
  'POST /api/v1/editions/{n}/withdraw': { path: '1', body: { reason: 'said' } },
  'GET /api/v1/withheld': { query: 'kpi=ot-waiting' },
  'GET /api/v1/series': { query: 'kpi=ot-waiting' },
  'GET /api/v1/analysis': { query: 'kpi=ot-waiting' },
  'GET /api/v1/packs/{id}': { path: 'none' },
  'GET /api/v1/loads/{id}': { path: 'none' },
  'GET /api/v1/loads/{id}/rows': { path: 'none' },
  'POST /api/v1/loads/take-back': { body: { kind: 'roll-back', to: 1 } },
  'GET /api/v1/previews/{id}/exact/series': { path: 'none', query: 'kpi=ot-waiting' },
  'POST /api/v1/loads/{id}/publish': { path: 'none', body: { label: 'September', note: 'none' } },
  'POST /api/v1/loads/{id}/call-off': { path: 'none' },
  'POST /api/v1/mappings': { body: { name: 'List', mapping: null } },
  'POST /api/v1/sources/{name}/ask': { path: 'none' },
  'POST /api/v1/session': { body: { role: 'public' } },
  'POST /api/v1/sessions/end': { body: { who: 'nobody' } },
  'POST /api/v1/exports': { body: { form: 'csv', edition: 1 } },
  'POST /api/v1/actions': {
    body: { board: 'Board', action: 'Ask', ownerRole: 'Lead', due: '2099-01-01', link: 'ot-waiting' },
  },
  'PATCH /api/v1/actions/{id}': { path: 'A-001', body: { note: 'said' } },
  'PUT /api/v1/commentary': { body: { kpi: 'ot-waiting', period: '2025-08', text: 'said' } },
  'POST /api/v1/packs': {
    body: {
      name: 'Pack',
      items: [{ kind: 'trend', kpi: 'ot-waiting', search: { view: 'x' }, group: '', line: '' }],
    },
  },
}

/** Headers that the service, or a plugin of it, reads. */
const headers = [
  'cookie',
  'authorization',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'accept',
  'accept-encoding',
  'content-type',
  'content-encoding',
  'range',
  'origin',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'host',
  'sec-fetch-site',
  'x-requested-with',
  'idempotency-key',
]

const Operation = z.object({
  parameters: z.optional(z.array(z.object({ in: z.string(), name: z.string() }))),
  requestBody: z.optional(z.unknown()),
})
interface Route {
  name: string
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
  query: string[]
  hasBody: boolean
}

/** Routes that the document leaves out: health, previews (each reading once more), the document itself, and whatever is no route at all. */
const undocumented = [
  '/healthz',
  '/readyz',
  '/api/openapi.json',
  '/api/docs',
  '/',
  '/{id}',
  '/api/v1/{id}',
  '/api/v1/previews/{id}/exact/series',
].map((path): Route => ({ name: `GET ${path}`, method: 'GET', path, query: [], hasBody: false }))

function routes(): Route[] {
  return [...documented(), ...undocumented]
}

function documented(): Route[] {
  return Object.entries(app.swagger().paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations ?? {}).map(([verb, given]) => {
      const method = z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).parse(verb.toUpperCase())
      const { parameters = [], requestBody } = Operation.parse(given)
      const query = parameters.filter((one) => one.in === 'query').map(({ name }) => name)
      return { name: `${method} ${path}`, method, path, query, hasBody: requestBody !== undefined }
    }),
  )
}

interface Asked {
  path?: string
  query?: string
  body?: unknown
  headers?: Record<string, string>
}

const addressOf = ({ path }: Route, { path: part = 'none', query = '' }: Asked) =>
  `${path.replace(/\{\w+\}/, () => part)}${query && `?${query}`}`

async function ask(route: Route, asked: Asked) {
  const started = process.cpuUsage()
  const reply = await app.inject({
    method: route.method,
    url: addressOf(route, asked),
    headers: { ...token, ...(asked.body === undefined ? {} : json), ...asked.headers },
    ...(asked.body === undefined ? {} : { payload: JSON.stringify(asked.body) }),
  })
  const { user, system } = process.cpuUsage(started)
  return { reply, spent: user + system }
}
const json = { 'content-type': 'application/json' }

/** Every place of a body, each with the body that has an odd value there. */
function* placesOf(body: unknown, odd: unknown): Generator<unknown> {
  yield odd
  if (Array.isArray(body)) {
    for (const inner of placesOf(body[0], odd)) yield [inner]
  } else if (typeof body === 'object' && body !== null) {
    for (const [key, value] of Object.entries(body)) {
      for (const inner of placesOf(value, odd)) yield { ...body, [key]: inner }
    }
    yield { ...body, [String(odd).slice(0, 300)]: odd }
  }
}

/**
 * Every text in every part of an address. Of a header, and of a parameter that is repeated or put in brackets, each
 * route has its turn of the texts, and all routes together have all of them: one door reads these for every route.
 */
function* oddRequests(route: Route, turn: number): Generator<Asked> {
  const fine = sound[route.name] ?? {}
  const texts = Object.values(oddTexts)
  const others = (name: string) => (fine.query?.startsWith(`${name}=`) ? '' : (fine.query ?? ''))
  const inAddress = (text: string) => [
    encodeURIComponent(text.toWellFormed()),
    text.replaceAll(/[^\x21-\x7e]|#/g, ''),
  ]
  for (const value of texts.flatMap(inAddress)) {
    if (route.path.includes('{')) yield { ...fine, path: value }
    for (const name of [...route.query, 'unknown']) {
      yield { ...fine, query: `${others(name)}&${name}=${value}` }
    }
    yield { ...fine, query: value }
  }
  for (const [index, name] of [...route.query, 'unknown'].entries()) {
    for (const value of inAddress(texts[(turn + index) % texts.length] ?? '')) {
      yield { ...fine, query: `${others(name)}&${`${name}=${value.slice(0, 40)}&`.repeat(300)}` }
      yield { ...fine, query: `${others(name)}&${name}[]=${value.slice(0, 40)}&${name}[a]=1` }
    }
  }
  for (const [index, header] of headers.entries()) {
    const text = texts[(turn + index) % texts.length] ?? ''
    yield { ...fine, headers: { [header]: text.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 12_000) } }
  }
  if (!route.hasBody) return
  for (const odd of Object.values(oddValues)) {
    for (const body of placesOf(fine.body, odd)) yield { ...fine, body }
  }
}

/** A refusal in words, a reading, or nothing new: never a fault of the service. */
function judge(route: Route, asked: Asked, status: number, type: unknown, body: string) {
  const told = `${addressOf(route, asked).slice(0, 160)} ${JSON.stringify(asked).slice(0, 160)}`
  expect([told, status]).toEqual([told, expect.toSatisfy((given) => given < 500)])
  if (status < 400) return
  expect([told, type]).toEqual([told, 'application/problem+json; charset=utf-8'])
  const problem = Problem.parse(JSON.parse(body))
  expect([told, problem.status]).toEqual([told, status])
  expect([told, (problem.value ?? '').length < 100]).toEqual([told, true])
}

/** One odd request may cost as much as so many plain ones of the same route, or of the usual route. */
const most = 40

describe('every parameter of every route', () => {
  it('has an example here where the route needs one', () => {
    const lacking = routes().filter(
      ({ name, path, hasBody }) => (path.includes('{') || hasBody) && !(name in sound),
    )
    expect(lacking.map(({ name }) => name)).toEqual([])
    // so that each header meets each text on some route
    expect(routes().length).toBeGreaterThan(Object.keys(oddTexts).length * 2)
  })

  it('is refused in words where it is long, deep or odd, and costs no more than a plain one', async () => {
    const plain = new Map<string, number>()
    for (const route of routes()) {
      const runs = [1, 2, 3].map(() => ask(route, sound[route.name] ?? {}))
      plain.set(route.name, Math.max(...(await Promise.all(runs)).map(({ spent }) => spent)))
    }
    const usual = [...plain.values()].toSorted((a, b) => a - b)[Math.floor(plain.size / 2)] ?? 0
    let asked = 0
    for (const [turn, route] of routes().entries()) {
      const allowed = most * Math.max(usual, plain.get(route.name) ?? 0)
      for (const odd of oddRequests(route, turn)) {
        asked += 1
        const first = await ask(route, odd)
        const { statusCode, headers: given, body } = first.reply
        judge(route, odd, statusCode, given['content-type'], body)
        // what else the process had to do in between is not asked for a second time
        const spent = first.spent > allowed ? (await ask(route, odd)).spent : first.spent
        const told = `${route.name} ${JSON.stringify(odd).slice(0, 160)}`
        expect([told, spent <= allowed]).toEqual([told, true])
      }
    }
    expect(asked).toBeGreaterThan(2000)
  })

  it('of JSON is read no deeper than any body needs', async () => {
    for (const payload of [
      '['.repeat(30_000),
      `{"role":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
      '{"a":'.repeat(9000),
    ]) {
      const reply = await app.inject({ method: 'POST', url: '/api/v1/session', headers: json, payload })
      expect([reply.statusCode, Problem.parse(reply.json()).status]).toEqual([400, 400])
    }
    const large = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: json,
      payload: `{"role":"${'x'.repeat(70_000)}"}`,
    })
    expect([large.statusCode, Problem.parse(large.json()).status]).toEqual([413, 413])
  })
})

describe('a request that is none, or of another kind', () => {
  const send = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      let got = ''
      socket.on('data', (data) => {
        got += data
      })
      socket.on('close', () => resolve(got))
      socket.end(text)
    })
  const host = 'Host: localhost\r\nConnection: close\r\n'
  const jsonHead = 'Content-Type: application/json\r\n'

  it.each([
    ['rubbish', 400, 'rubbish\r\n\r\n'],
    ['an unknown method', 400, `FOO / HTTP/1.1\r\n${host}\r\n`],
    ['no host', 400, 'GET /api/v1/session HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['another host', 421, 'GET /api/v1/session HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n'],
    ['an empty host', 421, 'GET /api/v1/session HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'],
    [
      'a write from elsewhere',
      403,
      `DELETE /api/v1/session HTTP/1.1\r\n${host}Origin: http://localhost:9\r\n\r\n`,
    ],
    ['a proxy', 405, `CONNECT a:1 HTTP/1.1\r\n${host}\r\n`],
    ['a method of another resource', 405, `PUT /api/v1/session HTTP/1.1\r\n${host}\r\n`],
    ['TRACE', 405, `TRACE /api/v1/kpis HTTP/1.1\r\n${host}\r\n`],
    ['nothing there', 404, `GET // HTTP/1.1\r\n${host}\r\n`],
    ['a long part of an address', 414, `GET /api/v1/packs/${'a'.repeat(300)} HTTP/1.1\r\n${host}\r\n`],
    ['a long address', 431, `GET /api/v1/${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`],
    ['long headers', 431, `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['a bad address', 400, `GET /api/v1/packs/%E0%A4%A HTTP/1.1\r\n${host}\r\n`],
    ['NUL in an address', 400, `GET /api/v1/packs/a%00b HTTP/1.1\r\n${host}\r\n`],
    ['an expectation', 417, `POST /api/v1/session HTTP/1.1\r\n${host}Expect: tea\r\n\r\n`],
    [
      'broken chunks',
      400,
      `POST /api/v1/session HTTP/1.1\r\n${host}${jsonHead}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    ],
    [
      'a body too large',
      413,
      `POST /api/v1/session HTTP/1.1\r\n${host}${jsonHead}Content-Length: 99999999\r\n\r\n{}`,
    ],
    ['no JSON', 400, `POST /api/v1/session HTTP/1.1\r\n${host}${jsonHead}Content-Length: 2\r\n\r\n{x`],
    [
      'a body of another type',
      415,
      `POST /api/v1/session HTTP/1.1\r\n${host}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}`,
    ],
  ])('is answered by a problem: %s', async (_, status, text) => {
    const reply = await send(text)
    const [head = '', body = ''] = reply.split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(head.toLowerCase()).toContain('content-type: application/problem+json')
    expect(Problem.parse(JSON.parse(/\{.*\}/s.exec(body)?.[0] ?? '')).status).toBe(status)
  })
})
