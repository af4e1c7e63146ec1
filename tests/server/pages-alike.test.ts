import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { addPeriods } from '../../src/domain/periods/period.ts'
import { aFigure } from '../support/a-figure.ts'
import { aMilestone } from '../support/a-milestone.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'
import { filesOf, readPack, refsOf } from './support/files-of-pack.ts'
import { askOf, publicPages } from './support/public-pages.ts'
import { publicReplies } from './support/public-replies.ts'
import { cookieOf, director } from './support/two-services.ts'

/** Who started in each town of a very small council, month by month; how many of them in time. */
const months = [
  [2, 3, 9, 12],
  [1, 4, 8, 11],
  [4, 2, 9, 12],
  [3, 1, 8, 11],
  [1, 2, 9, 11],
  [2, 4, 9, 12],
  [4, 3, 8, 12],
  [3, 2, 9, 11],
  [2, 1, 8, 12],
  [1, 3, 9, 12],
  [2, 3, 9, 11],
  [4, 1, 8, 12],
  [3, 4, 9, 12],
  [2, 1, 9, 11],
] as const

type Counts = readonly [number, number, number, number]

const towns = ['Acton', 'Hanwell', 'Perivale', 'Southall'] as const

/** Figures of one place and month: starts, those in time, and how long they waited. */
function figuresOf(period: string, place: Partial<Figure>, starts: number, inTime: number): Figure[] {
  const one = (kpi: string, changes: Partial<Figure>) => aFigure({ kpi, period, ...place, ...changes })
  return [
    one('starts', { value: starts }),
    one('in-time', {
      value: (100 * inTime) / starts,
      numerator: inTime,
      denominator: starts,
      n: starts,
    }),
    one('ot-wait-median', { value: 20 + (starts % 3), n: starts }),
  ]
}

/** What the next edition brings: the last month again, with one person more in a withheld town, and the month after. */
const later = [
  ['2025-08', [3, 1, 9, 11]],
  ['2025-09', [1, 4, 9, 12]],
] as const

/** The second world: whoever is withheld is the other, and of two towns told as 10 one has one fewer, the other one more. */
function figuresIn(isOther: boolean, rows: readonly (readonly [string, Counts])[]) {
  return rows.flatMap(([period, counts], step) => {
    const [acton, hanwell, perivale, southall] = counts
    const own = isOther ? [hanwell, acton, perivale + 1, southall - 1] : counts
    const whole = acton + hanwell + perivale + southall
    return [
      ...figuresOf(period, ofWhole, whole, whole - 8),
      aFigure({ kpi: 'ot-waiting', period, value: 61 - step, ...ofWhole }),
      ...towns.flatMap((member, row) =>
        figuresOf(period, { dimension: 'town', member }, own[row] ?? 0, Math.max(0, (own[row] ?? 0) - 2)).map(
          // the medians of two towns that are told are the same in both
          (figure) => (figure.kpi === 'ot-wait-median' && row > 1 ? { ...figure, value: 21 } : figure),
        ),
      ),
    ]
  })
}

function publicationsOf(isOther: boolean) {
  const median = { unit: 'days', aggregation: 'M', percentile: 50 } as const
  const first = months.map((counts, step) => [addPeriods('2024-07', step), counts] as const)
  return [
    aPublication({
      kpis: [
        aDefinition({ id: 'ot-waiting', name: 'Waiting' }),
        aDefinition({ id: 'starts', name: 'Started', aggregation: 'S' }),
        aDefinition({
          id: 'in-time',
          name: 'Started in time',
          unit: 'percent',
          aggregation: 'W',
          direction: 'up',
          denominator: 'people who started',
        }),
        aDefinition({ id: 'ot-wait-median', name: 'Median wait', ...median }),
      ],
      figures: figuresIn(isOther, first),
      milestones: [aMilestone()],
    }),
    aPublication({
      label: 'September 2025',
      publishedAt: '2025-10-13T09:00:00Z',
      dataAsAt: '2025-10-08',
      figures: figuresIn(isOther, later),
    }),
  ]
}

const kpis = ['starts', 'in-time', 'ot-wait-median']
const ofWhole = { dimension: 'borough', member: 'All' }
const worlds: { database: Database; app: Application }[] = []

beforeAll(async () => {
  // no page may differ by the second in which it was drawn
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-10-20T10:00:00Z') })
  for (const isOther of [false, true]) {
    const database = await openEmptyInMemory()
    await setOrganisation(database.queries, testOrganisation)
    for (const publication of publicationsOf(isOther)) await publishEdition(database, publication)
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

describe('two very small councils that are published alike', () => {
  const ofBoth = <Made>(make: (app: Application) => Promise<Made>) =>
    Promise.all(worlds.map(({ app }) => make(app)))

  it('answer the public with the same bytes', async () => {
    const [one, other] = await ofBoth((app) =>
      publicReplies(
        app,
        kpis.flatMap((kpi) => [
          `?edition=1&audience=protected&kpi=${kpi}`,
          `${inTowns}&kpi=${kpi}`,
          `?edition=2&audience=protected&dimension=town&kpi=${kpi}`,
          `?from=1&to=2&audience=protected&kpi=${kpi}`,
        ]),
      ),
    )
    expect(one?.filter((reply) => reply.includes('suppressed')).length).toBeGreaterThan(2)
    expect(other).toEqual(one)
  })

  it('are drawn the same, page by page, markup and data', async () => {
    const [one, other] = await ofBoth((app) =>
      publicPages(app, kpis, [inTowns, `${inTowns}&member=Acton`, `${inTowns}&member=Southall&view=table`]),
    )
    expect(one?.filter((page) => page.includes('<svg')).length).toBeGreaterThan(10)
    expect(other).toEqual(one)
  })

  it('leave as the same files, exhibit by exhibit and as a pack', async () => {
    const refs = [
      ...refsOf([...kpis, 'ot-waiting'], 'town'),
      ...kpis.flatMap((kpi) =>
        towns.map((member) => ({ kind: 'trend' as const, kpi, search: { dimension: 'town', member } })),
      ),
    ]
    const [one, other] = await ofBoth(
      async (app) => await filesOf(await readPack(askOf(app), 2, 'protected', refs)),
    )
    expect(one?.filter((file) => file.includes('[c]')).length).toBeGreaterThan(50)
    expect(one?.filter((file) => file.includes('<svg')).length).toBeGreaterThan(20)
    expect(other).toEqual(one)
    // those of officers differ: the comparison sees what it is there to see
    const [exact, otherExact] = await Promise.all(
      worlds.map(async ({ database, app }) => {
        const cookie = await cookieOf(database.queries, director)
        return await filesOf(await readPack(askOf(app, { cookie }), 2, 'exact', refs))
      }),
    )
    expect(exact?.filter((file, place) => file !== otherExact?.[place]).length).toBeGreaterThan(50)
  })
})
