import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUpDirectory, restoreDirectory } from '../../../server/backup/embedded-backup.ts'
import { restoreServer } from '../../../server/backup/postgres-backup.ts'
import { openPostgres } from '../../../server/db/database.ts'
import { type EditionChecksums, readChecksums } from '../../../server/db/edition-checksums.ts'
import { openSession } from '../../../server/db/session-store.ts'
import { fillDirectory } from '../../support/demonstration-image.ts'
import { cloneDatabase, type OwnDatabase } from '../../support/postgres/databases.ts'
import { clusterOfRun } from '../../support/postgres/set-up.ts'
import { countRows } from '../support/a-database.ts'
import { brief } from '../support/a-process.ts'

const home = mkdtempSync(join(tmpdir(), 'dashboard-backup-'))
const file = join(home, 'figures.dump')
let own: OwnDatabase
let before: EditionChecksums[]

beforeAll(async () => {
  own = await cloneDatabase('demonstration')
  process.env.PG_BIN = clusterOfRun().bin
  before = await withDatabase(async (database) => {
    const at = new Date('2025-11-03T09:00:00Z')
    const role = { role: 'director', services: null } as const
    const nobody = { chosen: role, choices: [role], person: null, subject: null, visit: null }
    await openSession(database.queries, { ...nobody, endsAt: at }, at)
    return await readChecksums(database.queries)
  })
})
afterAll(async () => {
  delete process.env.PG_BIN
  await own.remove()
  rmSync(home, { recursive: true, force: true })
})

async function withDatabase<Result>(
  work: (database: Awaited<ReturnType<typeof openPostgres>>) => Promise<Result>,
): Promise<Result> {
  const database = await openPostgres(own.url)
  return await work(database).finally(database.close)
}

async function command(script: 'backup' | 'restore', ...given: string[]) {
  const parameters = [...brief, join(import.meta.dirname, `../../../server/cli/${script}.ts`), ...given]
  const env = { ...process.env, DATABASE_URL: own.url }
  return await promisify(execFile)(process.execPath, parameters, { env }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  )
}

const destroy = () =>
  withDatabase(async ({ queries }) => {
    await queries.execute(sql`delete from exact_figure where value > 5`)
    await queries.execute(sql`drop table protected_analysis, protected_record`)
  })

describe('a backup of a PostgreSQL server', () => {
  it('brings back every edition, sum by sum, after the database was destroyed', async () => {
    expect(new Set(before.flatMap((sums) => [sums.exact, sums.protected])).size).toBe(10)
    const backedUp = await command('backup', file)
    expect(backedUp).toMatchObject({ code: 0, said: expect.stringContaining('Backed up 5 editions') })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    await destroy()
    const restored = await command('restore', file, '--replace')
    expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('5 editions') })
    await withDatabase(async (database) => {
      expect(await readChecksums(database.queries)).toEqual(before)
      // nobody is signed in by a backup
      expect(await countRows(database, 'session')).toBe(0)
    })
  })

  it('is put in the place of nothing unasked, nor of what is in service', async () => {
    expect(await command('restore', file)).toMatchObject({
      code: 1,
      said: expect.stringContaining('add --replace'),
    })
    await withDatabase(async (database) => {
      await database.queries.execute(sql`select 1`)
      await expect(restoreServer(own.url, file, { replaces: true })).rejects.toThrow('Stop every instance')
    })
  })

  it('that is cut short leaves everything as it was', async () => {
    const cut = join(home, 'cut.dump')
    writeFileSync(cut, readFileSync(file))
    writeFileSync(`${cut}.checksums.json`, readFileSync(`${file}.checksums.json`))
    truncateSync(cut, Math.floor(statSync(cut).size / 2))
    const refused = restoreServer(own.url, cut, { replaces: true })
    await expect(refused).rejects.toThrow(/^pg_restore failed: pg_restore: error: [^"\t]*$/)
    expect(await withDatabase(({ queries }) => readChecksums(queries))).toEqual(before)
  })

  it('is told where it is not what it was', async () => {
    const other = join(home, 'other.dump')
    writeFileSync(other, readFileSync(file))
    const sums = readFileSync(`${file}.checksums.json`, 'utf8').replace(
      before[0]?.exact ?? '',
      'f'.repeat(64),
    )
    writeFileSync(`${other}.checksums.json`, sums)
    await expect(restoreServer(own.url, other, { replaces: true })).rejects.toThrow(
      'Restored, and not as it was: edition 5',
    )
  })
})

describe('a backup of an embedded database', () => {
  it('brings back every edition, with the sums that a server has of them', async () => {
    const directory = join(home, 'embedded')
    const image = join(home, 'embedded.tar.gz')
    mkdirSync(directory)
    await fillDirectory(directory)
    expect((await backUpDirectory(directory, image)).editions).toEqual(before)
    await expect(restoreDirectory(directory, image, { replaces: false })).rejects.toThrow('add --replace')
    rmSync(join(directory, 'pg'), { recursive: true })
    expect((await restoreDirectory(directory, image, { replaces: false })).editions).toEqual(before)
    await expect(restoreServer(own.url, image, { replaces: true })).rejects.toThrow('without DATABASE_URL')
  })
})
