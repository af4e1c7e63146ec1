import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { drawLinkPicture } from '../../src/app/drawn/draw-link-picture.tsx'
import { picturedPages } from '../../src/contract/drawn-page.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { addPeriods } from '../../src/domain/periods/period.ts'
import { seededUniform } from '../../src/domain/statistics/seeded-numbers.ts'
import { aFigure } from '../support/a-figure.ts'
import { aMilestone } from '../support/a-milestone.ts'
import { anAction } from '../support/an-action.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'
import { filesOf, readPack, refsOf } from './support/files-of-pack.ts'
import { askOf, publicPages } from './support/public-pages.ts'
import { publicReplies } from './support/public-replies.ts'
import { cookieOf, director } from './support/two-services.ts'

const ofWhole = { dimension: 'borough', member: 'All' }
const kpis = ['starts', 'in-time', 'ot-waiting']
const months = 36

/**
 * A council large enough for a gap that is drawn, a forecast and a flag, with two towns of 1 to 4 people. In the other
 * world these have each other's numbers, and of two towns that are told as 25 one has one person more, the other one fewer.
 */
function figuresIn(isOther: boolean): Figure[] {
  const next = seededUniform(15)
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  return Array.from({ length: months }, (_, step) => {
    const period = addPeriods('2022-09', step)
    const put = (kpi: string, changes: Partial<Figure>) => aFigure({ kpi, period, ...changes })
    const share = (place: Partial<Figure>, numerator: number, denominator: number) =>
      put('in-time', { ...place, value: (100 * numerator) / denominator, numerator, denominator })
    const small = [1 + upTo(3), 1 + upTo(3)]
    const [acton = 0, hanwell = 0] = isOther ? small.toReversed() : small
    const by = isOther ? 1 : 0
    const towns = { Acton: acton, Hanwell: hanwell, Perivale: 25 + by, Southall: 25 - by }
    const visited = {
      Greenford: [450 + upTo(18), 540 + upTo(36)],
      Northolt: [150 + upTo(18), 540 + upTo(36)],
    }
    const of = (place: 0 | 1) => Object.values(visited).reduce((sum, pair) => sum + (pair[place] ?? 0), 0)
    return [
      put('starts', { ...ofWhole, value: acton + hanwell + 50 }),
      ...Object.entries(towns).map(([member, value]) => put('starts', { dimension: 'town', member, value })),
      share(ofWhole, of(0), of(1)),
      ...Object.entries(visited).map(([member, [met = 0, all = 1]]) =>
        share({ dimension: 'town', member }, met, all),
      ),
      put('ot-waiting', { ...ofWhole, value: 120 + upTo(8) + (step > months - 8 ? 90 : 0) }),
    ]
  }).flat()
}

const target = { from: '2022-09', lower: null, upper: null, by: null, setBy: 'Plan' }

const publicationOf = (isOther: boolean) =>
  aPublication({
    kpis: [
      aDefinition({ targets: [{ ...target, value: 100 }] }),
      aDefinition({ id: 'starts', name: 'Started', aggregation: 'S' }),
      aDefinition({
        id: 'in-time',
        name: 'Visited in time',
        unit: 'percent',
        aggregation: 'W',
        direction: 'up',
        denominator: 'people visited',
        targets: [{ ...target, value: 60 }],
      }),
    ],
    figures: figuresIn(isOther),
    milestones: [aMilestone()],
    actions: [anAction({ release: 'public', link: 'ot-waiting' })],
  })

const worlds: { database: Database; app: Application }[] = []

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-10-20T10:00:00Z') })
  for (const isOther of [false, true]) {
    const database = await openEmptyInMemory()
    await setOrganisation(database.queries, testOrganisation)
    await publishEdition(database, publicationOf(isOther))
    worlds.push({ database, app: await buildApplication({ database, auth: 'demo', logLevel: 'silent' }) })
  }
})
afterAll(async () => {
  vi.useRealTimers()
  for (const { app, database } of worlds) {
    await app.close()
    await database.close()
  }
})

const inTowns = '?edition=1&audience=protected&dimension=town'

describe('two councils that are published alike, with a gap, a forecast, a flag and an action', () => {
  const ofBoth = <Made>(make: (app: Application) => Promise<Made>) =>
    Promise.all(worlds.map(({ app }) => make(app)))

  it('answer the public with the same bytes', async () => {
    const [one, other] = await ofBoth((app) =>
      publicReplies(
        app,
        kpis.map((kpi) => `${inTowns}&kpi=${kpi}`),
      ),
    )
    expect(one?.some((reply) => reply.includes('suppressed'))).toBe(true)
    expect(one?.some((reply) => reply.includes('Clear unallocated'))).toBe(true)
    expect(other).toEqual(one)
  })

  it('are drawn the same, page by page, and so is the picture beside each link', async () => {
    const [one, other] = await ofBoth((app) => publicPages(app, kpis, ['', inTowns]))
    expect(one?.filter((page) => page.includes('<svg')).length).toBeGreaterThan(10)
    expect(other).toEqual(one)
    const [picture, otherPicture] = await ofBoth((app) =>
      Promise.all(
        [...kpis.map((kpi) => ({ kpi })), ...picturedPages.map((page) => ({ page }))].map((asked) =>
          drawLinkPicture({ ...asked, edition: 1 }, askOf(app)),
        ),
      ),
    )
    expect(picture?.filter((svg) => svg?.includes('<svg')).length).toBeGreaterThan(4)
    expect(otherPicture).toEqual(picture)
  })

  it('leave as the same files', async () => {
    const refs = refsOf(kpis, 'town')
    const [one, other] = await ofBoth(
      async (app) => await filesOf(await readPack(askOf(app), 1, 'protected', refs)),
    )
    const said = one?.join('\n')
    expect(said).toContain('target not likely to be met')
    expect(said).toContain('tested series shows a recent change')
    expect(said).toContain('One of one action is still to be settled')
    expect(said).toMatch(/Visited in time by town: Northolt, [\d.]+ percentage points below everybody else/)
    expect(one?.some((file) => file.includes('[c]'))).toBe(true)
    expect(other).toEqual(one)
    const [exact, otherExact] = await Promise.all(
      worlds.map(async ({ database, app }) => {
        const cookie = await cookieOf(database.queries, director)
        return await filesOf(await readPack(askOf(app, { cookie }), 1, 'exact', refs))
      }),
    )
    expect(exact?.some((file, place) => file !== otherExact?.[place])).toBe(true)
  })
})
