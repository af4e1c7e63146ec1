import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApplicationOptions, buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import { readAudit } from '../../../server/db/audit-store.ts'
import type { Database } from '../../../server/db/database.ts'
import { readEditions } from '../../../server/db/editions.ts'
import { readSources } from '../../../server/db/source-store.ts'
import { createLoads } from '../../../server/loads/loads.ts'
import { stagingFolderHere } from '../../../server/loads/staging-folder.ts'
import type { AddressSource, FolderSource, SourceSettings } from '../../../server/sources/source-settings.ts'
import { createSources, SourceStateError } from '../../../server/sources/sources.ts'
import { FoundRowsReply } from '../../../src/contract/found-rows.ts'
import { Load } from '../../../src/contract/loads.ts'
import { AskedSource, Source, SourcesReply } from '../../../src/contract/sources.ts'
import { aMapping } from '../../support/a-mapping.ts'
import { soundLoad } from '../../support/load-files.ts'
import { aDatabase, countRows, emptyDatabase } from '../support/a-database.ts'
import { testOrganisation } from '../support/a-publication.ts'

let database: Database
let app: Application
let folder: string
let log = ''
let source: FolderSource
const place = mkdtempSync(join(tmpdir(), 'sources-'))
const token = { authorization: 'Bearer key-of-the-loader' }
const files = {
  ...soundLoad,
  'organisation.json': JSON.stringify({ ...testOrganisation, timezone: undefined }),
}

beforeAll(async () => {
  database = await aDatabase()
})
afterAll(async () => {
  await database.close()
  rmSync(place, { recursive: true })
})
beforeEach(async () => {
  await emptyDatabase(database)
  await database.queries.execute(sql`truncate load_log`)
  folder = mkdtempSync(join(place, 'watched-'))
  source = {
    name: 'case-system',
    kind: 'folder',
    schedule: '15 6 * * *',
    mapping: null,
    folder,
    files: ['*.csv', 'organisation.json'],
    newest: false,
    steadySeconds: 0.01,
  }
  log = ''
  app = await aService()
})
afterEach(async () => await app.close())

async function aService(sources: SourceSettings[] = [source], given: Partial<ApplicationOptions> = {}) {
  return await buildApplication({
    database,
    auth: 'none',
    loadToken: 'key-of-the-loader',
    sources,
    logStream: {
      write: (line) => {
        log += line
      },
    },
    ...given,
  })
}

function put(given: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(given)) writeFileSync(join(folder, name), text)
}
const list = async () =>
  SourcesReply.parse((await app.inject({ url: '/api/v1/sources', headers: token })).json()).sources
const post = async (url: string, payload: object = {}) =>
  await app.inject({ method: 'POST', url: `/api/v1${url}`, headers: token, payload })
const ask = async (name = source.name) => Source.parse((await post(`/sources/${name}/ask`)).json())
const find = async (id = '') =>
  Load.parse((await app.inject({ url: `/api/v1/loads/${id}`, headers: token })).json())
const deeds = async () => {
  const { rows } = await readAudit(database.queries, { most: 100 })
  return rows.map(({ deed, who }) => `${deed} by ${who}`)
}

