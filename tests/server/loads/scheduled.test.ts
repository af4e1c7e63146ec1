import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import { readAudit } from '../../../server/db/audit-store.ts'
import type { Database } from '../../../server/db/database.ts'
import { readEditions } from '../../../server/db/editions.ts'
import { keepHouse } from '../../../server/housekeeping.ts'
import { callOffDirectly, readCallOffArguments } from '../../../server/loads/call-off.ts'
import { describeLoad } from '../../../server/loads/describe-load.ts'
import { readLoadArguments } from '../../../server/loads/load-arguments.ts'
import { loadDirectly } from '../../../server/loads/load-directly.ts'
import { shelfHere } from '../../../server/loads/load-shelf.ts'
import { createLoads } from '../../../server/loads/loads.ts'
import { sharedShelf } from '../../../server/loads/shared-shelf.ts'
import { stagingFolderHere } from '../../../server/loads/staging-folder.ts'
import { LoadLogReply } from '../../../src/contract/load-log.ts'
import { Load } from '../../../src/contract/loads.ts'
import { soundLoad } from '../../support/load-files.ts'
import { aDatabase, countRows, emptyDatabase } from '../support/a-database.ts'
import { testOrganisation } from '../support/a-publication.ts'
import { multipart } from '../support/multipart.ts'

let database: Database
let app: Application
const token = { authorization: 'Bearer key-of-the-loader' }
const minute = 60_000
const files = {
  ...soundLoad,
  'organisation.json': JSON.stringify({ ...testOrganisation, timezone: undefined }),
}
let clock: Date
const naming = { label: 'December', note: 'For the panel of 4 December' }
/** of the council's clock in winter, that is of UTC */
const at = '2025-12-04T09:30'
const later = (minutes: number) => new Date(Date.parse(`${at}:00Z`) + minutes * minute)

