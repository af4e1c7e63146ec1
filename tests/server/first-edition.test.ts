import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings } from '../../server/settings.ts'
import { type Service, startService } from '../../server/start-service.ts'
import { Load } from '../../src/contract/loads.ts'
import { Session } from '../../src/contract/session.ts'
import { formOf, illustrativeLoad, soundLoad } from '../support/load-files.ts'
import { withEmptyDatabases } from './support/an-empty-database.ts'

const emptyDatabase = withEmptyDatabases()
let directory: string
let service: Service | null = null

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'first-edition-'))
  emptyDatabase.putInto(directory)
})
afterEach(async () => {
  await service?.stop()
  service = null
  rmSync(directory, { recursive: true, force: true })
})

const start = async (environment: Record<string, string>) => {
  const settings = readSettings({
    DATA_DIR: directory,
    PORT: '0',
    SEED: 'none',
    LOG_LEVEL: 'silent',
    ...environment,
  })
  service = await startService({ ...settings, assets: null, say: () => undefined })
  return `${service.address}/api/v1`
}

/** Takes the role as the page does, and keeps its cookie. */
async function asAnalyst(api: string) {
  const reply = await fetch(`${api}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'analyst' }),
  })
  expect(Session.parse(await reply.json()).can).toContain('load')
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { cookie, 'x-requested-with': 'governance-dashboard' }
}

describe('an empty database in which anybody may choose a role', () => {
  it('takes its first edition from whoever signs in as the analyst', async () => {
    const api = await start({ AUTH: 'demo' })
    const headers = await asAnalyst(api)
    const staged = await fetch(`${api}/loads`, { method: 'POST', headers, body: formOf(illustrativeLoad) })
    const load = Load.parse(await staged.json())
    expect([load.state, load.standsOn]).toEqual(['staged', 0])
    const looked = await fetch(`${api}/previews/${load.id}/protected/overview?edition=1&audience=protected`, {
      headers,
    })
    expect(looked.status).toBe(200)
    const published = await fetch(`${api}/loads/${load.id}/publish`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ label: 'September 2025' }),
    })
    expect(await published.json()).toMatchObject({ state: 'published', edition: 1 })
  })

  it('takes no real figures, which everybody could read', async () => {
    const api = await start({ AUTH: 'demo' })
    const headers = await asAnalyst(api)
    const staged = await fetch(`${api}/loads`, { method: 'POST', headers, body: formOf(soundLoad) })
    const load = Load.parse(await staged.json())
    expect(load.state).toBe('rejected')
    expect(load.problems.map(({ message }) => message)).toContain(
      'these are real figures, and in this service anybody may choose a role (AUTH=demo)',
    )
  })

  it('has nobody who signs in unless that was asked for', async () => {
    await start({})
    const address = service?.address ?? ''
    expect(Session.parse(await (await fetch(`${address}/api/v1/session`)).json()).can).toEqual([])
  })
})
