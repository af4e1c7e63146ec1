import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openPostgres } from '../../../server/db/database.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import { claimSource, releaseSource } from '../../../server/db/source-store.ts'
import { keepHouse } from '../../../server/housekeeping.ts'
import { createLoads } from '../../../server/loads/loads.ts'
import { shelfOf } from '../../../server/loads/shared-shelf.ts'
import { askQuery } from '../../../server/sources/ask-query.ts'
import { SourceError } from '../../../server/sources/source-error.ts'
import type { QuerySource } from '../../../server/sources/source-settings.ts'
import { createSources } from '../../../server/sources/sources.ts'
import { cloneDatabase, type OwnDatabase } from '../../support/postgres/databases.ts'
import { countRows, emptyDatabase } from '../support/a-database.ts'
import { aDefinition, aPublication } from '../support/a-publication.ts'

const place = mkdtempSync(join(tmpdir(), 'sources-'))
let warehouse: OwnDatabase
let own: OwnDatabase
let databases: [Database, Database]
let folder: string

beforeAll(async () => {
  warehouse = await cloneDatabase('template0')
  own = await cloneDatabase('migrated')
  databases = [await openPostgres(own.url), await openPostgres(own.url)]
  await inWarehouse(`
    create table waiting (month date, people integer, note text, read_on timestamptz);
    insert into waiting values
      ('2025-08-31', 400, 'a "quoted", text', '2025-10-06 00:30+01'),
      ('2025-09-30', 412, null, '2025-10-06 00:30+01')`)
})
afterAll(async () => {
  for (const database of databases) await database.close()
  await own.remove()
  await warehouse.remove()
  rmSync(place, { recursive: true })
})
beforeEach(async () => {
  folder = mkdtempSync(join(place, 'brought-'))
  await emptyDatabase(databases[0])
  await publishEdition(databases[0], aPublication({ kpis: [aDefinition()] }))
})

async function inWarehouse(statements: string) {
  const client = new pg.Client(warehouse.url)
  await client.connect()
  const { rows } = await client.query(statements)
  await client.end()
  return rows
}

let made = 0

function aQuery(text: string, given: Partial<QuerySource> = {}): QuerySource {
  made += 1
  const query = join(place, `${made}.sql`)
  writeFileSync(query, text)
  return {
    name: 'warehouse',
    kind: 'query',
    schedule: '15 6 * * *',
    mapping: null,
    database: warehouse.url,
    from: 'WAREHOUSE_URL',
    query,
    file: 'observations.csv',
    mostBytes: 10_000_000,
    seconds: 20,
    ...given,
  }
}
const asking = () => ({ folder, signal: new AbortController().signal, timezone: 'Europe/London' })
async function rowsOf(source: QuerySource): Promise<string> {
  const { files } = await askQuery(source, asking())
  return readFileSync(files[0]?.path ?? '', 'utf8')
}
async function whyNot(source: QuerySource): Promise<string> {
  try {
    return await rowsOf(source)
  } catch (error) {
    if (error instanceof SourceError) return error.message
    throw error
  }
}

const observations = `select 'ot-waiting' as kpi_id, to_char(month, 'YYYY-MM') as period, 'borough' as dimension,
  'All' as member, people as value, null as numerator, null as denominator, null as n, 'final' as status,
  read_on::date as as_at from waiting order by month;
`