beforeAll(async () => {
  database = await aDatabase()
  app = await buildApplication({
    database,
    auth: 'none',
    loadToken: 'key-of-the-loader',
    logLevel: 'silent',
    now: () => clock,
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  clock = new Date('2025-12-01T16:00:00Z')
  await emptyDatabase(database)
  await database.queries.execute(sql`truncate load_log`)
})

async function stage(): Promise<Load> {
  const { headers, payload } = multipart(files)
  return Load.parse(
    (
      await app.inject({ method: 'POST', url: '/api/v1/loads', headers: { ...headers, ...token }, payload })
    ).json(),
  )
}
const post = async ({ id }: Load, deed: 'publish' | 'call-off', payload: object = {}) =>
  await app.inject({ method: 'POST', url: `/api/v1/loads/${id}/${deed}`, headers: token, payload })
const set = async (load: Load, given: object = {}) => await post(load, 'publish', { ...naming, at, ...given })
const find = async ({ id }: Load) =>
  Load.parse((await app.inject({ url: `/api/v1/loads/${id}`, headers: token })).json())
const inLog = async ({ id }: Load) =>
  LoadLogReply.parse((await app.inject({ url: '/api/v1/loads', headers: token })).json()).loads.find(
    (one) => one.id === id,
  )
/** Another process on the same database, at another time: nothing is at hand but what is stored. */
const lookAt = async (now: Date) => await createLoads(database, { now: () => now }).publishDue()
const labels = async () => (await readEditions(database.queries)).map(({ label }) => label)
/** What was done with it; that it was looked at is written when a second has passed, and may not be yet. */
const deedsOf = async ({ id }: Load) => {
  const { rows } = await readAudit(database.queries, { most: 100 })
  const done = rows.filter(({ about, deed }) => about.load === id && deed !== 'previewed')
  return done.map(({ deed, who }) => `${deed} by ${who}`)
}

describe('a load with a time', () => {
  it('is published at it by whichever process runs then, as it was decided', async () => {
    const load = await stage()
    const reply = await set(load)
    const scheduled = {
      at: '2025-12-04T09:30:00Z',
      label: 'December',
      who: 'command line',
      state: 'waiting',
      why: null,
    }
    expect([reply.statusCode, Load.parse(reply.json())]).toEqual([200, { ...load, scheduled }])
    expect((await find(load)).scheduled).toEqual(scheduled)
    expect((await inLog(load))?.scheduled).toEqual(scheduled)
    await keepHouse(database, later(-1))
    await lookAt(later(-1))
    expect(await labels()).toEqual([])
    await lookAt(later(0))
    await lookAt(later(1))
    expect(await readEditions(database.queries)).toMatchObject([
      { number: 1, label: 'December', note: naming.note, publishedAt: '2025-12-04T09:30:00Z' },
    ])
    expect(await inLog(load)).toMatchObject({ state: 'published', edition: 1, publishedBy: 'command line' })
    expect(await inLog(load)).not.toHaveProperty('scheduled')
    expect(await deedsOf(load)).toEqual([
      'published by command line',
      'time-set by command line',
      'loaded by command line',
    ])
    expect(await countRows(database, 'load_piece')).toBe(0)
  })

  it('is not published on another edition than it was checked against, and the desk says why', async () => {
    const [waiting, other] = [await stage(), await stage()]
    await set(waiting)
    expect((await post(other, 'publish', { label: 'In between' })).statusCode).toBe(200)
    await lookAt(later(0))
    expect(await labels()).toEqual(['In between'])
    const why = 'another edition was published since this load was checked; load the files again'
    expect((await find(waiting)).scheduled).toMatchObject({ state: 'refused', why })
    expect((await deedsOf(waiting))[0]).toBe('time-passed by command line')
    await lookAt(later(1))
    expect(await deedsOf(waiting)).toHaveLength(3)
    const again = await set(waiting)
    expect([again.statusCode, again.json().detail]).toEqual([409, `${why.replace('another', 'Another')}.`])
  })

  it('that nobody was there to publish is published within the hour, and later is said to be missed', async () => {
    const load = await stage()
    await set(load)
    await lookAt(later(61))
    expect(await labels()).toEqual([])
    expect((await find(load)).scheduled).toMatchObject({
      state: 'missed',
      why: expect.stringContaining('was not running'),
    })
    expect((await set(load, { at: '2025-12-04T11:00' })).statusCode).toBe(200)
    await lookAt(later(149))
    expect(await labels()).toEqual(['December'])
  })

  it('can be called off, and its files then go as those of every other', async () => {
    const load = await stage()
    await set(load)
    const reply = await post(load, 'call-off')
    expect([reply.statusCode, reply.json()]).toEqual([200, load])
    await lookAt(later(0))
    expect(await labels()).toEqual([])
    const again = await post(load, 'call-off')
    expect([again.statusCode, again.json().detail]).toEqual([
      409,
      'No time is set for this load: it was published, or called off before.',
    ])
    expect((await deedsOf(load))[0]).toBe('called-off by command line')
    await keepHouse(database, later(0))
    expect(await countRows(database, 'load_piece')).toBe(0)
  })

  it('is not published where it was called off after its turn had begun', async () => {
    const load = await stage()
    await set(load)
    const shelf = shelfHere(database.queries, sharedShelf(database.queries, stagingFolderHere()))
    const take = async (id: string) => {
      const taken = await shelf.take(id)
      expect((await post(load, 'call-off')).statusCode).toBe(200)
      return taken
    }
    await createLoads(database, { shelf: { ...shelf, take }, now: () => later(0) }).publishDue()
    expect(await labels()).toEqual([])
    expect((await deedsOf(load))[0]).toBe('called-off by command line')
  })

  it.each([
    ['2025-12-01T15:59', 409, 'is past'],
    ['2026-01-02T09:30', 409, '31 days'],
    ['Thursday 9:30', 400, '2025-12-04T09:30'],
  ])('has none such as %s', async (given, status, words) => {
    const reply = await set(await stage(), { at: given })
    expect([reply.statusCode, reply.body]).toEqual([status, expect.stringContaining(words)])
  })

  it('is asked now for what publishing asks for', async () => {
    await post(await stage(), 'publish', { label: 'First' })
    const { headers, payload } = multipart({
      'observations.csv': soundLoad['observations.csv'].replace('400', '450'),
    })
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/loads',
      headers: { ...headers, ...token },
      payload,
    })
    const load = Load.parse(reply.json())
    expect(load.needs.reason).toBe(true)
    expect((await set(load)).statusCode).toBe(409)
    expect((await set(load, { reason: 'A list was counted again' })).statusCode).toBe(200)
  })

  it('is set by the command, whose files wait in the database', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'timed-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const given = (...more: string[]) => readLoadArguments([folder, ...more])
    expect(() => given('--at', at)).toThrow('--at goes with --publish')
    expect(() => given('--publish', 'December', '--at', 'soon')).toThrow('--at needs another time')
    const soon = new Date(Date.now() + 2 * 24 * 60 * minute).toISOString().slice(0, 16)
    const read = given('--publish', 'December', '--at', soon)
    const load = await loadDirectly(database, read)
    expect(describeLoad(load, read).at(-1)).toMatch(
      /^Will be published at .* \(UTC\), while the service runs/,
    )
    expect(readCallOffArguments(['--call-off', load.id])).toEqual({ load: load.id, isJson: false })
    expect(() => readCallOffArguments(['--call-off', 'a b'])).toThrow('--call-off needs the id of a load')
    await callOffDirectly(database, { load: load.id, isJson: false })
    expect((await inLog(load))?.scheduled).toBeUndefined()
    await loadDirectly(database, read)
    rmSync(folder, { recursive: true })
    await lookAt(new Date(Date.parse(load.scheduled?.at ?? '') + minute))
    expect(await labels()).toEqual(['December'])
  })
})
