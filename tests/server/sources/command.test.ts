import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../../../server/settings.ts'
import { startService } from '../../../server/start-service.ts'
import { soundLoad } from '../../support/load-files.ts'
import { withEmptyDatabases } from '../support/an-empty-database.ts'
import { runLoad } from '../support/run-load.ts'

const emptyDatabase = withEmptyDatabases()
let dataDirectory: string
let files: string

beforeEach(() => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'load-command-'))
  files = mkdtempSync(join(tmpdir(), 'sources-'))
  emptyDatabase.putInto(dataDirectory)
  for (const [name, text] of Object.entries(soundLoad)) writeFileSync(join(files, name), text)
  const source = {
    name: 'case-system',
    kind: 'folder',
    schedule: '15 6 * * *',
    folder: '.',
    steadySeconds: 0.01,
  }
  const sources = [
    { ...source, files: ['*.csv', 'organisation.json'] },
    { ...source, name: 'elsewhere', folder: 'nowhere', files: ['*.csv'] },
  ]
  writeFileSync(join(files, 'sources.json'), JSON.stringify({ sources }))
})
afterEach(() => {
  rmSync(dataDirectory, { recursive: true, force: true })
  rmSync(files, { recursive: true, force: true })
})

const environment = () => ({
  DATA_DIR: dataDirectory,
  SOURCES: join(files, 'sources.json'),
  PORT: '0',
  SEED: 'none',
  LOG_LEVEL: 'silent',
})

const load = (...given: string[]) => runLoad(given, environment())

const never = 'Not asked yet.'
const came =
  'files came and can be published. Nothing is until you do: take it, and look at what would change.'

describe('npm run load -- --sources and --source', () => {
  it('list and ask by themselves where no service runs, and keep nothing that goes with the command', async () => {
    const listed = await load('--sources')
    expect(listed).toMatchObject({ code: 0, errors: '' })
    expect(listed.output.split('\n')).toEqual([
      'case-system, a folder:',
      `  ${never}`,
      '  It is asked by itself while the service runs.',
      'elsewhere, a folder:',
      `  ${never}`,
      '  It is asked by itself while the service runs.',
      '',
    ])
    const asked = await load('--source', 'case-system')
    expect(asked.code).toBe(0)
    expect(asked.output).toContain(`3 ${came}`)
    expect(asked.output).toContain('Would change for the exact set: 2 new figures')
    expect(asked.output).toContain('Its files went with this command.')
    expect((await load('--sources')).output).toContain(never)
  })

  it('ask through the service while it runs, which keeps what came; what is not read ends with 1', async () => {
    const service = await startService({ ...readSettings(environment()), assets: null, say: () => undefined })
    try {
      const asked = await load('--source', 'case-system')
      expect(asked).toMatchObject({ code: 0, output: expect.stringContaining(`3 ${came}`) })
      expect(asked.output).not.toContain('went with this command')
      const { sources } = JSON.parse((await load('--sources', '--json')).output)
      expect(sources).toMatchObject([
        { name: 'case-system', outcome: 'came', load: { state: 'staged' }, nextAt: expect.any(String) },
        { name: 'elsewhere', outcome: null },
      ])
      const failed = await load('--source', 'elsewhere')
      expect(failed).toMatchObject({
        code: 1,
        output: expect.stringContaining('the folder cannot be read (ENOENT)'),
      })
      expect(await load('--source', 'none')).toMatchObject({
        code: 1,
        errors: 'There is no source of that name.\n',
      })
    } finally {
      await service.stop()
    }
  })

  it.each([
    ['--source'],
    ['--source', ' '],
    ['--sources', '--source', 'case-system'],
    ['--sources', 'file.csv'],
    ['--source', 'case-system', '--publish', 'September'],
  ])('are refused where they cannot be understood: %s', async (...given) => {
    expect((await load(...given)).code).toBe(2)
  })
})
