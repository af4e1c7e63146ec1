import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../../src/contract/common.ts'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { StoredPack } from '../../src/contract/packs.ts'
import { paths } from '../../src/contract/paths.ts'
import type { Role } from '../../src/contract/session.ts'
import { packId } from '../../src/domain/packs/pack-id.ts'
import { readStored, storedForm } from '../../src/domain/packs/stored-form.ts'
import { aPackOf, packOfTen } from '../support/a-pack.ts'
import { type ApiInProcess, openMock, openServer } from '../support/servers-in-process.ts'

describe.each([
  ['mock', async () => openMock()],
  ['server', openServer],
] as const)('a pack stored through the %s', (_, open) => {
  let api: ApiInProcess
  beforeAll(async () => {
    api = await open()
  })
  afterAll(() => api.close())

  const store = async (body: unknown = storedForm(packOfTen), role: Role = 'cabinet-author') => {
    await api.signIn(role)
    return await api.send('POST', officerPaths.storePack(), body)
  }
  const ask = async (id: string, headers: Record<string, string> = {}) => {
    await api.signIn('public')
    return await api.fetch(api.base + paths.pack(id), { headers, signal: AbortSignal.timeout(240_000) })
  }

  it('is read by whoever has its id, and is what was stored', async () => {
    const stored = await store()
    expect([stored.status, stored.headers.get('cache-control')]).toEqual([201, 'no-store'])
    const { id } = StoredPack.parse(await stored.json())
    expect(id).toBe(await packId(packOfTen))
    const reply = await ask(id)
    expect(reply.status).toBe(200)
    const read = StoredPack.parse(await reply.json())
    expect(read).toEqual({ id, ...storedForm(packOfTen) })
    expect(readStored(read)).toEqual({ pack: packOfTen, leftOut: [] })
  })

  it('never changes, so it is kept for good', async () => {
    const { id } = StoredPack.parse(await (await store()).json())
    const { headers } = await ask(id)
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await ask(id, { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304)
  })

  it('has one id however often and by whomever it is stored', async () => {
    const first = StoredPack.parse(await (await store()).json())
    const again = await store(undefined, 'director')
    expect(again.status).toBe(200)
    expect(StoredPack.parse(await again.json()).id).toBe(first.id)
    const turned = { ...storedForm(packOfTen), name: 'Cabinet' }
    expect(StoredPack.parse(await (await store(turned)).json()).id).not.toBe(first.id)
  })

  it('has the charts of one agenda item side by side', async () => {
    const apart = aPackOf('A/a', 'B/b', 'A/c').items.map(({ ref, ...words }) => ({ ...ref, ...words }))
    const { items } = StoredPack.parse(await (await store({ name: '', items: apart })).json())
    expect(items.map(({ kpi }) => kpi)).toEqual(['a', 'c', 'b'])
  })

  it('is stored by officers alone', async () => {
    const refused = await store(undefined, 'public')
    expect([refused.status, Problem.parse(await refused.json()).status]).toEqual([403, 403])
  })

  it('is not found under another id', async () => {
    expect((await ask('0000000000000000')).status).toBe(404)
    expect((await ask('../session')).status).toBe(404)
  })

  const [item] = storedForm(packOfTen).items
  const many = Array.from({ length: 41 }, (_, place) => ({ ...item, kpi: `kpi-${place}` }))
  it.each([
    ['name', { name: 'x'.repeat(121) }],
    ['name', { name: 'About 943 476 5919' }],
    ['items', { items: [] }],
    ['items', { items: many }],
    ['items', { items: [item, item] }],
    ['items', { items: [{ ...item, kind: 'pie' }] }],
    ['items', { items: [{ ...item, line: 'NHS 9434765919' }] }],
    ['items', { items: [{ ...item, line: 'turned \u202e around' }] }],
    ['items', { items: [{ ...item, search: { audience: 'exact' } }] }],
    ['value', { items: [{ ...item, value: 12 }] }],
    ['edition', { edition: 5 }],
  ])('names %s as what is wrong with %j', async (parameter, changes) => {
    const refused = await store({ ...storedForm(packOfTen), ...changes })
    expect([refused.status, Problem.parse(await refused.json()).parameter]).toEqual([400, parameter])
  })
})
