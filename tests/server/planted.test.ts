import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import type { Publication } from '../../src/domain/editions/publication.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { periodRange } from '../../src/domain/periods/period.ts'
import { operations } from '../../src/service/operations.ts'
import { aFigure } from '../support/a-figure.ts'
import { aMilestone } from '../support/a-milestone.ts'
import { anAction } from '../support/an-action.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'
import { startPlanting } from './support/planted.ts'

const { words, numbers, plantWord, plantNumber, foundIn } = startPlanting()

const months = periodRange('2024-09', '2025-08')
const towns = ['Acton', 'Hanwell', 'Southall']

/** Each exact count of a place, team and pair of breakdowns; restated in the second edition, so that old values stand. */
function plantedFigures(): Figure[] {
  const counts = ['ot-waiting', 'reviews'].flatMap((kpi) =>
    months.flatMap((period) => [
      aFigure({ kpi, period, value: plantNumber() }),
      ...towns.map((member) => aFigure({ kpi, period, dimension: 'town', member, value: plantNumber() })),
    ]),
  )
  const ofOfficers = Array.from({ length: 40 }, (_, place) => [
    aFigure({ dimension: 'team', member: plantWord('team'), value: plantNumber() }),
    aFigure({
      dimension: 'type+town',
      member: `Neglect+${towns[place % 3]}`,
      period: months[place % 12] ?? '',
      value: plantNumber(),
    }),
  ]).flat()
  const shares = months.map((period) =>
    aFigure({
      kpi: 'in-time',
      period,
      value: 62.5,
      numerator: plantNumber(),
      denominator: plantNumber(),
      n: plantNumber(),
    }),
  )
  return [
    ...new Map(
      [...counts, ...ofOfficers, ...shares].map((one) => [
        `${one.kpi} ${one.dimension} ${one.member} ${one.period}`,
        one,
      ]),
    ).values(),
  ]
}

/** Whatever officers alone read: of the plan, the log, the commentary. */
function plantedTexts(): Partial<Publication> {
  const each = <Made>(make: (id: string) => Made) =>
    Array.from({ length: 20 }, (_, place) => make(`${place + 10}`))
  return {
    milestones: [
      ...each((id) =>
        aMilestone({
          id: `M${id}`,
          kpi: null,
          release: 'officer',
          title: plantWord('milestone'),
          evidence: plantWord('evidence'),
        }),
      ),
      aMilestone({ id: 'M99', evidence: plantWord('evidence'), risk: 'R10' }),
    ],
    risks: each((id) => ({
      id: `R${id}`,
      title: plantWord('risk'),
      ownerRole: plantWord('owner'),
      kpi: null,
      targetLikelihood: 1,
      targetImpact: 1,
      reviews: [{ reviewedOn: '2025-08-01', likelihood: 2, impact: 2, note: plantWord('review') }],
    })),
    actions: [
      ...each((id) =>
        anAction({
          id: `A${id}`,
          link: null,
          action: plantWord('action'),
          board: plantWord('board'),
          whatChanged: plantWord('changed'),
        }),
      ),
      anAction({
        id: 'A99',
        link: null,
        release: 'public',
        action: 'Open a second clinic.',
        version: 2,
        history: [
          {
            at: '2025-09-01T09:00:00Z',
            byRole: 'Head of Assessment',
            changes: [
              { field: 'due', from: '2025-09-01', to: '2025-09-26' },
              { field: 'action', from: plantWord('wording'), to: 'Open a second clinic.' },
            ],
            note: plantWord('note'),
          },
        ],
      }),
    ],
    commentary: ['ot-waiting', 'reviews', 'in-time'].flatMap((kpi) =>
      months.map((period) => ({
        kpi,
        period,
        authorRole: 'Director',
        text: plantWord('comment'),
        release: 'officer' as const,
        writtenAt: null,
      })),
    ),
  }
}

let database: Database
let app: Application
let log = ''

