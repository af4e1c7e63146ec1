import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backUpDirectory, restoreDirectory } from '../../../server/backup/embedded-backup.ts'
import { readEditions } from '../../../server/db/editions.ts'
import { openDataDirectory } from '../../../server/db/open-data-directory.ts'
import { readSettings } from '../../../server/settings.ts'
import { startService } from '../../../server/start-service.ts'
import { soundLoad, unsoundObservations } from '../../support/load-files.ts'
import { brief } from '../support/a-process.ts'
import { withEmptyDatabases } from '../support/an-empty-database.ts'
import { type Ended, runLoad } from '../support/run-load.ts'

const emptyDatabase = withEmptyDatabases()
let dataDirectory: string
let files: string

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'load-command-'))
  files = mkdtempSync(join(tmpdir(), 'load-files-'))
  writeFiles(soundLoad)
})

afterEach(() => {
  rmSync(dataDirectory, { recursive: true, force: true })
  rmSync(files, { recursive: true, force: true })
})

function writeFiles(contents: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(contents)) writeFileSync(join(files, name), text)
}

/** As it is typed: a process of its own. */
function loadAlone(...given: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...brief, 'server/cli/load.ts', ...given],
      { env: { ...process.env, ...environment() } },
      (error, output, errors) => resolve({ code: Number(error?.code ?? 0), output, errors }),
    )
  })
}

const load = (...given: string[]) => runLoad(given, environment())

const environment = () => ({ DATA_DIR: dataDirectory, DATABASE_URL: '' })

async function labels() {
  const database = await openDataDirectory(dataDirectory)
  const editions = await readEditions(database.queries)
  await database.close()
  return editions.map(({ label }) => label)
}

