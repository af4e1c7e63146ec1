import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openEmbeddedDatabase } from '../../server/db/database.ts'
import { readEditions } from '../../server/db/editions.ts'
import { EmbeddedEngine } from '../../server/db/embedded-engine.ts'
import { NoRoomError, noRoomBehind } from '../../server/db/no-room.ts'
import { openDataDirectory } from '../../server/db/open-data-directory.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { createLoads } from '../../server/loads/loads.ts'
import { wordsFor } from '../../server/words-for-people.ts'
import { Load } from '../../src/contract/loads.ts'
import { aFigure } from '../support/a-figure.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { formOf, longBreakdown, soundLoad } from '../support/load-files.ts'
import { sourceOf } from '../support/source-of.ts'
import { aProcess, type TestProcess } from './support/a-process.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'

const megabyte = 2 ** 20

describe('a database whose disk runs full', () => {
  let room = Infinity
  let database: Database

  beforeAll(async () => {
    database = await openEmptyInMemory({ room: () => room })
    await setOrganisation(database.queries, testOrganisation)
    await publishEdition(
      database,
      aPublication({ kpis: [aDefinition()], figures: [aFigure({ value: 312 })] }),
    )
  })
  afterAll(() => database.close())

  it('refuses an edition in words, keeps what stands, and takes the edition once there is room', async () => {
    async function* figures() {
      for (let member = 0; member < 9000; member++) {
        if (member === 8500) room = 30 * megabyte
        yield aFigure({ dimension: 'list', member: `m${member}` })
      }
    }
    const next = () => publishEdition(database, { ...aPublication({ label: 'Next' }), figures: figures() })
    const refusal = await next().catch((error: unknown) => error)
    expect(noRoomBehind(refusal)).toBeInstanceOf(NoRoomError)
    expect(wordsFor(refusal, [])).toContain('no room left on the disk of the data folder')
    expect(await readEditions(database.queries)).toMatchObject([{ number: 1, supersededBy: null }])
    room = Infinity
    await publishEdition(database, aPublication({ label: 'Next' }))
    expect(await readEditions(database.queries)).toHaveLength(2)
  })

  it.each([
    ['PostgreSQL', { code: '53100' }],
    ['the file system', { code: 'ENOSPC' }],
    ['a quota', { code: 'EDQUOT' }],
  ])('says so where %s says it, however deep', (_, about) => {
    const cause = Object.assign(new Error('secret'), about)
    expect(wordsFor(new Error('Failed query', { cause }), [])).toMatch(/^There is no room left/)
  })

  it('never asks an engine again that has ended by itself', async () => {
    const ends: Error[] = []
    const engine = new EmbeddedEngine('memory://', {
      room: () => Infinity,
      onEnd: (error) => ends.push(error),
    })
    await engine.waitReady
    await engine.exec(`create function die() returns void language plpgsql as $$
      begin raise exception 'an ordinary error'; end $$`)
    await expect(engine.query('select die()')).rejects.toThrow('an ordinary error')
    expect(ends).toEqual([])
    await expect(engine.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] })
    await engine.close()
  })
})

/** Mounting needs the right to; where there is none, what is said below was not tried on this machine. */
const disk = mkdtempSync(join(tmpdir(), 'dashboard-small-disk-'))
const mount = (size: number, ...options: string[]) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', [`size=${size}m`, ...options].join(','), 'tmpfs', disk]).status ===
  0
const unmount = () => spawnSync('umount', ['-l', disk])
const canMount = process.platform === 'linux' && mount(1)
if (canMount) unmount()
else
  console.warn(
    'NOT RUN: the full disk itself, because this user may not mount a small one (needs root on Linux).',
  )

