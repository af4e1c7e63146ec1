import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../../mocks/store.ts'
import type { Role } from '../../../src/contract/session.ts'
import type { Operation } from '../../../src/service/operation.ts'
import { operations } from '../../../src/service/operations.ts'
import { ProblemError } from '../../../src/service/problem.ts'
import { describeSession } from '../../../src/service/session.ts'

const at = '2025-11-03T10:00:00Z'

async function ask(operation: Operation, query: object, role: Role = 'public') {
  const session = describeSession({ role, services: null }, { canChooseRole: true })
  return await operation.ask(
    memoryStore,
    { session, at },
    { params: {}, query, body: undefined, ifMatch: null },
  )
}

const named = (path: string) => {
  const found = operations.find((one) => one.method === 'get' && one.path === path)
  if (!found) throw new Error(`there is no reading of ${path}`)
  return found
}

/** What is asked of each reading beside edition and audience; the second time, something else of it. */
const readings: [path: string, one: object, other: object | null][] = [
  ['/kpis', {}, null],
  ['/overview', {}, null],
  ['/plan', {}, null],
  ['/actions', {}, null],
  ['/commentary', {}, null],
  ['/signals', {}, null],
  ['/data-quality', {}, null],
  ['/series', { kpi: 'ot-waiting' }, { kpi: 'ot-waiting', dimension: 'town' }],
  [
    '/series',
    { kpi: 'ot-waiting', dimension: 'town', member: 'Acton' },
    { kpi: 'ot-waiting', dimension: 'town', member: 'Southall' },
  ],
  ['/series', { kpi: 'ot-waiting', from: '2025-01' }, { kpi: 'ot-waiting', to: '2025-01' }],
  ['/analysis', { kpi: 'ot-waiting' }, { kpi: 'sg-type' }],
]

const ofPanel = (edition: string, asked: object) => ({ ...asked, edition, audience: 'protected' })

describe.each(readings)('an answer of %s to %o', (path, one, other) => {
  const reading = named(path)

  it('is kept for ever where edition and the panel’s audience are named, and asked again otherwise', async () => {
    expect((await ask(reading, ofPanel('5', one))).caching).toBe('immutable')
    expect((await ask(reading, ofPanel('latest', one))).caching).toBe('no-cache')
    if (path !== '/actions') expect((await ask(reading, { ...one, edition: '5' })).caching).toBe('no-cache')
  })

  it('is kept by nobody where it is exact', async () => {
    const exact = await ask(reading, { ...one, edition: '5', audience: 'exact' }, 'director')
    expect([exact.caching, exact.key]).toEqual(['no-store', null])
  })

  it('has a key of its own for each edition and for what was asked', async () => {
    const keys = await Promise.all(
      [ofPanel('5', one), ofPanel('4', one), ...(other ? [ofPanel('5', other)] : [])].map(
        async (query) => (await ask(reading, query)).key,
      ),
    )
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('is the same, under one key, for an officer who asks as the panel', async () => {
    const [panel, officer] = [
      await ask(reading, ofPanel('5', one)),
      await ask(reading, ofPanel('5', one), 'director'),
    ]
    expect(officer.key).toBe(panel.key)
    expect(await officer.read()).toEqual(await panel.read())
  })

  it('gives the panel nothing exact', async () => {
    const asked = ask(reading, { ...one, edition: '5', audience: 'exact' })
    await expect(asked).rejects.toBeInstanceOf(ProblemError)
    await expect(asked).rejects.toMatchObject({ problem: { status: 403 } })
    expect(await (await ask(reading, { ...one, edition: '5' })).read()).toMatchObject({
      audience: 'protected',
    })
  })
})

it('no two readings share a key', async () => {
  const keys = await Promise.all(
    readings.map(async ([path, one]) => (await ask(named(path), ofPanel('5', one))).key),
  )
  expect(new Set(keys).size).toBe(readings.length)
})

it('each earlier edition that changes are taken from has a key of its own', async () => {
  const since = async (from: string) =>
    (await ask(named('/changes'), { from, to: '5', audience: 'protected' })).key
  expect(await since('3')).not.toBe(await since('4'))
})
