import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audience } from '../../src/contract/common.ts'
import { openApi } from '../../src/contract/conformance/api-under-check.ts'
import { readKpis, seriesRequests } from '../../src/contract/conformance/edition-under-check.ts'
import { paths } from '../../src/contract/paths.ts'
import type { Role } from '../../src/contract/session.ts'
import { buildDemoPublications } from '../../src/demo/demonstration.ts'
import { operations } from '../../src/service/operations.ts'
import { isOnServer } from '../support/an-engine.ts'
import { type ApiInProcess, openMock, openServer } from '../support/servers-in-process.ts'

const editions = buildDemoPublications().map((_, index) => index + 1)
/** A server is asked by the same statements: one edition, with all before it as its history, tells its engine. */
const readEditions = isOnServer ? editions.slice(-1) : editions
const readers: Record<Audience, Role> = { exact: 'analyst', protected: 'public' }
const sets = readEditions.flatMap((edition) =>
  (['exact', 'protected'] as const).map((audience) => ({ edition, audience })),
)

const recording = {
  board: 'Performance review',
  action: 'Set out what keeps the list from falling.',
  ownerRole: 'OT Lead',
  due: '2031-10-31',
  link: 'ot-waiting',
}
const comment = { kpi: 'ot-waiting', period: '2025-09', text: 'The list has not moved.' }
const pack = { name: 'A pack', items: [] }

const refusalsOfOfficers: [role: Role, name: string, address: string][] = [
  ['public', 'what the panel does not see', '/withheld?kpi=ot-waiting'],
  ['analyst', 'what the panel does not see of an unknown measure', '/withheld?kpi=ot-wating'],
  ['public', 'drafts', '/commentary?edition=draft'],
  ['analyst', 'a live log of an unknown audience', '/actions?audience=everybody'],
  ['cabinet-author', 'the audit', '/audit'],
  ['analyst', 'an audit of an unknown deed', '/audit?deed=thought-of'],
  ['public', 'the chain of the audit', '/audit/chain'],
  ['analyst', 'a pack that nobody stored', '/packs/none'],
  ['analyst', 'a session with a parameter', '/session?colour=red'],
  ['analyst', 'an organisation with a parameter', '/organisation?colour=red'],
  ['analyst', 'editions with a parameter', '/editions?colour=red'],
  ['analyst', 'data quality of an unknown edition', '/data-quality?edition=99'],
  ['analyst', 'the log of an unknown edition', '/actions?edition=99'],
]

type Written = [method: string, path: string, body: unknown, headers?: Record<string, string>]

/** Nothing of it comes to be: what is written is not what is asked for, or not by whom it may be. */
const refusalsToWrite: [role: Role, name: string, written: Written][] = [
  ['public', 'an action', ['POST', '/actions', recording]],
  // who may not write is told so before anybody looks at what was sent
  ['public', 'an action that is no JSON', ['POST', '/actions', '{"board"']],
  ['director', 'an action that is no JSON', ['POST', '/actions', '{"board"']],
  ['director', 'an action of nothing', ['POST', '/actions', '']],
  [
    'director',
    'an action in another type',
    ['POST', '/actions', recording, { 'content-type': 'text/plain' }],
  ],
  [
    'director',
    'an action that is too large',
    ['POST', '/actions', { ...recording, action: 'x'.repeat(200_000) }],
  ],
  ['director', 'an action that is too deep', ['POST', '/actions', `${'['.repeat(200)}${']'.repeat(200)}`]],
  ['director', 'an action without a due day', ['POST', '/actions', { ...recording, due: undefined }]],
  [
    'director',
    'an action due before it was raised',
    ['POST', '/actions', { ...recording, due: '2001-01-31' }],
  ],
  ['director', 'an action of an unknown measure', ['POST', '/actions', { ...recording, link: 'ot-wating' }]],
  ['analyst', 'the release of an action', ['POST', '/actions', { ...recording, release: 'public' }]],
  [
    'director',
    'words that may give few people away',
    ['POST', '/actions', { ...recording, action: 'Ring the 2 carers.', release: 'public' }],
  ],
  ['director', 'a change without a version', ['PATCH', '/actions/A01', { ownerRole: 'Director' }]],
  [
    'director',
    'a change of another version',
    ['PATCH', '/actions/A01', { ownerRole: 'Director' }, { 'if-match': '"99"' }],
  ],
  [
    'director',
    'a change of no action',
    ['PATCH', '/actions/A9999', { ownerRole: 'Director' }, { 'if-match': '"1"' }],
  ],
  ['public', 'a change', ['PATCH', '/actions/A01', { ownerRole: 'Director' }, { 'if-match': '"1"' }]],
  ['public', 'a comment', ['PUT', '/commentary', comment]],
  ['director', 'a comment on an unknown measure', ['PUT', '/commentary', { ...comment, kpi: 'ot-wating' }]],
  [
    'director',
    'a comment on a month that is not over',
    ['PUT', '/commentary', { ...comment, period: '2099-01' }],
  ],
  [
    'director',
    'a comment on a draft that is not there',
    ['PUT', '/commentary', comment, { 'if-match': '"7"' }],
  ],
  ['analyst', 'the release of a comment', ['PUT', '/commentary', { ...comment, release: 'public' }]],
  ['public', 'a pack', ['POST', '/packs', pack]],
  ['director', 'a pack of something else', ['POST', '/packs', { ...pack, items: ['nothing/of-the-kind'] }]],
  ['cabinet-author', 'a file', ['POST', '/exports', { form: 'csv' }]],
  ['director', 'a file of an unknown edition', ['POST', '/exports', { form: 'csv', edition: 99 }]],
  ['director', 'a file of no form', ['POST', '/exports', {}]],
  ['director', 'a withdrawal', ['POST', '/editions/5/withdraw', { reason: 'Counted twice.' }]],
  [
    'analyst',
    'a withdrawal of an unknown edition',
    ['POST', '/editions/99/withdraw', { reason: 'Counted twice.' }],
  ],
  ['analyst', 'a withdrawal without a reason', ['POST', '/editions/5/withdraw', {}]],
  ['public', 'an unknown role', ['POST', '/session', { role: 'mayor' }]],
  ['public', 'a load', ['POST', '/loads', {}]],
  ['public', 'a roll back', ['POST', '/loads/take-back', {}]],
  ['analyst', 'what no source is called', ['POST', '/sources/none/ask', {}]],
]

