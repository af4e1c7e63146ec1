import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  collectReplies,
  NotPublishableError,
  type Reply,
} from '../../server/static-edition/collect-replies.ts'
import { writeEdition } from '../../server/static-edition/write-edition.ts'
import { checkContract } from '../../src/contract/conformance/run-checks.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { fileOfReply } from '../../src/contract/static-edition.ts'
import { serveObjects } from '../support/object-server.ts'
import { type DemonstrationService, demonstrationService } from './support/demonstration-service.ts'

const scratch = mkdtempSync(join(tmpdir(), 'static-edition-'))
const assets = join(scratch, 'dist')
const folder = join(scratch, 'out')
let service: DemonstrationService
let ask: Ask
const asked: string[] = []

beforeAll(async () => {
  mkdirSync(join(assets, 'assets'), { recursive: true })
  writeFileSync(join(assets, 'index.html'), '<!doctype html><html lang="en-GB"><head></head></html>')
  writeFileSync(join(assets, 'assets', 'app-1a2b.js'), 'app')
  service = await demonstrationService()
  ask = async (path) => {
    asked.push(path)
    const { status, text } = await service.get(path)
    return { status, body: text }
  }
  await writeEdition(collectReplies(ask, { edition: 4, packs: [] }), { edition: 4, assets, folder })
})
afterAll(async () => {
  await service.close()
  rmSync(scratch, { recursive: true })
})

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')
const reading = (path: string): unknown => JSON.parse(textOf(apiBase + fileOfReply(path)))

async function* of(...replies: Reply[]): AsyncGenerator<Reply> {
  yield* replies
}

async function messageOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(NotPublishableError)
  return error instanceof Error ? error.message : ''
}

const nextFolder = join(scratch, 'next')
const publish = (wanted: { edition: number; packs?: string[] }) =>
  writeEdition(collectReplies(ask, { packs: [], ...wanted }), { ...wanted, assets, folder: nextFolder })

describe('an edition published as files', () => {
  it('is an API that the app can use, at a host that sees no query', async () => {
    const host = await serveObjects(folder)
    const results = await checkContract(fetch, host.address + apiBase, {
      timeLimitSeconds: 60,
      isReadOnly: true,
      isOfFiles: true,
    })
    await host.stop()
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
    expect(results.length).toBeGreaterThan(12)
  })

  it('holds replies to the public, each as the service gives it, of the one edition and audience', async () => {
    const ofEdition = [...new Set(asked)].filter((path) => /edition=|to=/.test(path))
    expect(
      ofEdition.filter((path) => !/audience=protected/.test(path) || !/(edition|to)=4\b/.test(path)),
    ).toEqual([])
    const differing: string[] = []
    for (const path of ofEdition) {
      const { status, text } = await service.get(path)
      if (status === 200 && textOf(apiBase + fileOfReply(path)) !== text) differing.push(path)
    }
    expect(differing).toEqual([])
    expect(ofEdition.length).toBeGreaterThan(150)
  })

  it('is a place where nobody signs in, and knows of no other edition', () => {
    expect(reading('/session')).toMatchObject({ role: 'public', audience: 'protected', can: [] })
    expect(reading('/editions')).toMatchObject({ editions: [{ number: 4, supersededBy: null }] })
    expect(JSON.stringify(reading('/editions'))).not.toContain('"number":5')
  })

  it('has a page at every address of the app, which says that its replies are files', () => {
    for (const page of ['.', 'plan', 'kpis/ot-waiting', 'briefing/ot-waiting', 'methods']) {
      expect(textOf(join(page, 'index.html'))).toContain('<html data-static-edition="4" lang="en-GB">')
    }
    expect(textOf('index.html')).toContain('"/overview?edition=4&audience=protected":')
    expect(textOf('404.html')).not.toContain('"/overview?')
    expect(textOf('_headers')).toContain("  content-security-policy: default-src 'self'")
    expect(textOf('assets/app-1a2b.js')).toBe('app')
  })

  it('lists each of its files with its checksum', () => {
    const lines = textOf('SHA256SUMS').trimEnd().split('\n')
    const wrong = lines.filter((line) => {
      const [sum, file = ''] = line.split(/ {2}(.*)/s)
      return (
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex') !== sum
      )
    })
    expect(wrong).toEqual([])
    expect(lines.length).toBe(
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length -
        1,
    )
  })
})

describe('an edition that cannot be published as files', () => {
  it('is one that is not there', async () => {
    expect(await messageOf(publish({ edition: 9 }))).toBe('There is no edition 9. There are: 1, 2, 3, 4, 5.')
  })

  it('is one with a pack that is not there', async () => {
    expect(await messageOf(publish({ edition: 5, packs: ['nothing-like-it'] }))).toBe(
      'There is no stored pack "nothing-like-it".',
    )
  })

  it('is one that was withdrawn', async () => {
    const withdrawn: Ask = async (path) => {
      const { status, body } = await ask(path)
      return { status, body: body.replace(/"withdrawn":(false|null)/g, '"withdrawn":true') }
    }
    const attempt = writeEdition(collectReplies(withdrawn, { edition: 5, packs: [] }), {
      edition: 5,
      assets,
      folder: nextFolder,
    })
    expect(await messageOf(attempt)).toBe('Edition 5 was withdrawn: nobody should use it.')
  })

  it('is one of a service that fails on the way, and leaves nothing behind', async () => {
    const failing: Ask = async (path) =>
      path.startsWith('/signals') ? { status: 503, body: '' } : await ask(path)
    const attempt = writeEdition(collectReplies(failing, { edition: 5, packs: [] }), {
      edition: 5,
      assets,
      folder: nextFolder,
    })
    expect(await messageOf(attempt)).toBe(
      'The service answered 503 to /signals?edition=5&audience=protected. Nothing was published.',
    )
    expect(readdirSync(scratch).sort()).toEqual(['dist', 'out'])
  })

  it('is one for a folder that holds anything, and nothing there is touched', async () => {
    const before = readdirSync(folder)
    const attempt = writeEdition(of(), { edition: 5, assets, folder })
    expect(await messageOf(attempt)).toContain('is not empty, and nothing in it was touched')
    expect(readdirSync(folder)).toEqual(before)
  })

  it('is one without a built app, or with a name that some host would not take', async () => {
    expect(await messageOf(writeEdition(of(), { edition: 5, assets: scratch, folder: nextFolder }))).toBe(
      'The app has not been built. Run: npm run build',
    )
    const odd = of({ path: '/series?kpi=waits+%26+lists', body: '{}' })
    expect(await messageOf(writeEdition(odd, { edition: 5, assets, folder: nextFolder }))).toContain(
      "cannot be a file's name everywhere",
    )
  })
})
