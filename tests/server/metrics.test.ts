import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { insertLoad } from '../../server/db/load-store.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { insertSchedule, putDown } from '../../server/db/scheduled-store.ts'
import { PortInUseError } from '../../server/listening.ts'
import { createMetrics } from '../../server/metrics/metrics.ts'
import { serveMetrics } from '../../server/metrics/serve-metrics.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { aFigure } from '../support/a-figure.ts'
import { aStagedLoad } from '../support/a-staged-load.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'
import { multipart } from './support/multipart.ts'

const place = { host: '127.0.0.1', port: 0, setting: 'METRICS_PORT' } as const
let room = Infinity
let database: Database
let app: Application
let port: string
let watching: Awaited<ReturnType<typeof serveMetrics>>

beforeAll(async () => {
  database = await openEmptyInMemory({ room: () => room })
  const metrics = createMetrics(database)
  app = await buildApplication({ database, auth: 'demo', logLevel: 'silent', metrics })
  watching = await serveMetrics(metrics, place)
  port = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port
})
afterAll(async () => {
  watching.stop()
  await app.close()
  await database.close()
})

const read = async (path = '/metrics', method = 'GET') => {
  const reply = await fetch(`${watching.address}${path}`, { method })
  return { status: reply.status, type: reply.headers.get('content-type'), text: await reply.text() }
}

const sampleOf = (text: string, name: string) =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length + 1),
  )

const planted = 'planted-7d41'

describe('metrics', () => {
  it('say that the service is ready, whether it takes writes, and which edition is the newest', async () => {
    expect(sampleOf((await read()).text, 'dashboard_edition_number')).toBe(0)
    await setOrganisation(database.queries, testOrganisation)
    await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
    const { status, type, text } = await read()
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    expect(sampleOf(text, 'dashboard_ready')).toBe(1)
    expect(sampleOf(text, 'dashboard_writes_taken')).toBe(1)
    expect(sampleOf(text, 'dashboard_edition_number')).toBe(1)
    expect(sampleOf(text, 'dashboard_edition_published_timestamp_seconds')).toBeGreaterThan(1.6e9)
  })

  it('follow a full disk, and a database of another version', async () => {
    room = 2 ** 20
    expect(sampleOf((await read()).text, 'dashboard_writes_taken')).toBe(0)
    room = Infinity
    expect(sampleOf((await read()).text, 'dashboard_writes_taken')).toBe(1)
  })

  it('tell for how long this instance has been loading, until it is over or its sender has gone', async () => {
    const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'analyst' } })
    const seconds = async () => sampleOf((await read()).text, 'dashboard_load_seconds')
    expect(await seconds()).toBe(0)
    const form = multipart({ 'a.csv': 'x'.repeat(1000) })
    const sending = request({
      ...{ port, method: 'POST', path: '/api/v1/loads' },
      headers: {
        ...form.headers,
        ...{ 'content-length': form.payload.length, 'x-requested-with': 'x' },
        cookie: `${signIn.cookies[0]?.name}=${signIn.cookies[0]?.value}`,
      },
    })
    sending.on('error', () => undefined)
    sending.write(form.payload.slice(0, 500))
    await expect.poll(seconds).toBeGreaterThan(0)
    sending.destroy()
    await expect.poll(seconds).toBe(0)
  })

  it('count what waits for its time, and for how long what should have been published', async () => {
    const at = new Date(Date.now() - 90_000)
    const load = aStagedLoad()
    await insertLoad(database.queries, { load, standsOn: 1, begunAt: at })
    const naming = { label: 'December', note: null, reason: null, exact: [] }
    await insertSchedule(database.queries, { load: load.id, at, naming, by: commandLine })
    const { text } = await read()
    expect(sampleOf(text, 'dashboard_editions_with_a_time{state="waiting"}')).toBe(1)
    expect(sampleOf(text, 'dashboard_publication_wait_seconds')).toBeGreaterThan(89)
    expect(sampleOf(text, 'dashboard_publications_waiting')).toBe(0)
    expect(text).not.toContain('December')
    await putDown(database.queries, { load: load.id, at }, 'missed', 'too late')
    const later = (await read()).text
    expect(sampleOf(later, 'dashboard_editions_with_a_time{state="missed"}')).toBe(1)
    expect(sampleOf(later, 'dashboard_publication_wait_seconds')).toBe(0)
  })

  it('count every reply by the pattern of its route, and nothing of what was asked for', async () => {
    const asked = [`/api/v1/kpis?edition=1`, `/api/v1/kpis?edition=1`, `/api/v1/editions/9?${planted}=1`]
    for (const url of asked) await app.inject(url)
    await app.inject(`/api/v1/${planted}`)
    const { text } = await read()
    const count = (labels: string) => sampleOf(text, `http_request_duration_seconds_count{${labels}}`)
    expect(count('method="GET",route="/api/v1/kpis",status="200"')).toBe(2)
    expect(text).not.toContain(planted)
    expect(sampleOf(text, 'http_requests_under_way')).toBe(0)
  })

  it('let go of a request whose asker went away', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': 100 }
    const asking = request({ port, method: 'POST', path: '/api/v1/session', headers })
    asking.on('error', () => undefined)
    asking.write('{"role":')
    const underWay = async () => sampleOf((await read()).text, 'http_requests_under_way')
    await expect.poll(underWay).toBe(1)
    asking.destroy()
    await expect.poll(underWay).toBe(0)
    expect((await read()).text).toContain('route="/api/v1/session",status="gone"')
  })

  it('are read at their own address alone, and say in words that a port is taken', async () => {
    for (const path of ['/', '/healthz', '/api/v1/kpis']) expect((await read(path)).status).toBe(404)
    expect((await read('/metrics', 'POST')).status).toBe(404)
    expect((await app.inject('/metrics')).statusCode).toBe(404)
    const port = Number(new URL(watching.address).port)
    const again = serveMetrics(createMetrics(database), { ...place, port })
    await expect(again).rejects.toThrow(PortInUseError)
    await expect(again).rejects.toThrow(`METRICS_PORT=${port + 1}`)
  })
})
