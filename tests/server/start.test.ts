import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readEditions } from '../../server/db/editions.ts'
import { openExactReader } from '../../server/db/exact-reader.ts'
import { openDataDirectory } from '../../server/db/open-data-directory.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { aFigure } from '../support/a-figure.ts'
import { readFirstStart } from '../support/demonstration-image.ts'
import { countRows } from './support/a-database.ts'
import { aProcess, type TestProcess } from './support/a-process.ts'
import { aPublication } from './support/a-publication.ts'
import { withEmptyDatabases } from './support/an-empty-database.ts'

const emptyDatabase = withEmptyDatabases()
const home = mkdtempSync(join(tmpdir(), 'dashboard-start-'))
const running: TestProcess[] = []

afterEach(async () => {
  for (const child of running.splice(0)) await child.kill('SIGKILL')
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function start(directory: string, environment: Record<string, string> = {}): TestProcess {
  const child = aProcess('../../../scripts/serve.ts', {
    DATA_DIR: directory,
    PORT: '0',
    SEED: 'none',
    HOST: '',
    AUTH: '',
    DATABASE_URL: '',
    ...environment,
  })
  running.push(child)
  return child
}

const addressIn = (output: string) => /http:\/\/\S+/.exec(output)?.[0] ?? ''

/** Every file below a folder with its size and when it was changed. */
const snapshot = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    .sort()

describe('the first start', () => {
  it('loads the demonstration, prints the address, and answers there', async () => {
    // it is what every test reads: it took place once, before all of them
    const { said, replies } = readFirstStart()
    expect(said).toContain('Demonstration: illustrative figures')
    expect(addressIn(said)).toMatch(/^http:/)
    expect(replies['/editions']).toMatchObject({ editions: Array(5).fill(expect.anything()) })
    expect(replies['/session']).toMatchObject({ can: ['choose-role'] })
  })

  it('with SEED=none is empty, says so, and answers with what to do', async () => {
    const service = start(join(home, 'empty'))
    await service.printed('Open http')
    const address = addressIn(service.output())
    expect(service.output()).toContain('nothing has been loaded yet')
    expect(await (await fetch(`${address}/api/v1/editions`)).json()).toEqual({ editions: [] })
    const pinned = await fetch(`${address}/api/v1/overview?edition=1&audience=protected`)
    expect(pinned.status).toBe(404)
    expect((await pinned.json()).detail).toContain('npm run load')
    expect((await fetch(`${address}/api/v1/organisation`)).status).toBe(404)
    expect(await (await fetch(`${address}/api/v1/session`)).json()).toMatchObject({ can: [] })
  })
})

describe('a running service', () => {
  const directory = join(home, 'running')
  let service: TestProcess

  beforeAll(async () => {
    emptyDatabase.putInto(directory)
    service = aProcess('../../../scripts/serve.ts', { DATA_DIR: directory, PORT: '0', SEED: 'none' })
    await service.printed('Open http')
  })
  afterAll(() => service.kill('SIGKILL'))

  it('leaves its address and a token for the loader, for its owner alone', () => {
    const path = join(directory, 'load-token')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      address: addressIn(service.output()),
      token: expect.stringMatching(/^.{40,}$/),
    })
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('takes the token for an analyst', async () => {
    const { address, token } = JSON.parse(readFileSync(join(directory, 'load-token'), 'utf8'))
    const headers = { authorization: `Bearer ${token}` }
    const reply = await fetch(`${address}/api/v1/session`, { headers })
    expect(await reply.json()).toMatchObject({
      role: 'analyst',
      can: ['load', 'publish', 'write-actions', 'write-commentary', 'store-packs', 'read-audit'],
    })
  })

  it('offers no choice of roles where nothing is illustrative', async () => {
    const reply = await fetch(`${addressIn(service.output())}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"role":"director"}',
    })
    expect([reply.status, (await reply.json()).detail]).toEqual([403, expect.stringContaining('AUTH=none')])
  })

  it('keeps a second one out of its directory, which names it and what to do', async () => {
    const second = start(directory)
    expect(await second.ended).toBe(1)
    expect(second.output()).toContain(`${directory} is in use by another process (${service.pid})`)
    expect(second.output()).toContain('DATA_DIR')
    expect(readFileSync(join(directory, 'lock'), 'utf8').trim()).toBe(String(service.pid))
  })

  it('stops though half an upload stands open, and takes lock and token away', async () => {
    const { address, token } = JSON.parse(readFileSync(join(directory, 'load-token'), 'utf8'))
    const { hostname, port } = new URL(address)
    const upload = connect(Number(port), hostname)
    upload.on('error', () => undefined)
    upload.write(
      `POST /api/v1/loads HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\nExpect: 100-continue\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n--b\r\n`,
    )
    // that it goes on is said once the upload has been taken up
    await once(upload, 'data')
    await service.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    expect(readdirSync(directory)).toEqual(['pg'])
  })
})

describe('a start that cannot be', () => {
  it('says that the port is in use and what to do, and opens nothing', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const bound = other.address()
    const port = typeof bound === 'object' && bound ? bound.port : 0
    const directory = join(home, 'port')
    const service = start(directory, { PORT: String(port) })
    expect(await service.ended).toBe(1)
    expect(service.output()).toContain(`Port ${port} of 127.0.0.1 is in use`)
    expect(service.output()).toContain(`PORT=${port + 1}`)
    expect(existsSync(directory)).toBe(false)
    await new Promise((resolve) => other.close(resolve))
  })

  it('refuses to let anybody choose a role where others can reach it', async () => {
    const service = start(join(home, 'open'), { HOST: '0.0.0.0', AUTH: 'demo' })
    expect(await service.ended).toBe(1)
    expect(service.output()).toContain('AUTH=demo')
  })

  it('names a DATA_DIR that is no folder, and a HOST that is not of this machine', async () => {
    const file = join(home, 'a-file')
    writeFileSync(file, 'figures')
    const withoutFolder = start(file)
    expect(await withoutFolder.ended).toBe(1)
    expect(withoutFolder.output()).toContain(`DATA_DIR cannot be ${file}`)
    expect(readFileSync(file, 'utf8')).toBe('figures')
    const elsewhere = start(join(home, 'elsewhere'), { HOST: '192.0.2.1', PORT: '8080' })
    expect(await elsewhere.ended).toBe(1)
    expect(elsewhere.output()).toContain('cannot listen at HOST=192.0.2.1 PORT=8080')
    expect(existsSync(join(home, 'elsewhere'))).toBe(false)
  })

  it('names a damaged database and what to do, and touches nothing', async () => {
    const directory = join(home, 'damaged')
    emptyDatabase.putInto(directory)
    rmSync(join(directory, 'pg', 'global', 'pg_control'))
    const files = snapshot(join(directory, 'pg'))
    const service = start(directory)
    expect(await service.ended).toBe(1)
    expect(service.output()).toContain(`${join(directory, 'pg')} cannot be opened`)
    expect(service.output()).toContain('move it away')
    expect(snapshot(join(directory, 'pg'))).toEqual(files)
    expect(existsSync(join(directory, 'lock'))).toBe(false)
  })

  it('names a database whose journal is rubbish, and touches nothing', async () => {
    const directory = join(home, 'rubbish')
    emptyDatabase.putInto(directory)
    const journal = join(directory, 'pg', 'pg_wal')
    for (const name of readdirSync(journal)) {
      if (statSync(join(journal, name)).isFile()) writeFileSync(join(journal, name), 'rubbish')
    }
    const files = snapshot(join(directory, 'pg'))
    const service = start(directory)
    expect(await service.ended).toBe(1)
    expect(service.output()).toContain(`${join(directory, 'pg')} cannot be opened`)
    expect(snapshot(join(directory, 'pg'))).toEqual(files)
  })
})

describe('a publication that is killed in the middle', () => {
  it('leaves the last edition whole and no trace of itself', async () => {
    const directory = join(home, 'killed')
    emptyDatabase.putInto(directory)
    const loader = aProcess('publish-half.ts', { DATA_DIR: directory })
    running.push(loader)
    await loader.printed('half way')
    await loader.kill('SIGKILL')
    expect(readdirSync(directory)).toContain('lock')

    const database = await openDataDirectory(directory)
    try {
      expect(await readEditions(database.queries)).toMatchObject([{ number: 1, supersededBy: null }])
      const [series] = await openExactReader(database.queries, 1).readSeries({
        kpis: ['ot-waiting'],
        dimension: 'borough',
      })
      expect(series?.points).toMatchObject([{ value: 312 }])
      expect([
        await countRows(database, 'exact_figure'),
        await countRows(database, 'protected_figure'),
      ]).toEqual([1, 1])
      // and the next one goes through
      const next = aPublication({ figures: [aFigure({ value: 290 })] })
      expect(await publishEdition(database, next)).toMatchObject({ number: 2 })
    } finally {
      await database.close()
    }
  })
})
