import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SettingError } from '../../../server/setting-error.ts'
import { readSettings } from '../../../server/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'sources-'))
const file = join(folder, 'sources.json')
const secret = 'secret-of-the-source'
const environment = {
  SOURCES: file,
  OPEN_DATA_KEY: ` ${secret} `,
  WAREHOUSE_URL: `postgres://reader:${secret}@warehouse.example/figures`,
  NO_ADDRESS: secret,
  TWO_LINES: `${secret}\r\nhost: other.example`,
}

const schedule = '15 6 * * 1-5'
const aFolder = { name: 'case-system', kind: 'folder', schedule, folder: 'in', files: ['waiting-*.csv'] }
const anAddress = {
  name: 'open-data',
  kind: 'address',
  schedule,
  address: 'https://data.example/waiting.csv',
  file: 'waiting.csv',
}
const aQuery = { name: 'warehouse', kind: 'query', schedule, database: 'WAREHOUSE_URL', query: 'waiting.sql' }
const aDashboard = {
  name: 'hillingdon',
  kind: 'dashboard',
  schedule,
  address: 'https://figures.hillingdon.example',
  member: 'E09000017',
  label: 'Hillingdon',
  measures: { 'ot-waiting': 'occupational-therapy-waiting' },
}

beforeAll(() => {
  writeFileSync(join(folder, 'waiting.sql'), 'select 1')
  writeFileSync(join(folder, 'mapping.json'), '{}')
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(given: unknown) {
  writeFileSync(file, typeof given === 'string' ? given : JSON.stringify(given))
  return readSettings(environment).sources
}
const readOne = (...sources: unknown[]) => read({ sources })

function whyNot(given: unknown): string {
  try {
    read(given)
  } catch (error) {
    if (error instanceof SettingError) return error.message
    throw error
  }
  return 'it was taken'
}

describe('the file that SOURCES names', () => {
  it('gives each kind of source, with paths from its own folder and secrets from the environment', () => {
    const header = { name: 'Authorization', from: 'OPEN_DATA_KEY' }
    expect(
      readOne(
        { ...aFolder, mapping: 'mapping.json' },
        { ...anAddress, header, megabytes: 1 },
        aQuery,
        aDashboard,
      ),
    ).toEqual([
      {
        ...aFolder,
        folder: join(folder, 'in'),
        mapping: join(folder, 'mapping.json'),
        newest: false,
        steadySeconds: 2,
      },
      {
        ...anAddress,
        mapping: null,
        header: { ...header, value: secret },
        private: false,
        mostBytes: 1_000_000,
        seconds: 60,
      },
      {
        name: 'warehouse',
        kind: 'query',
        schedule,
        mapping: null,
        database: environment.WAREHOUSE_URL,
        from: 'WAREHOUSE_URL',
        query: join(folder, 'waiting.sql'),
        file: 'observations.csv',
        mostBytes: 64_000_000,
        seconds: 60,
      },
      {
        ...aDashboard,
        mapping: null,
        level: 'Council',
        header: null,
        private: false,
        mostBytes: 64_000_000,
        seconds: 60,
        measures: [{ ours: 'ot-waiting', theirs: 'occupational-therapy-waiting' }],
      },
    ])
  })

  it('may be without a source, and need not be named', () => {
    expect(readOne()).toEqual([])
    expect(readSettings({}).sources).toEqual([])
  })

  it.each([
    ['is no JSON', '{ "sources": [', 'sources.json is not JSON'],
    ['is something else', [], 'the whole is not as it must be'],
    ['has a key that nobody knows', { sources: [], source: 1 }, 'source is not known'],
    ['misspells a key', { sources: [{ ...aFolder, shedule: schedule }] }, 'sources[0].shedule is not known'],
    [
      'has a kind that is none',
      { sources: [{ ...aFolder, kind: 'ftp' }] },
      'sources[0].kind is none. Give one of',
    ],
    ['names two alike', { sources: [aFolder, aFolder] }, 'sources[1].name is the name of another'],
    [
      'has a name with a space',
      { sources: [{ ...aFolder, name: 'Case system' }] },
      'sources[0].name cannot be used',
    ],
    ['has no schedule', { sources: [{ ...aFolder, schedule: undefined }] }, 'sources[0].schedule is missing'],
    [
      'has a schedule that is none',
      { sources: [{ ...aFolder, schedule: 'daily' }] },
      'sources[0].schedule is no time',
    ],
    [
      'asks every second',
      { sources: [{ ...aFolder, schedule: '* * * * * *' }] },
      'sources[0].schedule is no time',
    ],
    ['asks on a day that never comes', { sources: [{ ...aFolder, schedule: '0 6 30 2 *' }] }, 'is no time'],
    ['names no files', { sources: [{ ...aFolder, files: [] }] }, 'sources[0].files is no list'],
    [
      'names a file in a folder',
      { sources: [{ ...aFolder, files: ['../*.csv'] }] },
      'sources[0].files[0] is no list',
    ],
    [
      'names a mapping that is not there',
      { sources: [{ ...aFolder, mapping: 'm.json' }] },
      'sources[0].mapping names',
    ],
    [
      'names no address',
      { sources: [{ ...anAddress, address: 'data' }] },
      'sources[0].address is no address',
    ],
    [
      'asks without TLS',
      { sources: [{ ...anAddress, address: 'http://data.example/' }] },
      'sources[0].address does not begin with https://',
    ],
    [
      'has a password in an address',
      { sources: [{ ...anAddress, address: `https://me:${secret}@data.example/` }] },
      'sources[0].address has a user or a password in it',
    ],
    [
      'asks this machine without saying so',
      { sources: [{ ...anAddress, address: 'http://127.0.0.1:8/' }] },
      'sources[0].address does not begin with https://',
    ],
    [
      'names a secret that is not set',
      { sources: [{ ...anAddress, header: { name: 'X-Key', from: 'NOT_SET' } }] },
      'sources[0].header.from names NOT_SET, which the environment does not have',
    ],
    [
      'names a secret of two lines',
      { sources: [{ ...anAddress, header: { name: 'X-Key', from: 'TWO_LINES' } }] },
      'sources[0].header.from names TWO_LINES, which holds signs',
    ],
    [
      'has the secret itself',
      { sources: [{ ...anAddress, header: { name: 'X-Key', value: secret } }] },
      'sources[0].header',
    ],
    [
      'names no database',
      { sources: [{ ...aQuery, database: 'NOT_SET' }] },
      'sources[0].database names NOT_SET',
    ],
    [
      'names another server',
      { sources: [{ ...aQuery, database: 'NO_ADDRESS' }] },
      'no address of a PostgreSQL',
    ],
    ['has no query', { sources: [{ ...aQuery, query: 'other.sql' }] }, 'sources[0].query names'],
    [
      'makes a workbook of a query',
      { sources: [{ ...aQuery, file: 'x.xlsx' }] },
      'sources[0].file is no file name',
    ],
    ['maps no measure', { sources: [{ ...aDashboard, measures: {} }] }, 'sources[0].measures is no list'],
    [
      'has a level that is none',
      { sources: [{ ...aDashboard, level: 'County' }] },
      'sources[0].level is none',
    ],
    [
      'maps a dashboard',
      { sources: [{ ...aDashboard, mapping: 'mapping.json' }] },
      'sources[0].mapping is not known',
    ],
    ['waits for ever', { sources: [{ ...anAddress, seconds: 9e9 }] }, 'sources[0].seconds cannot be used'],
  ])('that %s ends the start with key and remedy, and without the secret', (_, given, words) => {
    const why = whyNot(given)
    expect(why).toContain(words)
    expect(why).not.toContain(secret)
  })

  it('that is not there is named', () => {
    expect(() => readSettings({ SOURCES: join(folder, 'none.json') })).toThrow('SOURCES names')
  })
})