let mock: ApiInProcess
let server: ApiInProcess
beforeAll(async () => {
  mock = openMock()
  server = await openServer()
})
afterAll(async () => {
  await mock.close()
  await server.close()
})

async function read(api: ApiInProcess, address: string) {
  return await openApi(api.fetch, api.base, 30).get(address)
}

async function readBoth(address: string) {
  return Promise.all([read(mock, address), read(server, address)])
}

async function signIn(role: Role) {
  await Promise.all([mock.signIn(role), server.signIn(role)])
}

async function expectSameJson(address: string) {
  const [fromMock, fromServer] = await readBoth(address)
  expect([address, fromServer.status]).toEqual([address, 200])
  expect(fromMock.status).toBe(200)
  // said before the whole difference, which would be thousands of lines
  expect(firstDifference(fromMock.json, fromServer.json, address)).toBeNull()
  expect(fromMock.headers.get('cache-control')).toBe(fromServer.headers.get('cache-control'))
  return fromServer.json
}

/** The first place where two values differ, with what stands there; null where they are equal. */
function firstDifference(a: unknown, b: unknown, place: string): string | null {
  if (Object.is(a, b)) return null
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return `${place}: ${JSON.stringify(a)} from the mock, ${JSON.stringify(b)} from the server`
  }
  const [first, second] = [new Map(Object.entries(a)), new Map(Object.entries(b))]
  for (const name of new Set([...first.keys(), ...second.keys()])) {
    const difference = firstDifference(first.get(name), second.get(name), `${place} ${name}`)
    if (difference) return difference
  }
  return Array.isArray(a) === Array.isArray(b) ? null : `${place}: a list on one side only`
}