describe.runIf(canMount)('a small disk that is really full', () => {
  const running: TestProcess[] = []
  afterEach(async () => {
    for (const child of running.splice(0)) await child.kill('SIGKILL')
    unmount()
  })
  afterAll(() => rmSync(disk, { recursive: true, force: true }))

  const directory = join(disk, 'data')
  function start(environment: Record<string, string> = {}): TestProcess {
    const child = aProcess('../../../scripts/serve.ts', {
      DATA_DIR: directory,
      PORT: '0',
      HOST: '',
      AUTH: '',
      DATABASE_URL: '',
      SEED: 'none',
      ...environment,
    })
    running.push(child)
    return child
  }
  const fillUpTo = (free: number) => {
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - free)))
  }
  async function load(files: Readonly<Record<string, string>>, label: string) {
    const { address, token } = JSON.parse(readFileSync(join(directory, 'load-token'), 'utf8'))
    const headers = { authorization: `Bearer ${token}` }
    const staged = await fetch(`${address}/api/v1/loads`, { method: 'POST', headers, body: formOf(files) })
    if (staged.status !== 201) return { status: staged.status, detail: (await staged.json()).detail }
    const { id } = Load.parse(await staged.json())
    const published = await fetch(`${address}/api/v1/loads/${id}/publish`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ label }),
    })
    return { status: published.status, detail: (await published.json()).detail }
  }

  it('is said to whoever loads, with everything before it intact and the service alive', async () => {
    mount(130)
    const service = start()
    await service.printed('Open http')
    expect(await load(soundLoad, 'Kept')).toMatchObject({ status: 200 })
    fillUpTo(50 * megabyte)
    expect(
      await load(
        longBreakdown(20_000, (member) => member),
        'Too large',
      ),
    ).toMatchObject({
      status: 507,
      detail: expect.stringContaining('no room left'),
    })
    const [address = ''] = /http:\/\/\S+/.exec(service.output()) ?? []
    expect((await (await fetch(`${address}/api/v1/editions`)).json()).editions).toMatchObject([
      { label: 'Kept' },
    ])
    await service.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    rmSync(join(disk, 'filler'))
    const again = await openDataDirectory(directory)
    expect(await readEditions(again.queries)).toMatchObject([{ label: 'Kept' }])
    await again.close()
  })

  it('ends the engine, where others fill it at once, with a sentence and nothing lost', async () => {
    mount(130)
    const database = await openEmbeddedDatabase({ folder: directory, room: () => Infinity })
    await setOrganisation(database.queries, testOrganisation)
    await publishEdition(
      database,
      aPublication({ label: 'Kept', kpis: [aDefinition()], figures: [aFigure()] }),
    )
    // room for rows, none for another 16 MB of journal
    fillUpTo(14 * megabyte)
    const fill = database.queries.transaction(async (all) => {
      for (let batch = 0; batch < 200; batch++) {
        await all.execute(
          sql`insert into pack select ${`${batch}-`} || n, '{}', now() from generate_series(1, 2000) n`,
        )
      }
    })
    const words = wordsFor(await fill.catch((error: unknown) => error), [])
    expect(words).toContain('The embedded database has ended')
    expect((await database.ended).message).toBe(words)
    await expect(readEditions(database.queries)).rejects.toThrow()
    await database.close()
    rmSync(join(disk, 'filler'))
    const again = await openEmbeddedDatabase({ folder: directory })
    expect(await readEditions(again.queries)).toMatchObject([{ label: 'Kept' }])
    await again.close()
  })

  it('stops a first start in words, and leaves nothing in the way of the next', async () => {
    mount(60)
    const service = start({ SEED: '' })
    expect(await service.ended).toBe(1)
    expect(service.output()).toMatch(/^There is no room left on the disk of the data folder/)
    expect(service.output().trim().split('\n')).toHaveLength(1)
    expect(readdirSync(directory)).toEqual([])
  })

  it('is told from a folder that is read-only', async () => {
    mount(60)
    mkdirSync(directory)
    spawnSync('mount', ['-o', 'remount,ro', disk])
    const service = start()
    expect(await service.ended).toBe(1)
    expect(service.output()).toContain(`DATA_DIR cannot be ${directory} (EROFS`)
  })

  it('is said of the temporary folder too, where files of a load wait', async () => {
    mount(4)
    const home = mkdtempSync(join(tmpdir(), 'dashboard-home-'))
    const service = start({ DATA_DIR: home, TMPDIR: disk })
    await service.printed('Open http')
    const { address, token } = JSON.parse(readFileSync(join(home, 'load-token'), 'utf8'))
    const reply = await fetch(`${address}/api/v1/loads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: formOf({ 'observations.csv': 'x'.repeat(6 * megabyte) }),
    })
    expect([reply.status, (await reply.json()).detail]).toEqual([507, expect.stringContaining('TMPDIR')])
    await service.kill('SIGTERM')
    rmSync(home, { recursive: true })
  })
})

describe('previews that follow each other', () => {
  const directory = mkdtempSync(join(tmpdir(), 'dashboard-previews-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const sizeOf = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
      const file = statSync(join(folder, name))
      return file.isFile() ? sum + file.size : sum
    }, 0)

  it('give back the room that they took, and their journal stays small', async () => {
    const database = await openDataDirectory(directory)
    const turn = createLoads(database).begin()
    const stage = async (time: number) => {
      const files = Object.entries({ ...soundLoad, ...longBreakdown(4000, (member) => member + time) })
      const sources = files.map(([name, content]) => ({
        ...sourceOf(name, content),
        open: async () => Readable.from([Buffer.from(content)]),
      }))
      return await turn.stage(async () => ({ files: sources, mapping: null }))
    }
    const preview = async (time: number) => {
      const { state } = await stage(time)
      expect(state).toBe('staged')
    }
    const tables = () => sizeOf(join(directory, 'pg/base'))
    // the first makes the room that each of the others then finds
    await preview(0)
    await preview(1)
    const before = tables()
    // each would add more than a megabyte
    for (let time = 2; time < 5; time++) await preview(time)
    expect(tables()).toBeLessThan(before + megabyte)
    const journal = await database.queries.execute(sql`show max_wal_size`)
    expect(journal).toMatchObject({ rows: [{ max_wal_size: '64MB' }] })
    await database.close()
  })
})