// the first of each exit code is a process of its own, as is the one beside a service; each opens a database of its own
describe('npm run load', () => {
  it('makes its database where there is none, checks without a label, and publishes with one', async () => {
    const checked = await loadAlone(files)
    expect(checked.output).toContain('Would change for the exact set: 2 new figures')
    expect(checked.output).toContain('Nothing was published')
    expect(checked.code).toBe(0)
    const published = await loadAlone(files, '--publish', 'September 2025', '--json')
    expect(published.code).toBe(0)
    expect(JSON.parse(published.output)).toMatchObject({ state: 'published', edition: 1 })
    expect(await labels()).toEqual(['September 2025'])
  })

  it('ends with 1 where the data has problems, and nothing is loaded', async () => {
    emptyDatabase.putInto(dataDirectory)
    writeFiles({ 'observations.csv': unsoundObservations })
    const { code, output } = await loadAlone(files, '--publish', 'September 2025')
    expect(code).toBe(1)
    expect(output).toContain(
      `${join(files, 'observations.csv')}:4:1 kpi_id is no known measure → did you mean ot-waiting? A new measure is defined in kpis.csv`,
    )
    expect(output).toContain('Nothing was loaded: 1 error to put right.')
    expect(await labels()).toEqual([])
  })

  it('says of a person the place and the kind alone, to people and to programs', async () => {
    emptyDatabase.putInto(dataDirectory)
    writeFiles({
      'observations.csv': `${soundLoad['observations.csv']}\not-waiting,2025-09,town,9434765919,4,,,,,2025-10-06`,
    })
    for (const form of [[], ['--json']]) {
      const { code, output, errors } = await load(files, '--publish', 'September 2025', ...form)
      expect(code).toBe(1)
      expect(output).toContain('looks like an NHS number')
      expect(output + errors).not.toContain('5919')
    }
    expect(await labels()).toEqual([])
  })

  it('takes a token that was cut short for none', async () => {
    emptyDatabase.putInto(dataDirectory)
    writeFileSync(join(dataDirectory, 'load-token'), '{"address":"http://127')
    expect(await load(files)).toMatchObject({ code: 0, errors: '' })
  })

  it('asks for the reason of a restatement, and publishes with it', async () => {
    emptyDatabase.putInto(dataDirectory)
    expect((await load(files, '--publish', 'September 2025')).code).toBe(0)
    writeFiles({ 'observations.csv': soundLoad['observations.csv'].replace(',400,', ',600,') })
    const silent = await load(files, '--publish', 'Restated')
    expect(silent.code).toBe(1)
    expect(silent.output).toContain('To be confirmed:')
    expect(silent.output).toContain('ot-waiting in 2025-08 (All): 400 was final and would become 600')
    expect(silent.output).toContain(
      'Nothing was published: what is to be confirmed in this load needs a reason.',
    )
    expect((await load(files, '--publish', 'Restated', '--reason', 'As Mrs Zzexample told')).code).toBe(2)
    const given = ['--reason', 'A team was counted twice', '--note', 'August put right']
    expect((await load(files, '--publish', 'Restated', ...given)).code).toBe(0)
    const database = await openDataDirectory(dataDirectory)
    const notes = (await readEditions(database.queries)).map(({ note }) => note)
    await database.close()
    expect(notes).toContain('August put right\nReason: A team was counted twice')
  })

  it('rolls back and takes out, and what came of it is backed up and put back whole', async () => {
    emptyDatabase.putInto(dataDirectory)
    await load(files, '--publish', 'September 2025')
    const why = ['--publish', 'Again', '--reason', 'Counted twice']
    expect((await load('--roll-back', 'one', ...why)).code).toBe(2)
    expect((await load('--roll-back', '1', '--publish', 'Again')).code).toBe(2)
    expect((await load('--roll-back', '1', ...why)).errors).toContain('edition 1 is the newest')
    expect((await load('--remove', 'ot-waiting/Zznowhere', ...why)).code).toBe(1)
    const seen = await load('--remove', 'ot-waiting/2025-09')
    expect(seen.output).toContain('It can be done. Nothing was published')
    expect(seen.output).toMatch(/Would change for the exact set: .* taken out/)
    const removed = await load('--remove', 'ot-waiting/2025-09', ...why)
    expect(removed.output).toContain('Published as edition 2: Again.')
    const back = await load('--roll-back', '1', ...why)
    expect([back.code, back.output]).toEqual([0, expect.stringContaining('Published as edition 3: Again.')])
    const file = join(files, 'backup')
    const { editions } = await backUpDirectory(dataDirectory, file)
    expect(await restoreDirectory(dataDirectory, file, { replaces: true })).toMatchObject({ editions })
    const database = await openDataDirectory(dataDirectory)
    expect(await readEditions(database.queries)).toMatchObject([
      { number: 3, standsOn: 1, withdrawn: false },
      { number: 2, withdrawn: true, withdrawal: { reason: 'Counted twice' } },
      { number: 1, withdrawn: false },
    ])
    await database.close()
  })

  it('withdraws an edition with a reason, once, and never the only one that stands', async () => {
    emptyDatabase.putInto(dataDirectory)
    expect((await load(files, '--publish', 'September 2025')).code).toBe(0)
    const reason = ['--reason', 'A team was counted twice']
    const only = await load('--withdraw', '1', ...reason)
    expect(only).toMatchObject({ code: 1, errors: expect.stringContaining('is the only one that stands') })
    writeFiles({ 'observations.csv': soundLoad['observations.csv'].replace(',412,', ',413,') })
    expect((await load(files, '--publish', 'Corrected')).code).toBe(0)
    expect((await load('--withdraw', '1')).code).toBe(2)
    expect((await load('--withdraw', 'one', ...reason)).code).toBe(2)
    expect((await load('--withdraw', '1', '--reason', 'As Mrs Zzexample told')).code).toBe(2)
    const withdrawn = await load('--withdraw', '1', ...reason)
    expect(withdrawn.output).toContain('Withdrew edition 1, September 2025.')
    expect(withdrawn.code).toBe(0)
    expect((await load('--withdraw', '1', ...reason)).code).toBe(1)
    expect((await load('--withdraw', '9', ...reason)).code).toBe(1)
    const database = await openDataDirectory(dataDirectory)
    const editions = await readEditions(database.queries)
    await database.close()
    expect(editions).toMatchObject([
      { number: 2, withdrawn: false },
      { number: 1, withdrawn: true, withdrawal: { reason: 'A team was counted twice' } },
    ])
  })

  it('ends with 2 where it was not used as it can be', async () => {
    emptyDatabase.putInto(dataDirectory)
    const nothing = await loadAlone()
    expect(nothing.code).toBe(2)
    expect(nothing.errors).toContain('npm run load -- PATH')
    expect((await load(files, '--publish', 'A', '--check')).code).toBe(2)
    expect((await load(files, '--wrong')).code).toBe(2)
    const naming = await load(files, '--publish', 'For 943 476 5919', '--json')
    expect(naming.code).toBe(2)
    expect(naming.output + naming.errors).not.toContain('5919')
    expect(naming.errors).toContain('a text without an NHS number')
    const folderAsMapping = await load(files, '--mapping', files)
    expect(folderAsMapping).toMatchObject({
      code: 2,
      errors: expect.stringContaining(`${files} is a folder; --mapping needs a file`),
    })
    const absent = await load(join(files, 'absent.csv'))
    expect(absent).toMatchObject({
      code: 2,
      errors: `there is no file or folder ${join(files, 'absent.csv')}\n`,
    })
  })

  it('goes through the service while it runs on the same data directory', async () => {
    emptyDatabase.putInto(dataDirectory)
    const settings = readSettings({ DATA_DIR: dataDirectory, PORT: '0', SEED: 'none', LOG_LEVEL: 'silent' })
    const service = await startService({ ...settings, assets: null, say: () => undefined })
    try {
      const { code, output } = await loadAlone(files, '--publish', 'September 2025')
      expect(output).toContain('Published as edition 1: September 2025.')
      expect(code).toBe(0)
      const editions = await (await fetch(`${service.address}/api/v1/editions`)).json()
      expect(editions).toMatchObject({ editions: [{ number: 1, label: 'September 2025' }] })
      const only = await load('--withdraw', '1', '--reason', 'Counted twice')
      expect(only).toMatchObject({ code: 1, errors: expect.stringContaining('is the only one that stands') })
    } finally {
      await service.stop()
    }
  })
})
