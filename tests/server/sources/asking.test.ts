import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askAddress } from '../../../server/sources/ask-address.ts'
import { askFolder } from '../../../server/sources/ask-folder.ts'
import { fingerprintOf } from '../../../server/sources/brought.ts'
import { isPrivateAddress } from '../../../server/sources/private-addresses.ts'
import { SourceError } from '../../../server/sources/source-error.ts'
import type { AddressSource, FolderSource } from '../../../server/sources/source-settings.ts'

const place = mkdtempSync(join(tmpdir(), 'sources-'))
let folder: string
let server: Server | null = null
let seen: { url: string; key: string | undefined }[] = []

beforeEach(() => {
  folder = mkdtempSync(join(place, 'brought-'))
  seen = []
})
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
  server = null
})
afterAll(() => rmSync(place, { recursive: true }))

const asking = (signal = new AbortController().signal) => ({ folder, signal, timezone: 'Europe/London' })

async function whyNot(asked: Promise<unknown>): Promise<string> {
  try {
    await asked
  } catch (error) {
    if (error instanceof SourceError) return error.message
    throw error
  }
  return 'it was taken'
}

/** A server of somebody else's, on this machine; its address. */
async function serve(answer: RequestListener): Promise<string> {
  server = createServer((request, response) => {
    seen.push({ url: request.url ?? '', key: request.headers['x-key'] as string | undefined })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`
}

const secret = 'secret-of-the-source'
const anAddress = (address: string, given: Partial<AddressSource> = {}): AddressSource => ({
  name: 'open-data',
  kind: 'address',
  schedule: '0 6 * * *',
  mapping: null,
  address,
  file: 'waiting.csv',
  header: { name: 'X-Key', value: secret, from: 'OPEN_DATA_KEY' },
  private: true,
  mostBytes: 1000,
  seconds: 5,
  ...given,
})

describe('a file at an address', () => {
  it('is asked for with the secret header, and is called as the settings say', async () => {
    const base = await serve((_, response) => response.end('a,b\n1,2\n'))
    const { files } = await askAddress(anAddress(`${base}/list?x=1`), asking())
    expect(files).toEqual([
      { path: join(folder, '0'), label: 'waiting.csv', isMapping: false, isNamed: true },
    ])
    expect(readFileSync(join(folder, '0'), 'utf8')).toBe('a,b\n1,2\n')
    expect(seen).toEqual([{ url: '/list?x=1', key: secret }])
  })

  it('is followed to another address of its host, and not to another host, which would be told the secret', async () => {
    const base = await serve((request, response) => {
      const away = request.url === '/away' ? 'http://other.example/' : '/there'
      if (request.url === '/there') response.end('a\n1\n')
      else response.writeHead(302, { location: away }).end()
    })
    expect((await askAddress(anAddress(`${base}/here`), asking())).files).toHaveLength(1)
    expect(await whyNot(askAddress(anAddress(`${base}/away`), asking()))).toContain(
      'sends on to another host',
    )
  })

  it('that leads from one address to the next for ever is given up', async () => {
    const base = await serve((_, response) => response.writeHead(302, { location: '/again' }).end())
    expect(await whyNot(askAddress(anAddress(base), asking()))).toContain('without an end')
    expect(seen).toHaveLength(6)
  })

  it.each([
    [401, 'renew it, and set OPEN_DATA_KEY'],
    [404, 'look at "address"'],
    [429, 'rarer "schedule"'],
    [503, 'ask again later'],
    [204, 'and no file'],
  ])('that is answered with %s has its remedy', async (status, words) => {
    const base = await serve((_, response) => response.writeHead(status).end())
    const why = await whyNot(askAddress(anAddress(`${base}/secret-path?sig=abc`), asking()))
    expect(why).toContain(words)
    expect(why).not.toMatch(/secret-|sig=/)
  })

  it('that wants to know who asks, where nobody said, says that', async () => {
    const base = await serve((_, response) => response.writeHead(403).end())
    expect(await whyNot(askAddress(anAddress(base, { header: null }), asking()))).toContain(
      'give it a "header"',
    )
  })

  it('that is a page, is packed, is empty or breaks off is not taken', async () => {
    const answers: [RequestListener, string][] = [
      [
        (_, response) => response.setHeader('content-type', 'text/html').end('<p>'),
        'a page in place of a file',
      ],
      [(_, response) => response.setHeader('content-encoding', 'gzip').end('x'), 'answers packed (gzip)'],
      [(_, response) => response.end(), 'is empty'],
      [
        (_, response) => {
          response.setHeader('content-length', 100)
          response.write('a,b\n')
          setTimeout(() => response.destroy(), 20)
        },
        'broke off',
      ],
    ]
    for (const [answer, words] of answers) {
      const base = await serve(answer)
      expect(await whyNot(askAddress(anAddress(base), asking()))).toContain(words)
      await new Promise((resolve) => server?.close(resolve))
    }
  })

  it('that is larger than allowed is broken off, whether it says so or not', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/says') response.setHeader('content-length', 1001)
      response.write('x'.repeat(600))
      response.end('x'.repeat(401))
    })
    for (const path of ['/says', '/silent'])
      expect(await whyNot(askAddress(anAddress(base + path), asking()))).toContain('more than 0.001 MB')
  })

  it('that does not answer in time is given up', async () => {
    const base = await serve(() => undefined)
    const why = await whyNot(askAddress(anAddress(base, { seconds: 1 }), asking()))
    expect(why).toContain('within 1 s')
  })

  it('that is not there is named by its host and the code', async () => {
    const base = await serve(() => undefined)
    await new Promise((resolve) => server?.close(resolve))
    expect(await whyNot(askAddress(anAddress(base), asking()))).toContain('cannot be reached (ECONNREFUSED)')
  })

  it('of this machine or an inner network is asked only where the settings say so', async () => {
    const base = await serve((_, response) => response.end('a\n1\n'))
    const port = new URL(base).port
    // by its name as well: what a name leads to is looked at, and not the name
    for (const address of [base, `http://localhost:${port}`])
      expect(await whyNot(askAddress(anAddress(address, { private: false }), asking()))).toContain(
        '"private": true',
      )
    expect(seen).toEqual([])
  })

  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '::1',
    '::ffff:10.0.0.1',
    'fd00::1',
    '0.0.0.0',
  ])('at %s is of an inner network', (address) => expect(isPrivateAddress(address)).toBe(true))

  it.each(['203.0.113.9', '8.8.8.8', '2001:4860:4860::8888', 'data.example'])('at %s is not', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )
})