describe('mock and server give the same', () => {
  it.each(['public', 'analyst'] as const)('session, organisation and editions, read by %s', async (role) => {
    await signIn(role)
    await expectSameJson(paths.session())
    await expectSameJson(paths.organisation())
    await expectSameJson(paths.editions())
    await expectSameJson(paths.edition('latest'))
    for (const edition of editions) await expectSameJson(paths.edition(edition))
  })

  it.each(sets)('measures, overview and plan of edition $edition, $audience', async (view) => {
    await signIn(readers[view.audience])
    await expectSameJson(paths.kpis(view))
    await expectSameJson(paths.overview(view))
    await expectSameJson(paths.plan(view))
    await expectSameJson(paths.actions(view))
    await expectSameJson(paths.commentary(view))
  })

  it.each(sets)('the whole analysis of edition $edition, $audience', async (view) => {
    await signIn(readers[view.audience])
    const { kpis } = await readKpis(openApi(server.fetch, server.base, 30), view)
    await expectSameJson(
      paths.analysis(
        view,
        kpis.map(({ id }) => id),
      ),
    )
    await expectSameJson(paths.signals(view))
  })

  it.each(sets)('data quality of edition $edition, and all since earlier ones, $audience', async (view) => {
    await signIn(readers[view.audience])
    await expectSameJson(paths.dataQuality(view))
    await expectSameJson(paths.changes(view))
    for (const from of editions.filter((edition) => edition < view.edition)) {
      await expectSameJson(paths.changes(view, from))
    }
  })

  it.each(sets)('every series of edition $edition, $audience, by every dimension', async (view) => {
    await signIn(readers[view.audience])
    const onServer = openApi(server.fetch, server.base, 30)
    const { kpis } = await readKpis(onServer, view)
    const requests = await seriesRequests(onServer, view)
    let figures = 0
    for (const { address } of requests) figures += countPoints(await expectSameJson(address))
    expect(kpis).toHaveLength(48)
    expect(figures).toBeGreaterThan(10_000)
  })

  it('the latest edition, the reader’s own audience and a narrowed series', async () => {
    await signIn('analyst')
    await expectSameJson('/kpis')
    await expectSameJson('/series?kpi=ot-waiting')
    await expectSameJson('/series?kpi=ot-waiting&kpi=dp-clients&from=2024-01&to=2024-12')
    await expectSameJson('/series?kpi=ot-waiting&dimension=team&from=2025-Q1')
    await expectSameJson('/series?kpi=sg-type')
    await signIn('public')
    await expectSameJson('/overview')
    await expectSameJson('/plan?edition=latest')
    await expectSameJson('/changes')
    await expectSameJson('/changes?from=2&to=latest')
    await expectSameJson('/data-quality')
  })

  const refusals: [name: string, address: string][] = [
    ['an unknown edition', '/kpis?edition=99'],
    ['an unknown edition by its address', '/editions/99'],
    ['an edition that is no number', '/overview?edition=seven'],
    ['an edition address that is no number', '/editions/seven'],
    ['an unknown audience', '/plan?audience=everybody'],
    ['exact figures for the panel', '/kpis?audience=exact'],
    ['changes of an unknown edition', '/changes?to=99'],
    ['changes since an edition that comes later', '/changes?from=5&to=4'],
    ['changes since an edition that is no number', '/changes?from=first'],
    ['exact changes for the panel', '/changes?from=1&to=2&audience=exact'],
    ['a series of no measure', '/series'],
    ['an unknown measure', '/series?kpi=ot-wating'],
    ['an unknown dimension', '/series?kpi=ot-waiting&dimension=planet'],
    ['teams for the panel', '/series?kpi=ot-waiting&dimension=team'],
    ['an unknown member', '/series?kpi=ot-waiting&member=Mars'],
    ['a month that does not exist', '/series?kpi=ot-waiting&from=2025-13'],
    ['a financial year of two years', '/series?kpi=ot-waiting&to=FY2024-26'],
    ['a range that ends before it begins', '/series?kpi=ot-waiting&from=2025-04&to=2025-03'],
    ['an analysis of no measure', '/analysis'],
    ['an analysis of an unknown measure', '/analysis?kpi=ot-wating'],
    ['exact signals for the panel', '/signals?audience=exact'],
    ['an unknown parameter', '/kpis?colour=red'],
  ]
  it.each(refusals)('refusal of %s', async (_, address) => {
    await signIn('public')
    const [fromMock, fromServer] = await readBoth(address)
    expect(describeRefusal(fromMock)).toEqual(describeRefusal(fromServer))
    expect(fromServer.status).toBeGreaterThanOrEqual(400)
  })

  it.each(refusalsOfOfficers)('refusal to %s of %s', async (role, _, address) => {
    await signIn(role)
    const [fromMock, fromServer] = await readBoth(address)
    expect(describeRefusal(fromMock)).toEqual(describeRefusal(fromServer))
    expect(fromServer.status).toBeGreaterThanOrEqual(400)
  })

  it.each(refusalsToWrite)('refusal to %s of %s', async (role, _, [method, path, body, headers]) => {
    await signIn(role)
    const write = async (api: ApiInProcess) => {
      const response = await api.send(method, path, body, headers)
      const { status, headers: answered } = response
      return describeRefusal({ status, headers: answered, json: await response.json() })
    }
    const [fromMock, fromServer] = [await write(mock), await write(server)]
    expect(fromMock).toEqual(fromServer)
    expect(fromServer.status).toBeGreaterThanOrEqual(400)
  })

  it('every operation is refused something here, but for those that refuse nobody', () => {
    const refused = [
      ...refusals.map(([, address]) => `get ${address}`),
      ...refusalsOfOfficers.map(([, , address]) => `get ${address}`),
      ...refusalsToWrite.map(([, , [method, path]]) => `${method.toLowerCase()} ${path}`),
    ].map((asked) => asked.split('?')[0] ?? '')
    const unrefused = operations.filter(({ method, path }) => {
      const one = new RegExp(`^${method} ${path.replaceAll(/:\w+/g, '[^/]+')}$`)
      return !refused.some((asked) => one.test(asked))
    })
    expect(unrefused.map(({ method, path }) => `${method} ${path}`)).toEqual([])
  })
})

function countPoints(reply: unknown): number {
  return (JSON.stringify(reply).match(/"period":/g) ?? []).length
}

/** A refusal has the same status, kind and words on both sides: it is made in one place. */
function describeRefusal({ status, headers, json }: { status: number; headers: Headers; json: unknown }) {
  return { status, contentType: headers.get('content-type')?.split(';')[0], problem: json }
}
