import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { Load } from '../../src/contract/loads.ts'
import { apiBase } from '../../src/contract/paths.ts'
import type { Publication } from '../../src/domain/editions/publication.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { aFigure } from '../support/a-figure.ts'
import { aDatabase, emptyDatabase } from './support/a-database.ts'
import { aDefinition, aPublication } from './support/a-publication.ts'

let database: Database
let app: Application
const loader = { authorization: 'Bearer key-of-the-loader', 'x-requested-with': 'x' }

beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await emptyDatabase(database)
  app = await buildApplication({ database, auth: 'none', loadToken: 'key-of-the-loader', logLevel: 'silent' })
})
afterEach(() => app.close())

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

const milestone = {
  id: 'M1',
  workstream: 'W',
  title: 'Halve the list',
  kpi: 'ot-waiting',
  successMeasure: null,
  ownerRole: 'Lead',
  baselineDue: '2025-12-01',
  currentDue: '2025-12-01',
  completed: null,
  status: 'green',
  risk: null,
  evidence: null,
  confidence: null,
  release: 'public',
  moves: [],
} as const

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

describe('a milestone that is for officers since', () => {
  it('is not released again by rolling back', async () => {
    await publish({ ...first, milestones: [milestone] })
    await publish({ milestones: [{ ...milestone, release: 'officer' }] })
    await takeBack({ kind: 'roll-back', to: 1 })
    const idsFor = async (audience: string) =>
      (await read(`/plan?edition=3&audience=${audience}`)).milestones.map(({ id }: { id: string }) => id)
    expect([await idsFor('exact'), await idsFor('protected')]).toEqual([['M1'], []])
  })
})

describe('what is taken out', () => {
  const values = async (edition: number, audience: string, query: string) => {
    const { series } = await read(`/series?${query}&edition=${edition}&audience=${audience}`)
    return series.flatMap(({ member, points }: { member: string; points: Figure[] }) =>
      points.map(({ period, value }) => [member, period, value]),
    )
  }

  it('stands no longer for either audience, and stays under the earlier number', async () => {
    await publish(first)
    const before = [await seen(1, 'exact'), await seen(1, 'protected')]
    const load = await stage({
      kind: 'removal',
      parts: [
        { kpi: 'ot-waiting', dimension: 'town', member: 'Town 2' },
        { kpi: 'ot-waiting', period: '2025-06' },
      ],
    })
    // six of Town 2; the whole and two further towns of June
    expect(load.preview).toMatchObject([
      { audience: 'exact', removedFigures: 9, newFigures: 0, restatedFigures: 0, unchangedFigures: 21 },
      { audience: 'protected', removedFigures: 9, newFigures: 0, restatedFigures: 0 },
    ])
    expect((await publishStaged(load)).statusCode).toBe(200)
    for (const audience of ['exact', 'protected']) {
      expect((await values(2, audience, 'kpi=ot-waiting')).length).toBe(5)
      const inTowns = await values(2, audience, 'kpi=ot-waiting&dimension=town')
      expect(inTowns).toHaveLength(10)
      expect(JSON.stringify(inTowns)).not.toContain('Town 2')
      expect(await values(2, audience, 'kpi=at-risk')).toHaveLength(6)
    }
    expect([await seen(1, 'exact'), await seen(1, 'protected')]).toEqual(before)
    const changes = await read('/changes?to=2&audience=protected')
    expect(changes.withdrawn.map(({ period }: Figure) => period)).toEqual(year)
    expect(changes.editions.at(-1).note).toBe(
      `Taken out: Waiting for OT assessment, Town: Town 2; Waiting for OT assessment, 30 Jun 2025.\nReason: ${reason}`,
    )
  })

  it('is a measure with its definition where nothing else names it', async () => {
    await publish({ ...first, milestones: [milestone] })
    expect(await takeBack({ kind: 'removal', parts: [{ kpi: 'at-risk' }] })).toBe(2)
    const idsOf = async (edition: number) =>
      (await read(`/kpis?edition=${edition}&audience=protected`)).kpis.map(({ id }: { id: string }) => id)
    expect(await idsOf(2)).toEqual(['ot-waiting'])
    // a third measure, so that something is left
    await publish({
      kpis: [aDefinition({ id: 'third', name: 'Third' })],
      figures: [aFigure({ kpi: 'third' })],
    })
    expect(await takeBack({ kind: 'removal', parts: [{ kpi: 'ot-waiting' }] })).toBe(4)
    expect(await idsOf(4)).toEqual(['ot-waiting', 'third'])
    expect(await values(4, 'exact', 'kpi=ot-waiting')).toEqual([])
    expect((await read('/overview?edition=4&audience=protected')).edition).toBe(4)
  })

  it('comes again as it was told, and a roll back after it brings it back', async () => {
    await publish(first)
    const shownFirst = await values(1, 'protected', 'kpi=ot-waiting&dimension=town')
    await takeBack({ kind: 'removal', parts: [{ kpi: 'ot-waiting', dimension: 'town' }] })
    await publish({ figures: year.flatMap((period, place) => towns(period, 30, 27 + place, 3)) })
    expect(await values(3, 'protected', 'kpi=ot-waiting&dimension=town')).toEqual(shownFirst)
    await takeBack({ kind: 'roll-back', to: 2 })
    const [measure] = (await read('/kpis?edition=4&audience=protected')).kpis
    expect(measure.dimensions.map(({ id }: { id: string }) => id)).not.toContain('town')
    await takeBack({ kind: 'roll-back', to: 1 })
    expect(await values(5, 'protected', 'kpi=ot-waiting&dimension=town')).toEqual(shownFirst)
  })

  it('names no team to the public', async () => {
    await publish({
      ...first,
      figures: [...first.figures, aFigure({ dimension: 'team', member: 'Night team', value: 7 })],
    })
    await takeBack({
      kind: 'removal',
      parts: [{ kpi: 'ot-waiting', dimension: 'team', member: 'Night team' }],
    })
    const { note } = await read('/editions/2')
    expect(note).toContain('Waiting for OT assessment, figures that officers alone read')
    expect(note).not.toContain('Night')
  })
})