const aFolder = (given: Partial<FolderSource> = {}): FolderSource => ({
  name: 'case-system',
  kind: 'folder',
  schedule: '0 6 * * *',
  mapping: null,
  folder: mkdtempSync(join(place, 'watched-')),
  files: ['*.csv'],
  newest: false,
  steadySeconds: 0.02,
  ...given,
})
const namesOf = (source: FolderSource) =>
  askFolder(source, asking()).then(({ files }) => files.map(({ label }) => label))

describe('a folder', () => {
  it('gives the files of its names, without what is hidden or still being written', async () => {
    const source = aFolder({ files: ['*'] })
    for (const name of ['b.csv', 'a.csv', '.hidden.csv', '~$a.xlsx', 'c.csv.tmp', 'd.part', 'e.csv~'])
      writeFileSync(join(source.folder, name), 'x')
    expect(await namesOf(source)).toEqual(['a.csv', 'b.csv'])
  })

  it('gives the newest file of each name where that is wanted', async () => {
    const source = aFolder({ files: ['waiting-*.csv', 'started-*.csv'], newest: true })
    for (const name of ['waiting-2025-08.csv', 'started-2025-08.csv', 'waiting-2025-09.csv']) {
      writeFileSync(join(source.folder, name), name)
      await wait(15)
    }
    expect(await namesOf(source)).toEqual(['started-2025-08.csv', 'waiting-2025-09.csv'])
  })

  it('waits for a file that grows, and gives up on one that never stops', async () => {
    const source = aFolder({ steadySeconds: 0.1 })
    const path = join(source.folder, 'a.csv')
    let text = 'x'
    writeFileSync(path, text)
    const write = () => {
      text += 'x'
      writeFileSync(path, text)
    }
    const growing = setInterval(write, 20)
    setTimeout(() => clearInterval(growing), 200)
    expect(await namesOf(source)).toEqual(['a.csv'])
    expect(readFileSync(join(folder, '0'), 'utf8')).toBe(text)
    const endless = setInterval(write, 20)
    try {
      expect(await whyNot(namesOf(source))).toContain('still being written')
    } finally {
      clearInterval(endless)
    }
  })

  it('that is not there, or has none of the files, says what to look at', async () => {
    expect(await whyNot(namesOf(aFolder({ folder: join(place, 'nowhere') })))).toContain(
      'cannot be read (ENOENT)',
    )
    expect(await whyNot(namesOf(aFolder()))).toContain('no file of these names')
  })
})

describe('the fingerprint of what came', () => {
  it('is the same for the same files in any order, and another for another text, name or mapping', async () => {
    const file = (name: string, text: string) => {
      const path = join(folder, `${name}-${text}`)
      writeFileSync(path, text)
      return { path, label: name, isMapping: false, isNamed: true }
    }
    const [a, b] = [file('a', '1'), file('b', '2')]
    const prints = await Promise.all(
      [
        [a, b],
        [b, a],
        [a, file('b', '3')],
        [a, { ...b, label: 'c' }],
        [a, { ...b, isMapping: true }],
      ].map(fingerprintOf),
    )
    expect(prints[0]).toBe(prints[1])
    expect(new Set(prints).size).toBe(4)
  })
})