beforeAll(async () => {
  database = await openEmptyInMemory()
  await setOrganisation(database.queries, testOrganisation)
  const kpis = [
    aDefinition(),
    aDefinition({
      id: 'reviews',
      name: 'Reviews overdue',
      targets: [{ from: '2024-04', value: 3_200_000, lower: null, upper: null, by: null, setBy: 'Board' }],
    }),
    aDefinition({
      id: 'in-time',
      name: 'Seen in time',
      unit: 'percent',
      aggregation: 'W',
      direction: 'up',
      denominator: 'people seen',
    }),
  ]
  const workstreams = [{ id: 'WS1', name: 'Waiting well', sponsorRole: 'Lead', board: 'Board' }]
  await publishEdition(
    database,
    aPublication({ kpis, workstreams, figures: plantedFigures(), ...plantedTexts() }),
  )
  await publishEdition(
    database,
    aPublication({
      label: 'September 2025',
      publishedAt: '2025-10-13T09:00:00Z',
      dataAsAt: '2025-10-06',
      figures: plantedFigures(),
      ...plantedTexts(),
    }),
  )
  app = await buildApplication({
    database,
    auth: 'demo',
    logStream: {
      write: (line) => {
        log += line
      },
    },
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** What is asked below each address; an operation that is new has none, and the test says so. */
function questionsOf(path: string): string[] {
  const kpis = ['ot-waiting', 'reviews', 'in-time']
  const views = ['1', '2', 'latest'].flatMap((edition) =>
    ['', '&audience=protected', '&audience=exact'].map((audience) => `edition=${edition}${audience}`),
  )
  const ofEach = (queries: readonly string[]) =>
    views.flatMap((view) => queries.map((query) => `${path}?${view}${query}`))
  switch (path) {
    case '/session':
    case '/organisation':
    case '/editions':
    case '/audit':
    case '/audit/chain':
      return [path]
    case '/editions/:n':
      return ['/editions/1', '/editions/2', '/editions/3', '/editions/latest']
    case '/packs/:id':
      return ['/packs/none', `/packs/${'a'.repeat(26)}`]
    case '/series':
      return ofEach(
        kpis.flatMap((kpi) =>
          ['borough', 'town', 'team', 'type+town'].map(
            (dimension) => `&kpi=${kpi}&dimension=${encodeURIComponent(dimension)}`,
          ),
        ),
      )
    case '/withheld':
      return ['1', '2', 'latest'].flatMap((edition) =>
        kpis.map((kpi) => `${path}?edition=${edition}&kpi=${kpi}`),
      )
    case '/analysis':
      return ofEach(kpis.map((kpi) => `&kpi=${kpi}`))
    case '/changes':
      return ofEach(['', '&from=1'])
    case '/actions':
    case '/commentary':
      return [path, `${path}?edition=draft`, ...ofEach([''])]
    case '/kpis':
    case '/overview':
    case '/plan':
    case '/data-quality':
    case '/signals':
      return ofEach([''])
    default:
      throw new Error(`nothing is asked of ${path} yet`)
  }
}

describe('five hundred words and numbers that officers alone have', () => {
  it('are in no reply to the public, whatever is asked, and in no line of the log', async () => {
    expect(words.length + numbers.length).toBeGreaterThan(500)
    const reads = operations.filter(({ method }) => method === 'get')
    const answered: Record<number, number> = {}
    const leaks: string[] = []
    for (const question of reads.flatMap(({ path }) => questionsOf(path))) {
      const reply = await app.inject({ url: `/api/v1${question}` })
      answered[reply.statusCode] = (answered[reply.statusCode] ?? 0) + 1
      const text = `${reply.body} ${JSON.stringify(reply.headers)}`
      leaks.push(...foundIn(text).map((planted) => `${question}: ${planted}`))
    }
    expect(leaks).toEqual([])
    expect(foundIn(log)).toEqual([])
    // what was asked was read, and what was refused was refused
    expect(answered[200]).toBeGreaterThan(60)
    expect(answered[403]).toBeGreaterThan(20)
  })

  it('are each read by a director, or nothing would have been proven', async () => {
    const signIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'director' } })
    const [cookie] = signIn.cookies
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` }
    const found = new Set<string>()
    for (const { path } of operations.filter(({ method }) => method === 'get'))
      for (const question of questionsOf(path).filter((asked) => !asked.includes('protected'))) {
        const { body } = await app.inject({ url: `/api/v1${question}`, headers })
        for (const planted of foundIn(body)) found.add(planted)
      }
    expect(found.size).toBeGreaterThan(500)
    expect(foundIn(log)).toEqual([])
  })
})