describe('a query of a PostgreSQL server', () => {
  it('gives its rows as the server writes them, days and times by the clock of the council', async () => {
    expect(await rowsOf(aQuery('select *, 0.10::numeric(4,2) as share from waiting order by month'))).toBe(
      'month,people,note,read_on,share\n' +
        '2025-08-31,400,"a ""quoted"", text",2025-10-06 00:30:00+01,0.10\n' +
        '2025-09-30,412,,2025-10-06 00:30:00+01,0.10\n',
    )
  })

  it('gives more rows than are held at once, each once', async () => {
    const text = await rowsOf(aQuery('select n from generate_series(1, 2500) as n'))
    const numbers = text.trim().split('\n').slice(1).map(Number)
    expect([numbers.length, new Set(numbers).size, numbers.at(-1)]).toEqual([2500, 2500, 2500])
  })

  it.each([
    ['delete from waiting', '42601'],
    ['select 1; delete from waiting', '42601'],
    ['with gone as (delete from waiting returning *) select * from gone', '0A000'],
    ['select 1; commit; delete from waiting', '42601'],
    ["select set_config('transaction_read_only', 'off', true)", '25001'],
    ["select nextval('counted')", '25006'],
    ['select write_one()', '25006'],
  ])('never writes: %s', async (text, code) => {
    await inWarehouse(`
      create sequence if not exists counted;
      create or replace function write_one() returns integer language sql volatile as
        'insert into waiting values (null, 1, null, null) returning people'`)
    const before = await inWarehouse('select count(*) from waiting')
    expect(await whyNot(aQuery(text))).toContain(code)
    expect(await inWarehouse('select count(*) from waiting')).toEqual(before)
  })

  it('says what to do where it does not come about, and nothing of what stands there', async () => {
    const cases: [QuerySource, string][] = [
      [aQuery('select * from no_table'), 'does not understand the query'],
      [aQuery('select note::integer from waiting'), 'cannot work out one of its values'],
      [aQuery('select pg_sleep(30)', { seconds: 1 }), 'did not finish within 1 s'],
      [aQuery('select n from generate_series(1, 5000) as n', { mostBytes: 1000 }), 'more than 0.001 MB'],
      [aQuery('select 1', { database: 'postgres://me:secret-word@127.0.0.1:9/x' }), 'cannot be reached'],
      [
        aQuery('select 1', { database: warehouse.url.replace(/\/of_\w+\?/, '/no_database?') }),
        'no database of that name: look at WAREHOUSE_URL',
      ],
    ]
    for (const [source, words] of cases) {
      const why = await whyNot(source)
      expect(why).toContain(words)
      expect(why).not.toMatch(/quoted|secret-word|no_table/)
    }
  })

  it('is staged as an upload is, and not published', async () => {
    const [{ queries }] = databases
    const loads = createLoads(databases[0], { shelf: shelfOf(databases[0], join(place, 'staged')) })
    const settings = [aQuery(observations)]
    const sources = createSources({
      queries,
      isShared: true,
      loads,
      settings,
      stagingFolder: join(place, 'staged'),
    })
    const { source, load } = await sources.askNow('warehouse')
    expect([source.outcome, load?.state, load?.preview[0]?.newFigures]).toEqual(['came', 'staged', 2])
    expect((await sources.askNow('warehouse')).source.outcome).toBe('unchanged')
    expect(await countRows(databases[0], 'edition')).toBe(1)
  })

  it('is checked again by hand once its files have gone with their day', async () => {
    const [database] = databases
    const loads = createLoads(database, { shelf: shelfOf(database, join(place, 'staged')) })
    const stagingFolder = join(place, 'staged')
    const settings = [aQuery(observations)]
    const sources = createSources({
      queries: database.queries,
      isShared: true,
      loads,
      settings,
      stagingFolder,
    })
    const { source } = await sources.askNow('warehouse')
    await keepHouse(database, new Date(Date.now() + 25 * 60 * 60_000))
    expect((await sources.list()).sources[0]).toMatchObject({ outcome: 'came', load: null })
    const again = await sources.askNow('warehouse')
    expect(again.source).toMatchObject({ outcome: 'came', load: { state: 'staged' } })
    expect(again.source.load?.id).not.toBe(source.load?.id)
  })
})

describe('two instances', () => {
  it('keep each time of a schedule once between them, and the other finds the load', async () => {
    const clock = new Date('2026-06-04T05:15:01Z')
    await databases[0].queries.execute(
      `insert into source (name, slot) values ('warehouse', '2026-06-03T05:15:00Z')`,
    )
    const instances = databases.map((database, index) => {
      const stagingFolder = join(place, `staged-${index}`)
      const loads = createLoads(database, { shelf: shelfOf(database, stagingFolder), now: () => clock })
      const settings = [aQuery(observations)]
      return createSources({
        queries: database.queries,
        isShared: true,
        loads,
        settings,
        stagingFolder,
        now: () => clock,
      })
    })
    const before = await countRows(databases[0], 'load_log')
    await Promise.all(instances.map(({ askDue }) => askDue()))
    expect((await countRows(databases[0], 'load_log')) - before).toBe(1)
    for (const { list } of instances) {
      expect((await list()).sources[0]).toMatchObject({
        outcome: 'came',
        load: { state: 'staged' },
        isBeingAsked: false,
      })
    }
  })

  it('let one ask a source at a time', async () => {
    const now = new Date('2026-06-04T05:15:00Z')
    const until = new Date('2026-06-04T05:45:00Z')
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, one) =>
        claimSource((databases[one % 2] ?? databases[0]).queries, { name: 'other', slot: null, now, until }),
      ),
    )
    expect(claims.filter(Boolean)).toHaveLength(1)
    await releaseSource(databases[1].queries, 'other', null)
    expect(await claimSource(databases[0].queries, { name: 'other', slot: null, now, until })).not.toBeNull()
  })
})
