import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { Load } from '../../src/contract/loads.ts'
import { apiBase } from '../../src/contract/paths.ts'
import type { Publication } from '../../src/domain/editions/publication.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { aFigure } from '../support/a-figure.ts'
import { aDatabase } from './support/a-database.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'

let database: Database
let app: Application
const loader = { authorization: 'Bearer key-of-the-loader', 'x-requested-with': 'x' }

beforeEach(async () => {
  database = await aDatabase()
  await setOrganisation(database.queries, testOrganisation)
  app = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader', logLevel: 'silent' })
})
afterEach(async () => {
  await app.close()
  await database.close()
})

const publish = async (changes: Partial<Publication>) => await publishEdition(database, aPublication(changes))

const post = (path: string, payload: object) =>
  app.inject({ method: 'POST', url: apiBase + path, headers: loader, payload })
const read = async (path: string) => (await app.inject({ url: apiBase + path, headers: loader })).json()

const stage = async (takesBack: object) => Load.parse((await post('/loads/take-back', takesBack)).json())
const reason = 'Counted twice by the new form'
const publishStaged = async ({ id }: Load, given: object = {}) =>
  await post(`/loads/${id}/publish`, { label: 'Put back', reason, ...given })
const takeBack = async (takesBack: object) =>
  Load.parse((await publishStaged(await stage(takesBack))).json()).edition

/** Everything that a reader gets of an edition's figures, apart from what names the edition. */
const seen = async (edition: number, audience: string) => {
  const found: Record<string, unknown> = {}
  for (const path of [
    '/series?kpi=ot-waiting',
    '/series?kpi=ot-waiting&dimension=town',
    '/series?kpi=at-risk',
    '/kpis?',
    '/plan?',
    '/overview?',
    '/analysis?kpi=ot-waiting',
    '/signals?',
    '/commentary?',
  ]) {
    const reply = await read(`${path}&edition=${edition}&audience=${audience}`)
    found[path] = { ...reply, edition: 0 }
  }
  return found
}

const towns = (period: string, ...values: number[]): Figure[] =>
  values.map((value, place) => aFigure({ period, dimension: 'town', member: `Town ${place}`, value }))

const year = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06']

const first = {
  kpis: [aDefinition(), aDefinition({ id: 'at-risk', name: 'At risk' })],
  figures: [
    ...year.flatMap((period, place) => [
      aFigure({ period, value: 60 + place }),
      ...towns(period, 30, 27 + place, 3),
    ]),
    ...year.map((period) => aFigure({ kpi: 'at-risk', period, value: 40 })),
  ],
}

describe('an edition that is rolled back', () => {
  it('is a new one that says what the earlier one said, to both audiences', async () => {
    await publish(first)
    await publish({
      dataAsAt: '2025-10-06',
      kpis: [aDefinition({ name: 'Renamed', version: 2 })],
      figures: [
        aFigure({ period: '2025-06', value: 90 }),
        aFigure({ period: '2025-07', value: 91 }),
        ...towns('2025-06', 50, 37, 3),
        aFigure({ kpi: 'at-risk', period: '2025-02', value: null, availability: 'missing' }),
      ],
    })
    await publish({ figures: [aFigure({ period: '2025-08', value: 95 })] })
    const before = [await seen(1, 'exact'), await seen(1, 'protected')]
    const middle = [await seen(3, 'exact'), await seen(3, 'protected')]
    expect(await takeBack({ kind: 'roll-back', to: 1 })).toBe(4)
    expect([await seen(4, 'exact'), await seen(4, 'protected')]).toEqual(before)
    // nothing of those between was erased
    expect([await seen(3, 'exact'), await seen(3, 'protected')]).toEqual(middle)
    const { editions } = await read('/editions')
    expect(editions).toMatchObject([
      {
        number: 4,
        standsOn: 1,
        withdrawn: false,
        dataAsAt: '2025-09-08',
        note: expect.stringContaining(reason),
      },
      { number: 3, withdrawn: true, withdrawal: { reason } },
      { number: 2, withdrawn: true, withdrawal: { reason } },
      { number: 1, withdrawn: false },
    ])
  })
})
