import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { exactWithheld } from '../../server/db/schema/exact.ts'
import { completeWithheld } from '../../server/db/withheld-store.ts'
import type { WithheldReply } from '../../src/contract/withheld.ts'
import { withholdingRules } from '../../src/domain/disclosure/withholding.ts'
import { aFigure } from '../support/a-figure.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'
import { publicReplies } from './support/public-replies.ts'

const periods = ['2025-07', '2025-08']

/** A town's share that is withheld in both worlds: of fewer than twenty, or made from three. */
function publicationOf(numerator: number, denominator: number) {
  const share = (member: string, dimension: string, one: number, all: number) =>
    periods.map((period) =>
      aFigure({
        kpi: 'in-time',
        period,
        dimension,
        member,
        value: Number(((100 * one) / all).toFixed(1)),
        numerator: one,
        denominator: all,
        n: all,
      }),
    )
  return aPublication({
    kpis: [
      aDefinition({
        id: 'in-time',
        name: 'Seen in time',
        unit: 'percent',
        aggregation: 'W',
        direction: 'up',
        decimals: 1,
        denominator: 'people seen',
      }),
    ],
    figures: [
      ...share('All', 'borough', 104, 202),
      ...share('Acton', 'town', numerator, denominator),
      ...share('Hanwell', 'town', 63, 121),
    ],
  })
}

const worlds: { database: Database; app: Application }[] = []

beforeAll(async () => {
  for (const [numerator, denominator] of [
    [3, 41],
    [12, 17],
  ] as const) {
    const database = await openEmptyInMemory()
    await setOrganisation(database.queries, testOrganisation)
    await publishEdition(database, publicationOf(numerator, denominator))
    worlds.push({ database, app: await buildApplication({ database, auth: 'demo', logLevel: 'silent' }) })
  }
})
afterAll(async () => {
  for (const { app, database } of worlds) {
    await app.close()
    await database.close()
  }
})

const queries = [
  '?edition=1&audience=protected',
  '?edition=latest&audience=exact',
  '?edition=1&audience=protected&kpi=in-time&dimension=town',
  '?edition=1&audience=protected&kpi=in-time',
  '?edition=1&kpi=in-time',
  '?audience=protected',
  '?to=1&audience=protected',
]

async function readAsDirector(app: Application): Promise<WithheldReply> {
  const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'director' } })
  const [cookie] = signIn.cookies
  const reply = await app.inject({
    url: '/api/v1/withheld?edition=1&kpi=in-time',
    headers: { cookie: `${cookie?.name}=${cookie?.value}` },
  })
  return reply.json()
}

describe('why a figure is withheld', () => {
  it('is read by officers, figure by figure, in words', async () => {
    const found = await Promise.all(worlds.map(({ app }) => readAsDirector(app)))
    const wordsOf = ({ withheld }: WithheldReply) =>
      withheld
        .filter(({ member }) => member === 'Acton')
        .map(({ period, rule, words }) => [period, rule, words])
    expect(found.map(wordsOf)).toEqual([
      periods.map((period) => [
        period,
        'small-share',
        'Withheld: the count that it is made from, or what is left over, is 1 to 4.',
      ]),
      periods.map((period) => [period, 'small-base', 'Withheld: it is a share of fewer than 20.']),
    ])
  })

  it('changes no byte of what the public is sent, whatever it asks', async () => {
    const [one, other] = await Promise.all(worlds.map(({ app }) => publicReplies(app, queries)))
    expect(one?.length).toBeGreaterThan(100)
    expect(other).toEqual(one)
  })

  it('is in no reply to the public, neither as a rule nor in words', async () => {
    const replies = await publicReplies(worlds[0]?.app as Application, queries)
    const telling = [
      ...withholdingRules.filter((rule) => rule.includes('-')),
      'Withheld: ',
      'could be worked out',
    ]
    const leaks = replies.filter((reply) => telling.some((word) => reply.includes(word)))
    expect(leaks).toEqual([])
    expect(replies.filter((reply) => reply.includes('"/withheld"') && reply.includes('200'))).toEqual([])
  })

  it('is worked out again for a database that was written before it was kept', async () => {
    const world = worlds[1]
    if (!world) throw new Error('no world')
    const before = await readAsDirector(world.app)
    await world.database.queries.delete(exactWithheld)
    expect((await readAsDirector(world.app)).withheld).toEqual([])
    await completeWithheld(world.database.queries)
    const ofTown = ({ withheld }: WithheldReply) => withheld.filter(({ hides }) => hides === 'figure')
    expect(ofTown(await readAsDirector(world.app))).toEqual(ofTown(before))
  })
})
