import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../src/contract/common.ts'
import { KpisReply } from '../../src/contract/kpis.ts'
import { OverviewReply } from '../../src/contract/overview.ts'
import { PlanReply } from '../../src/contract/plan.ts'
import { SeriesReply } from '../../src/contract/series.ts'
import { allRoles } from '../../src/domain/session/role-table.ts'
import {
  type Answer,
  type DemonstrationService,
  demonstrationService,
} from './support/demonstration-service.ts'

let service: DemonstrationService

beforeAll(async () => {
  service = await demonstrationService()
})
afterAll(() => service.close())

const pinned = 'edition=5&audience=protected'

/** An error as it must be: its status in header and body, its content type, and never kept. */
function expectProblem(answer: Answer, status: number): Problem {
  expect(answer.status).toBe(status)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  const problem = Problem.parse(answer.json)
  expect(problem.status).toBe(status)
  return problem
}

describe('/session', () => {
  it('is the panel until a role is chosen', async () => {
    const { json, headers } = await service.get('/session')
    expect(json).toEqual({ role: 'public', name: 'Panel', audience: 'protected', can: ['choose-role'] })
    expect(headers['cache-control']).toBe('no-store')
  })

  it('lets an analyst load and publish, and gives officers exact figures', async () => {
    expect((await service.get('/session', 'analyst')).json).toMatchObject({
      role: 'analyst',
      audience: 'exact',
      can: [
        'choose-role',
        'load',
        'publish',
        'write-actions',
        'write-commentary',
        'store-packs',
        'read-audit',
      ],
    })
    expect((await service.get('/session', 'director')).json).toMatchObject({
      audience: 'exact',
      can: [
        'choose-role',
        'write-actions',
        'confirm-actions',
        'write-commentary',
        'release',
        'store-packs',
        'read-audit',
      ],
    })
  })

  it('is kept in a cookie that scripts and other sites cannot use, and ends with it', async () => {
    const signIn = await service.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { role: 'director' },
    })
    const [cookie] = signIn.cookies
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' })
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` }
    const signOut = await service.app.inject({ method: 'DELETE', url: '/api/v1/session', headers })
    expect(signOut.json()).toMatchObject({ role: 'public' })
    const after = await service.app.inject({ url: '/api/v1/session', headers })
    expect(after.json()).toMatchObject({ role: 'public', audience: 'protected' })
  })

  it('refuses a role that does not exist, naming those that do', async () => {
    const reply = await service.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { role: 'mayor' },
    })
    expect(reply.statusCode).toBe(400)
    expect(reply.json()).toMatchObject({
      parameter: 'role',
      value: 'mayor',
      allowed: 'analyst, director, service-lead, practice-lead, cabinet-author, public',
    })
  })

  it('does not believe a made-up cookie or token', async () => {
    const headers = { cookie: 'session=analyst', authorization: 'Bearer null' }
    expect((await service.get('/session', 'public', headers)).json).toMatchObject({ role: 'public' })
  })
})

describe('/organisation and /editions', () => {
  it('say whose figures these are, and that they are illustrative', async () => {
    expect((await service.get('/organisation')).json).toMatchObject({ name: 'Ealing', illustrative: true })
  })

  it('list editions newest first', async () => {
    const { json, headers } = await service.get('/editions')
    const numbers = (json as { editions: { number: number }[] }).editions.map(({ number }) => number)
    expect(numbers).toEqual([5, 4, 3, 2, 1])
    expect(headers['cache-control']).toBe('no-cache')
  })

  it('give one edition by number or as the latest', async () => {
    expect((await service.get('/editions/2')).json).toMatchObject({ number: 2, supersededBy: 3 })
    expect((await service.get('/editions/latest')).json).toMatchObject({ number: 5, supersededBy: null })
  })

  it('answer 404 for an edition that does not exist and 400 for what is no edition', async () => {
    expect(expectProblem(await service.get('/editions/6'), 404).detail).toContain('1 to 5')
    expect(expectProblem(await service.get('/editions/last'), 400)).toMatchObject({
      parameter: 'n',
      value: 'last',
    })
  })
})

describe('/kpis', () => {
  it('describes 48 measures, and drops nothing that the contract names', async () => {
    const { json } = await service.get(`/kpis?${pinned}`)
    const { kpis } = KpisReply.parse(json)
    expect(kpis).toHaveLength(48)
    expect(kpis.find(({ id }) => id === 'ot-waiting')).toMatchObject({
      aggregation: 'P',
      latestPeriod: '2025-09',
      frequency: 'month',
    })
  })

  it('gives officers teams, and the panel none', async () => {
    const dimensionsFor = async (path: string, as: 'public' | 'director') =>
      new Set(
        KpisReply.parse((await service.get(path, as)).json).kpis.flatMap((kpi) =>
          kpi.dimensions.map(({ id }) => id),
        ),
      )
    expect(await dimensionsFor('/kpis', 'director')).toContain('team')
    expect(await dimensionsFor('/kpis', 'public')).not.toContain('team')
    expect(await dimensionsFor('/kpis?audience=protected', 'director')).not.toContain('team')
  })
})

describe('/series', () => {
  const seriesOf = async (query: string, as: 'public' | 'director' = 'public') =>
    SeriesReply.parse((await service.get(`/series?${query}`, as)).json).series

  it('gives the borough series in period order', async () => {
    const [series] = await seriesOf(`kpi=ot-waiting&${pinned}`)
    const periods = series?.points.map(({ period }) => period) ?? []
    expect(series).toMatchObject({ kpi: 'ot-waiting', dimension: 'borough', member: 'All' })
    expect(periods.length).toBeGreaterThanOrEqual(36)
    expect(periods).toEqual([...new Set(periods)].sort())
  })

  it('gives several measures in the order asked for', async () => {
    const series = await seriesOf(`kpi=dp-clients&kpi=ot-waiting&kpi=dp-clients&${pinned}`)
    expect(series.map(({ kpi }) => kpi)).toEqual(['dp-clients', 'ot-waiting'])
  })

  it('gives one dimension whole, or one member of it', async () => {
    const towns = await seriesOf('kpi=ot-waiting&dimension=town')
    expect(towns.map(({ member }) => member)).toContain('Southall')
    const one = await seriesOf('kpi=ot-waiting&dimension=town&member=Southall')
    expect(one).toEqual(towns.filter(({ member }) => member === 'Southall'))
  })

  it('gives a range whose ends are in it, in periods of any frequency', async () => {
    const [months] = await seriesOf('kpi=ot-waiting&from=2024-11&to=2025-01')
    expect(months?.points.map(({ period }) => period)).toEqual(['2024-11', '2024-12', '2025-01'])
    const [quarter] = await seriesOf('kpi=ot-waiting&from=2025-Q1&to=2025-Q1')
    expect(quarter?.points.map(({ period }) => period)).toEqual(['2025-04', '2025-05', '2025-06'])
  })

  it('gives no borough series of a measure of categories', async () => {
    expect(await seriesOf('kpi=sg-type')).toEqual([])
    expect((await seriesOf('kpi=sg-type&dimension=type')).length).toBeGreaterThan(5)
  })

  it('answers 404 for an unknown measure, naming it and the nearest one', async () => {
    const problem = expectProblem(await service.get('/series?kpi=ot-wating'), 404)
    expect(problem.detail).toContain('"ot-wating"')
    expect(problem).toMatchObject({ parameter: 'kpi', value: 'ot-wating', allowed: 'ot-waiting' })
  })

  it('answers 400 for an unknown dimension or member, naming what is allowed', async () => {
    const dimension = expectProblem(await service.get('/series?kpi=ot-waiting&dimension=planet'), 400)
    expect(dimension).toMatchObject({ parameter: 'dimension', value: 'planet' })
    expect(dimension.allowed).toContain('town')
    const member = expectProblem(await service.get('/series?kpi=ot-waiting&dimension=town&member=Soho'), 400)
    expect(member).toMatchObject({ parameter: 'member', value: 'Soho' })
    expect(member.allowed).toContain('Southall')
  })

  it('does not tell the panel that teams exist', async () => {
    const problem = expectProblem(await service.get('/series?kpi=ot-waiting&dimension=team'), 400)
    expect(problem.allowed).not.toContain('team')
    expect((await seriesOf('kpi=ot-waiting&dimension=team', 'director')).length).toBeGreaterThan(1)
  })

  it('answers 400 for a missing measure, a bad period, a bad range and a repeated parameter', async () => {
    const problemOf = async (query: string) => expectProblem(await service.get(`/series?${query}`), 400)
    expect(await problemOf('')).toMatchObject({ parameter: 'kpi' })
    expect(await problemOf('kpi=ot-waiting&from=2025')).toMatchObject({ parameter: 'from', value: '2025' })
    expect(await problemOf('kpi=ot-waiting&from=0000-01')).toMatchObject({ parameter: 'from' })
    expect(await problemOf('kpi=ot-waiting&to=FY2024-26')).toMatchObject({ parameter: 'to' })
    expect(await problemOf('kpi=ot-waiting&from=2025-04&to=2024-04')).toMatchObject({ parameter: 'to' })
    expect(await problemOf('kpi=ot-waiting&edition=1&edition=2')).toMatchObject({
      parameter: 'edition',
      allowed: 'one value, given once',
    })
  })
})

describe('/overview', () => {
  it('has a row for each measure, with its last 36 months and milestone', async () => {
    const { kpis, milestones } = OverviewReply.parse((await service.get(`/overview?${pinned}`)).json)
    expect([kpis.length, milestones.total > 30]).toEqual([48, true])
    const row = kpis.find(({ id }) => id === 'ot-waiting')
    expect(row?.series.points).toHaveLength(36)
    expect(row?.plan.kind).toBe('position')
    expect(row?.milestone?.kpi).toBe('ot-waiting')
  })

  it('agrees with the series that it was taken from', async () => {
    const { kpis } = OverviewReply.parse((await service.get(`/overview?${pinned}`)).json)
    const { series } = SeriesReply.parse((await service.get(`/series?kpi=ot-waiting&${pinned}`)).json)
    expect(kpis.find(({ id }) => id === 'ot-waiting')?.series.points).toEqual(series[0]?.points.slice(-36))
  })

  it('names the category of a measure of categories, and never a total', async () => {
    const { kpis } = OverviewReply.parse((await service.get(`/overview?${pinned}`)).json)
    const categories = kpis.filter(({ aggregation }) => aggregation === 'X')
    expect(categories.length).toBeGreaterThan(0)
    expect(categories.every(({ category, series }) => category?.member === series.member)).toBe(true)
    expect(categories.map(({ series }) => series.dimension)).not.toContain('borough')
  })

  it('calls the plan position of an overdue measure unknown', async () => {
    const { kpis } = OverviewReply.parse((await service.get(`/overview?${pinned}`)).json)
    const row = kpis.find(({ id }) => id === 'financial-waiting')
    expect(row?.latestPeriod).toBe('2025-08')
    expect(['no-plan', 'unknown']).toContain(row?.plan.kind)
  })
})

describe('/plan', () => {
  it('holds 40 milestones for officers, and for the panel only those released', async () => {
    const officers = PlanReply.parse((await service.get('/plan', 'director')).json)
    const panel = PlanReply.parse((await service.get('/plan')).json)
    expect(officers.milestones).toHaveLength(40)
    expect(officers.risks.length).toBeGreaterThan(0)
    expect(panel.milestones.length).toBeLessThan(40)
    expect(panel.milestones.some(({ risk, evidence }) => risk !== null || evidence !== null)).toBe(false)
    expect(panel.risks).toEqual([])
  })
})

describe('asking for what may not be had', () => {
  it('is refused, and says how to sign in or what to ask for', async () => {
    const problem = expectProblem(await service.get('/overview?audience=exact'), 403)
    expect(problem.detail).toContain('audience=protected')
    expect(problem.detail).toContain('POST /api/v1/session')
  })

  it('names an unknown edition and those that there are', async () => {
    const problem = expectProblem(await service.get('/overview?edition=99'), 404)
    expect(problem).toMatchObject({ parameter: 'edition', value: '99', allowed: '1 to 5, or latest' })
  })

  it('names an unknown parameter, a bad audience and a bad edition', async () => {
    const problemOf = async (path: string) => expectProblem(await service.get(path), 400)
    expect(await problemOf('/kpis?colour=red')).toMatchObject({
      parameter: 'colour',
      value: 'red',
      allowed: 'edition, audience',
    })
    expect(await problemOf('/plan?audience=everyone')).toMatchObject({
      parameter: 'audience',
      value: 'everyone',
      allowed: 'exact, protected',
    })
    expect(await problemOf('/overview?edition=0')).toMatchObject({ parameter: 'edition', value: '0' })
    expect(await problemOf('/editions?page=2')).toMatchObject({ parameter: 'page' })
  })

  it('is a problem as any other where the address cannot be decoded', async () => {
    expectProblem(await service.get('/editions/%E0%A4%A'), 400)
  })

  it('is 404 for a resource that does not exist', async () => {
    expectProblem(await service.get('/nothing'), 404)
  })
})

describe('caching', () => {
  it('is for ever where edition and audience are named, and the ETag brings 304', async () => {
    const first = await service.get(`/kpis?${pinned}`)
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(first.headers.etag).toMatch(/^"[^"]+"$/)
    const headers = { 'if-none-match': String(first.headers.etag) }
    const again = await service.get(`/kpis?${pinned}`, 'public', headers)
    expect([again.status, again.text]).toEqual([304, ''])
  })

  it('asks again where the address says latest, or leaves edition or audience out', async () => {
    const policyOf = async (path: string) => (await service.get(path)).headers['cache-control']
    expect(await policyOf('/kpis?edition=latest&audience=protected')).toBe('no-cache')
    expect(await policyOf('/kpis?audience=protected')).toBe('no-cache')
    expect(await policyOf('/kpis?edition=5')).toBe('no-cache')
  })

  it('stores nothing exact', async () => {
    const { headers, status } = await service.get('/kpis?edition=5&audience=exact', 'director')
    expect([status, headers['cache-control'], headers.etag]).toEqual([200, 'no-store', undefined])
  })

  it('sends a kept reply to officers and public alike, byte for byte', async () => {
    const [panel, officer] = [
      await service.get(`/plan?${pinned}`),
      await service.get(`/plan?${pinned}`, 'director'),
    ]
    expect(officer.text).toBe(panel.text)
  })
})

describe('compression', () => {
  const raw = (encoding: string, path: string) =>
    service.app.inject({ url: `/api/v1${path}`, headers: { 'accept-encoding': encoding } })

  it('takes brotli, then gzip, then nothing, each with a tag of its own', async () => {
    const plain = await raw('identity', `/kpis?${pinned}`)
    const brotli = await raw('gzip, br', `/kpis?${pinned}`)
    const gzip = await raw('gzip', `/kpis?${pinned}`)
    expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
    expect(gunzipSync(gzip.rawPayload).toString()).toBe(plain.body)
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3)
    expect(brotli.headers.vary).toContain('Accept-Encoding')
  })

  it('gives a reader who takes anything one form under the tag of that form', async () => {
    const anything = await raw('*', `/kpis?${pinned}`)
    const brotli = await raw('br', `/kpis?${pinned}`)
    expect(anything.headers['content-encoding']).toBe('br')
    expect(anything.headers.etag).toBe(brotli.headers.etag)
    expect((await raw('br;q=0, *', `/kpis?${pinned}`)).headers['content-encoding']).toBe('gzip')
  })

  it('is not used where the reader refuses it', async () => {
    const reply = await raw('br;q=0, gzip;q=0', `/kpis?${pinned}`)
    expect(reply.headers['content-encoding']).toBeUndefined()
  })

  it('is used for exact figures too', async () => {
    const { headers } = await service.get('/kpis?audience=exact', 'director', { 'accept-encoding': 'br' })
    expect(headers['content-encoding']).toBe('br')
  })
})

describe('documentation and health', () => {
  it('describes every resource in OpenAPI 3.1', async () => {
    const reply = await service.app.inject('/api/openapi.json')
    const { openapi, paths } = reply.json()
    expect(openapi).toBe('3.1.0')
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/session',
        '/api/v1/organisation',
        '/api/v1/editions',
        '/api/v1/editions/{n}',
        '/api/v1/kpis',
        '/api/v1/series',
        '/api/v1/overview',
        '/api/v1/plan',
      ]),
    )
  })

  it('says how each resource answers an error', async () => {
    const { paths, components } = (await service.app.inject('/api/openapi.json')).json()
    expect(paths['/api/v1/series'].get.responses.default.content).toHaveProperty(['application/problem+json'])
    expect(components.schemas.Problem.required).toEqual(['type', 'title', 'status'])
  })

  it('says of each operation what each role gets, as the table has it', async () => {
    const { paths } = (await service.app.inject('/api/openapi.json')).json()
    const operations = Object.values<Record<string, { 'x-roles': object }>>(paths).flatMap(Object.values)
    expect(operations.length).toBeGreaterThan(20)
    for (const operation of operations) expect(Object.keys(operation['x-roles'])).toEqual(allRoles)
    expect(paths['/api/v1/actions/{id}'].patch['x-roles']).toEqual({
      public: 'no',
      'cabinet-author': 'no',
      'service-lead': 'own',
      'practice-lead': 'own',
      director: 'all',
      analyst: 'all',
    })
    const { body } = await service.app.inject('/api/docs')
    expect(body).toContain('<th scope="row">public, cabinet-author</th><td>what the panel sees</td>')
  })

  it('is a page that fetches nothing', async () => {
    const reply = await service.app.inject('/api/docs')
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(reply.body).toContain('GET /api/v1/series')
    expect(reply.body).not.toMatch(/<script|<link|https?:\/\//)
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('says that it runs and that it is ready', async () => {
    expect((await service.app.inject('/healthz')).json()).toEqual({ status: 'running' })
    expect((await service.app.inject('/readyz')).json()).toEqual({
      status: 'ready',
      writes: 'taken',
      queue: 'moving',
    })
  })
})