describe('a source that is asked', () => {
  it('has its files checked and staged, and nothing published', async () => {
    const never = { askedAt: null, outcome: null, words: null, cameAt: null, load: null, nextAt: null }
    expect(await list()).toEqual([{ name: 'case-system', kind: 'folder', ...never, isBeingAsked: false }])
    put(files)
    const asked = await ask()
    expect(asked).toMatchObject({
      outcome: 'came',
      words:
        '3 files came and can be published. Nothing is until you do: take it, and look at what would change.',
      load: { state: 'staged' },
    })
    expect((await find(asked.load?.id)).preview[0]).toMatchObject({ newFigures: 2 })
    expect(await readEditions(database.queries)).toEqual([])
    expect(await list()).toEqual([{ ...asked, askedAt: expect.any(String) }])
    expect((await deeds())[0]).toBe('loaded by command line')
  })

  it('is answered with the rows in which something is found, to whoever asks and wants them, and keeps none', async () => {
    const odd = 'ot-waiting,2025-07,borough,All,about 77 or so,,,,final,2025-10-06'
    put({ ...files, 'observations.csv': `${files['observations.csv']}\n${odd}` })
    const reply = await post('/sources/case-system/ask?rows=shown')
    expect(reply.headers['cache-control']).toBe('no-store')
    const asked = AskedSource.parse(reply.json())
    expect(asked).toMatchObject({ outcome: 'refused', load: { state: 'rejected' } })
    expect(asked.rows?.[0]?.rows[0]?.cells[4]).toBe('about 77 or so')
    expect(JSON.stringify(await find(asked.load?.id))).not.toContain('77 or so')
    // by hand the same files are read again, for whoever did not see their rows
    const again = AskedSource.parse((await post('/sources/case-system/ask?rows=shown')).json())
    expect(again.rows).toEqual(asked.rows)
    expect(again.load?.id).not.toBe(asked.load?.id)
    expect(await ask()).not.toHaveProperty('rows')
    const keyed = await app.inject({
      method: 'POST',
      url: '/api/v1/sources/case-system/ask?rows=shown',
      headers: { ...token, 'idempotency-key': 'once' },
      payload: {},
    })
    expect(keyed.statusCode).toBe(400)
  })

  it('shows no row where persons are in what it brought', async () => {
    const person = 'ot-waiting,2025-09,town,943 476 5919,4,,,,,2025-10-06'
    put({ ...files, 'observations.csv': `${files['observations.csv']}\n${person}` })
    const asked = AskedSource.parse((await post('/sources/case-system/ask?rows=shown')).json())
    expect([asked.outcome, asked.rows]).toEqual(['refused', []])
  })

  it('leaves a load whose rows can be read again while it waits, in the words of what was found', async () => {
    put({ ...files, 'observations.csv': `${files['observations.csv']}\nSource: the case system` })
    const { load } = await ask()
    const reply = await app.inject({ url: `/api/v1/loads/${load?.id}/rows`, headers: token })
    expect(FoundRowsReply.parse(reply.json()).rows[0]?.rows[0]?.cells[0]).toBe('Source: the case system')
  })

  it('is not staged twice with the same files, and again once one of them changed', async () => {
    put(files)
    const first = await ask()
    const again = await ask()
    expect(again).toMatchObject({
      outcome: 'unchanged',
      words: 'Nothing new: the files that came before wait to be published.',
      load: first.load,
      cameAt: first.cameAt,
    })
    expect(await countRows(database, 'load_log')).toBe(1)
    put({ 'observations.csv': files['observations.csv'].replace('412', '413') })
    const changed = await ask()
    expect(changed.outcome).toBe('came')
    expect(changed.load?.id).not.toBe(first.load?.id)
  })

  it('says that what it has is published, and checks it again by hand where an edition came between', async () => {
    put(files)
    const first = await ask()
    put({ 'observations.csv': files['observations.csv'].replace('412', '413') })
    const second = await ask()
    expect((await post(`/loads/${first.load?.id}/publish`, { label: 'September' })).statusCode).toBe(200)
    const again = await ask()
    expect([again.outcome, again.load?.id === second.load?.id]).toEqual(['came', false])
    const reason = 'Counted again'
    expect((await post(`/loads/${again.load?.id}/publish`, { label: 'October', reason })).statusCode).toBe(
      200,
    )
    expect((await ask()).words).toBe('Nothing new: what it has is published as edition 2.')
  })

  it('has files checked again by hand, and not by the schedule, once they are not kept any more', async () => {
    put(files)
    await ask()
    await app.close()
    // where it is shared, a load outlives the instance that checked it, for a day
    await database.queries.execute(sql`delete from load`)
    app = await aService()
    expect((await list())[0]).toMatchObject({ outcome: 'came', load: null })
    const { sources } = byClock(() => new Date())
    const before = (await readSources(database.queries)).get('case-system')
    await database.queries.execute(sql`update source set slot = '2026-01-01T00:00:00Z'`)
    await sources.askDue()
    const after = (await readSources(database.queries)).get('case-system')
    expect([after?.outcome, after?.words, after?.load]).toEqual([
      'unchanged',
      'Nothing new, and its files are not kept any more. Ask now to have them checked again.',
      before?.load,
    ])
    expect((await ask()).load).toMatchObject({ state: 'staged' })
  })

  it('reads its mapping anew, and stages the same file again when that was corrected', async () => {
    put(files)
    const load = await ask()
    await post(`/loads/${load.load?.id}/publish`, { label: 'September' })
    const mapping = join(place, 'waiting.mapping.json')
    const write = (column: string) =>
      writeFileSync(mapping, JSON.stringify(aMapping('list.csv', { value: { column } })))
    app = await aService([{ ...source, files: ['list.csv'], mapping }])
    put({ 'list.csv': 'Month,People\nOct 2025,390\n' })
    write('Persons')
    const refused = await ask()
    expect(refused).toMatchObject({ outcome: 'refused', load: { state: 'rejected' } })
    expect(refused.words).toMatch(/^A file came, and one error was found: nothing of it can be published\./)
    write('People')
    expect(await ask()).toMatchObject({ outcome: 'came', load: { state: 'staged' } })
  })

  it('that was not read keeps what came before, and says why without any path', async () => {
    put(files)
    const came = await ask()
    rmSync(folder, { recursive: true })
    const failed = await ask()
    expect(failed).toMatchObject({ outcome: 'failed', load: came.load, cameAt: came.cameAt })
    expect(failed.words).toBe(
      "Nothing was taken: the folder cannot be read (ENOENT): is it there, is its drive connected, and may the service's user read it? What came before stands.",
    )
    const line = JSON.parse(log.trim().split('\n').at(-1) ?? '')
    expect(line).toMatchObject({ level: 40, source: 'case-system', msg: 'source not read' })
    expect(log + JSON.stringify(await list())).not.toContain(folder)
  })

  it('with a person in its files is refused, and nothing of it is said, stored or left lying about', async () => {
    const number = '9434765919'
    put({ ...files, 'waiting.csv': `Ref,Days\n${number},3\n` })
    const asked = await ask()
    expect(asked.outcome).toBe('refused')
    const { problems } = await find(asked.load?.id)
    expect(problems).toMatchObject([{ file: 'waiting.csv', line: 2, message: 'looks like an NHS number' }])
    const rows = await database.queries.execute(sql`select * from source`)
    expect(JSON.stringify([asked, problems, rows]) + log).not.toContain(number)
    expect(readdirSync(stagingFolderHere())).toEqual([])
  })

  it('with a zip that cannot be opened is refused, and nothing of it is left lying about', async () => {
    await app.close()
    app = await aService([{ ...source, files: ['*.zip'] }])
    put({ 'figures.zip': 'no zip' })
    const asked = await ask()
    expect(asked.outcome).toBe('refused')
    expect((await find(asked.load?.id)).problems).toMatchObject([{ file: 'figures.zip', line: 0 }])
    expect(readdirSync(stagingFolderHere())).toEqual([])
  })

  it('waits while another load is running', async () => {
    put(files)
    const loads = createLoads(database)
    const sources = createSources({
      queries: database.queries,
      isShared: false,
      loads,
      settings: [source],
      stagingFolder: stagingFolderHere(),
    })
    const turn = loads.begin()
    setTimeout(turn.release, 300)
    expect((await sources.askNow('case-system')).source.outcome).toBe('came')
  })

  it('that nobody set is not asked', async () => {
    const reply = await post('/sources/other/ask')
    expect([reply.statusCode, reply.json().detail]).toEqual([404, 'There is no source of that name.'])
  })

  it('is asked by one at a time, and is free again when the service stops in between', async () => {
    put(files)
    const { promise: come, resolve: hasCome } = Promise.withResolvers<void>()
    const server = createServer(() => hasCome())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    const slow: AddressSource = {
      ...{ name: 'slow', kind: 'address', schedule: '0 6 * * *', mapping: null, file: 'observations.csv' },
      address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`,
      ...{ header: null, private: true, mostBytes: 1000, seconds: 600 },
    }
    await app.close()
    app = await aService([slow])
    const asking = post('/sources/slow/ask')
    await come
    const second = await post('/sources/slow/ask')
    expect([second.statusCode, second.json().detail]).toEqual([
      409,
      'The source: it is being asked at this moment; wait until that has finished.',
    ])
    expect((await list())[0]).toMatchObject({ isBeingAsked: true, askedAt: null })
    await app.close()
    await asking
    server.closeAllConnections()
    server.close()
    expect((await readSources(database.queries)).get('slow')).toMatchObject({
      askingUntil: null,
      outcome: null,
    })
  })
})

/** The sources of another process, by a clock of its own. */
function byClock(now: () => Date, settings: SourceSettings[] = [source]) {
  const loads = createLoads(database, { now })
  const stagingFolder = stagingFolderHere()
  return {
    loads,
    sources: createSources({
      queries: database.queries,
      isShared: false,
      loads,
      settings,
      stagingFolder,
      now,
      keepsTime: true,
    }),
  }
}

describe('a schedule', () => {
  it('is kept by the clock of the council, each time once, in the name of the source', async () => {
    put(files)
    let clock = new Date('2026-06-04T05:14:59Z')
    const { sources } = byClock(() => clock)
    const rows = async () => await countRows(database, 'load_log')
    const nextAt = async () => (await sources.list()).sources[0]?.nextAt
    await sources.askDue()
    expect([await rows(), await nextAt()]).toEqual([0, '2026-06-04T05:15:00Z'])
    clock = new Date('2026-06-04T05:15:02Z')
    await sources.askDue()
    await sources.askDue()
    expect([await rows(), await nextAt()]).toEqual([1, '2026-06-05T05:15:00Z'])
    expect((await deeds())[0]).toBe('loaded by source case-system')
    expect(await readEditions(database.queries)).toEqual([])
    put({ 'observations.csv': files['observations.csv'].replace('412', '413') })
    await byClock(() => clock).sources.askDue()
    expect(await rows()).toBe(1)
  })

  it('that passed while no service ran is kept once, as soon as one does', async () => {
    put(files)
    let clock = new Date('2026-06-04T05:00:00Z')
    const first = byClock(() => clock).sources
    await first.askDue()
    clock = new Date('2026-06-04T05:15:00Z')
    await first.askDue()
    put({ 'observations.csv': files['observations.csv'].replace('412', '413') })
    clock = new Date('2026-06-08T12:00:00Z')
    const { sources } = byClock(() => clock)
    await sources.askDue()
    await sources.askDue()
    expect(await countRows(database, 'load_log')).toBe(2)
  })

  it('is 6:15 in winter as in summer', async () => {
    const { sources } = byClock(() => new Date('2026-10-25T05:00:00Z'))
    expect((await sources.list()).sources[0]?.nextAt).toBe('2026-10-25T06:15:00Z')
  })
})

describe('a source of a killed process', () => {
  it('is asked again once its time to answer is over, and not before', async () => {
    put(files)
    await database.queries.execute(
      sql`insert into source (name, asking_until) values ('case-system', '2026-06-04T05:30:00Z')`,
    )
    const at = (clock: string) => byClock(() => new Date(clock)).sources.askNow('case-system')
    await expect(at('2026-06-04T05:29:00Z')).rejects.toThrow(SourceStateError)
    expect((await at('2026-06-04T05:31:00Z')).source.outcome).toBe('came')
  })
})
