import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { newestEdition } from '../../server/db/editions.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { EditionsReply } from '../../src/contract/editions.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { aFigure } from '../support/a-figure.ts'
import { aDatabase } from './support/a-database.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'

let database: Database
let app: Application
const loader = { authorization: 'Bearer key-of-the-loader' }

beforeAll(async () => {
  database = await aDatabase()
  await setOrganisation(database.queries, testOrganisation)
  app = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader', logLevel: 'silent' })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
/** Two more editions for each test, so that no test depends on what another withdrew. */
let last = 0
beforeEach(async () => {
  for (const value of [400, 500]) {
    const edition = aPublication({
      label: `With ${value}`,
      kpis: [aDefinition()],
      figures: [aFigure({ value: value + last })],
    })
    last = (await publishEdition(database, edition)).number
  }
})

const withdraw = (number: number, reason: string, headers: object = loader) =>
  app.inject({
    method: 'POST',
    url: `${apiBase}/editions/${number}/withdraw`,
    headers: { 'x-requested-with': 'x', ...headers },
    payload: { reason },
  })

const read = async (path: string) => (await app.inject({ url: apiBase + path })).json()

describe('an edition that is withdrawn', () => {
  it('says so with its reason and its day, and is the latest no more', async () => {
    const reply = await withdraw(last, 'A team was counted twice')
    expect(reply.statusCode).toBe(200)
    const { editions } = EditionsReply.parse(await read('/editions'))
    expect(editions[0]).toMatchObject({
      number: last,
      withdrawn: true,
      withdrawal: { reason: 'A team was counted twice', at: expect.stringMatching(/^\d{4}-.*Z$/) },
    })
    expect(editions[1]).toMatchObject({ number: last - 1, withdrawn: false })
    expect(editions[1]).not.toHaveProperty('withdrawal')
    expect(await read('/editions/latest')).toMatchObject({ number: last - 1 })
    expect(await read('/kpis?audience=protected')).toMatchObject({ edition: last - 1 })
  })

  it('keeps its figures under its number, and the next one still builds on them', async () => {
    const figures = `/series?kpi=ot-waiting&edition=${last}&audience=protected`
    const before = await read(figures)
    await withdraw(last, 'A team was counted twice')
    expect(await read(figures)).toEqual(before)
    expect(await newestEdition(database.queries)).toBe(last)
    const next = await publishEdition(database, aPublication({ label: 'Corrected' }))
    expect(next.number).toBe(last + 1)
    expect(await read('/editions/latest')).toMatchObject({ number: last + 1 })
    expect(await read(`/series?kpi=ot-waiting&edition=${last + 1}&audience=protected`)).toMatchObject({
      series: before.series,
    })
  })

  it('keeps its first reason: it is withdrawn once, of several who ask at one time too', async () => {
    const replies = await Promise.all(['First', 'Second', 'Third'].map((reason) => withdraw(last, reason)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409, 409])
    expect(replies.find(({ statusCode }) => statusCode === 409)?.json().detail).toBe(
      `Edition ${last} was withdrawn before; its reason stays as it is.`,
    )
  })

  it('is never the only one that stands', async () => {
    const numbers = EditionsReply.parse(await read('/editions')).editions.map(({ number }) => number)
    const replies = []
    // all at one time: no two of them may each leave the other
    for (const reply of await Promise.all(numbers.map((number) => withdraw(number, 'All of it')))) {
      replies.push(reply.json())
    }
    const standing = EditionsReply.parse(await read('/editions')).editions.filter(
      ({ withdrawn }) => !withdrawn,
    )
    expect(standing).toHaveLength(1)
    expect(replies).toContainEqual(
      expect.objectContaining({
        status: 409,
        detail: expect.stringContaining('is the only one that stands'),
      }),
    )
  })

  it('is withdrawn by an analyst alone, with a reason that names nobody', async () => {
    expect((await withdraw(last, 'A reason', {})).statusCode).toBe(403)
    for (const reason of ['', '   ', 'As Mrs Zzexample told', '943 476 5919']) {
      const reply = await withdraw(last, reason)
      expect([reason, reply.statusCode, reply.json().parameter]).toEqual([reason, 400, 'reason'])
      expect(reply.body).not.toMatch(/Zzexample|5919/)
    }
    expect((await withdraw(999, 'A reason')).statusCode).toBe(404)
    expect(await read(`/editions/${last}`)).toMatchObject({ withdrawn: false })
  })
})