describe('what cannot be taken back', () => {
  const refusal = async (takesBack: object) => {
    const reply = await post('/loads/take-back', takesBack)
    return [reply.statusCode, reply.json().detail]
  }

  it('is refused with the reason, and nothing of it is kept', async () => {
    await publish(first)
    await publish({ figures: [aFigure({ period: '2025-07', value: 80 })] })
    await publish({ figures: [aFigure({ period: '2025-08', value: 81 })] })
    expect(await refusal({ kind: 'roll-back', to: 9 })).toEqual([409, 'There is no edition 9.'])
    expect(await refusal({ kind: 'roll-back', to: 3 })).toEqual([
      409,
      expect.stringContaining('is the newest'),
    ])
    const part = (given: object) => refusal({ kind: 'removal', parts: [{ kpi: 'ot-waiting', ...given }] })
    expect(await part({ kpi: 'Zznobody' })).toEqual([409, expect.not.stringContaining('Zznobody')])
    expect(await part({ dimension: 'town', member: 'Zznowhere' })).toEqual([
      409,
      'Part 1 of what is to be taken out names no figure of ot-waiting that stands.',
    ])
    expect(await part({ member: 'Town 1' })).toEqual([400, expect.anything()])
    expect(await refusal({ kind: 'removal', parts: [{ kpi: 'ot-waiting' }, { kpi: 'at-risk' }] })).toEqual([
      409,
      expect.stringContaining('No figure would be left'),
    ])
    await post('/editions/2/withdraw', { reason })
    expect(await refusal({ kind: 'roll-back', to: 2 })).toEqual([
      409,
      'Edition 2 is withdrawn; choose one that stands.',
    ])
    expect((await read('/loads')).loads).toEqual([])
    const withoutKey = {
      method: 'POST',
      url: `${apiBase}/loads/take-back`,
      payload: { kind: 'roll-back', to: 1 },
    } as const
    expect((await app.inject(withoutKey)).statusCode).toBe(403)
  })

  it('is an edition in which figures were exact for everybody that are protected now', async () => {
    await publish({ ...first, kpis: [aDefinition(), aDefinition({ id: 'at-risk', sdc: 'none' })] })
    await publish({ kpis: [aDefinition({ id: 'at-risk', sdc: 'people', version: 2 })] })
    expect(await refusal({ kind: 'roll-back', to: 1 })).toEqual([
      409,
      expect.stringContaining(
        'Edition 1 shows at-risk exactly to everybody, and that measure is protected since',
      ),
    ])
  })

  it('is what was asked for before another edition was published, or without a reason', async () => {
    await publish(first)
    await publish({ figures: [aFigure({ period: '2025-07', value: 80 })] })
    const load = await stage({ kind: 'roll-back', to: 1 })
    expect((await post(`/loads/${load.id}/publish`, { label: 'Put back' })).statusCode).toBe(409)
    await publish({ figures: [aFigure({ period: '2025-08', value: 81 })] })
    const reply = await publishStaged(load)
    expect([reply.statusCode, reply.json().detail]).toEqual([
      409,
      'Another edition was published since this load was checked; ask for it again.',
    ])
    expect((await read('/editions')).editions).toHaveLength(3)
  })

  it('is an edition that was withdrawn since it was asked for', async () => {
    await publish(first)
    await publish({ figures: [aFigure({ period: '2025-07', value: 80 })] })
    const load = await stage({ kind: 'roll-back', to: 1 })
    await post('/editions/1/withdraw', { reason })
    expect((await publishStaged(load)).statusCode).toBe(409)
  })
})

describe('what is noted of it', () => {
  it('stands in the log of loads and in the audit, the withdrawn editions among it', async () => {
    await publish(first)
    await publish({ figures: [aFigure({ period: '2025-07', value: 80 })] })
    const load = await stage({ kind: 'roll-back', to: 1 })
    await publishStaged(load)
    expect((await read('/loads')).loads).toMatchObject([
      { id: load.id, files: [], takesBack: { kind: 'roll-back', to: 1 }, edition: 3, reason },
    ])
    const { rows } = await read('/audit')
    const deeds = rows.map(({ deed, about }: { deed: string; about: object }) => [deed, about])
    expect(deeds).toContainEqual(['withdrawn', { edition: 2, load: load.id }])
    expect(deeds).toContainEqual(['published', { edition: 3, load: load.id }])
  })
})
