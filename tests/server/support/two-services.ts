import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { setOrganisation } from '../../../server/db/organisation.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import type { Queries } from '../../../server/db/queries.ts'
import { openSession } from '../../../server/db/session-store.ts'
import { apiBase } from '../../../src/contract/paths.ts'
import type { Access } from '../../../src/contract/session.ts'
import type { Publication } from '../../../src/domain/editions/publication.ts'
import { periodRange } from '../../../src/domain/periods/period.ts'
import { aFigure } from '../../support/a-figure.ts'
import { aMilestone } from '../../support/a-milestone.ts'
import { anAction } from '../../support/an-action.ts'
import { aDefinition, aPublication, testOrganisation } from './a-publication.ts'
import { type Planted, startPlanting } from './planted.ts'

export const ownService = 'Occupational therapy'
/** Of the service that is led, of another, and of none. */
export const kpisOfServices = ['ot-waiting', 'home-reviews', 'home-in-time', 'complaints']
const months = periodRange('2023-09', '2025-08')
const teams = ['team A', 'team B', 'team C']

/**
 * Two editions of a council of two services. Every exact figure and every text for officers that is not of the first
 * service is planted; of the first they are plain: 'Own evidence'.
 */
async function publishTwoServices(queries: Queries): Promise<Planted> {
  const planted = startPlanting()
  const teamNames = new Map(
    ['home-reviews', 'complaints'].map((kpi) => [kpi, teams.map(() => planted.plantWord('team'))]),
  )
  await setOrganisation(queries, testOrganisation)
  for (const edition of [0, 1]) {
    await publishEdition({ queries }, publicationOf(edition, planted, teamNames))
  }
  return planted
}

function publicationOf(
  edition: number,
  { plantWord, plantNumber }: Planted,
  teamNames: ReadonlyMap<string, readonly string[]>,
): Publication {
  const textOf = (link: string | null, what: string) =>
    link === 'ot-waiting' ? `Own ${what}` : plantWord(what)
  const links = ['ot-waiting', 'home-reviews', 'home-in-time', 'complaints', 'M-hidden', null]
  return aPublication({
    label: `Edition ${edition + 1}`,
    kpis:
      edition > 0
        ? []
        : [
            aDefinition({ service: ownService }),
            aDefinition({ id: 'home-reviews', name: 'Reviews of care homes', service: 'Care homes' }),
            aDefinition({
              id: 'home-in-time',
              name: 'Care homes reviewed in time',
              service: 'Care homes',
              unit: 'percent',
              aggregation: 'W',
              direction: 'up',
              denominator: 'homes due',
            }),
            aDefinition({ id: 'complaints', name: 'Complaints' }),
          ],
    // restated in the second edition, so that values that stood before are there too
    figures: months.flatMap((period, month) => [
      aFigure({ period, value: 301 + month + edition }),
      aFigure({ period, dimension: 'team', member: 'North', value: 101 + month + edition }),
      ...[...teamNames].flatMap(([kpi, members]) => [
        aFigure({ kpi, period, value: plantNumber() }),
        ...members.map((member) => aFigure({ kpi, period, dimension: 'team', member, value: plantNumber() })),
      ]),
      aFigure({
        ...{ kpi: 'home-in-time', period, value: 62.5 },
        ...{ numerator: plantNumber(), denominator: plantNumber(), n: plantNumber() },
      }),
    ]),
    workstreams: [{ id: 'WS1', name: 'Flow', sponsorRole: 'Director', board: 'Board' }],
    milestones: [
      aMilestone({ id: 'M-own', kpi: 'ot-waiting', evidence: 'Own evidence', release: 'officer' }),
      aMilestone({ id: 'M-other', kpi: 'home-reviews', evidence: plantWord('evidence'), confidence: null }),
      aMilestone({ id: 'M-hidden', kpi: 'home-reviews', title: plantWord('hidden'), release: 'officer' }),
      aMilestone({ id: 'M-none', kpi: null, title: plantWord('nobodys'), release: 'officer' }),
    ],
    risks: ['ot-waiting', 'home-reviews', 'complaints', null].map((kpi) => ({
      ...{ id: `R-${kpi}`, title: textOf(kpi, 'risk'), ownerRole: textOf(kpi, 'owner'), kpi },
      ...{ targetLikelihood: 1, targetImpact: 1 },
      reviews: [{ reviewedOn: '2025-08-01', likelihood: 2, impact: 2, note: textOf(kpi, 'review') }],
    })),
    actions: links.map((link) =>
      anAction({
        ...{ id: `A-${link}`, link, action: textOf(link, 'action'), board: textOf(link, 'board') },
        ...{ ownerRole: textOf(link, 'asked'), whatChanged: textOf(link, 'changed'), version: 2 },
        history: [
          {
            at: '2025-09-01T09:00:00Z',
            byRole: 'Head of Assessment',
            changes: [{ field: 'action', from: textOf(link, 'wording'), to: 'as it stands' }],
            note: textOf(link, 'note'),
          },
        ],
      }),
    ),
    commentary: kpisOfServices.flatMap((kpi) =>
      months.slice(-6).map((period) => ({
        ...{ kpi, period, authorRole: 'Lead', text: textOf(kpi, 'comment') },
        ...{ release: 'officer' as const, writtenAt: null },
      })),
    ),
  })
}

export const director: Access = { role: 'director', services: null }

/** A service over the two, behind sign-in, with texts in both that no edition has yet. */
export async function openTwoServices(
  database: Database,
  assets: string | null = null,
): Promise<{ app: Application; planted: Planted }> {
  const planted = await publishTwoServices(database.queries)
  const app = await buildApplication({
    ...{ database, auth: 'oidc', oidc: nobodysProvider, assets, logLevel: 'silent' },
  })
  await writeLiveTexts(app, await cookieOf(database.queries, director), planted)
  return { app, planted }
}

/** Written by a director: in the live log, and as drafts. */
async function writeLiveTexts(app: Application, cookie: string, { plantWord }: Planted): Promise<void> {
  for (const kpi of kpisOfServices) {
    const text = (what: string) => (kpi === 'ot-waiting' ? `Own ${what}` : plantWord(what))
    const due = '2099-01-01'
    for (const [method, url, payload] of [
      ['PUT', '/commentary', { kpi, period: '2025-08', text: text('draft') }],
      ['POST', '/actions', { board: 'Board', action: text('live'), ownerRole: 'Lead', due, link: kpi }],
    ] as const) {
      const reply = await app.inject({ method, url: apiBase + url, headers: { cookie }, payload })
      if (reply.statusCode >= 300) throw new Error(`${method} ${url}: ${reply.body}`)
    }
  }
}

/** The cookie of somebody who has signed in. */
export async function cookieOf(queries: Queries, chosen: Access): Promise<string> {
  const session = { chosen, choices: [chosen], person: null, subject: null, visit: null }
  const endsAt = new Date(Date.now() + 3_600_000)
  return `session=${await openSession(queries, { ...session, endsAt }, new Date())}`
}

/** A sign-in service that is never asked: sessions are opened as if it had been. */
const nobodysProvider = {
  issuer: 'http://localhost:9',
  clientId: 'dashboard',
  clientSecret: 'secret',
  roles: { claim: 'groups', scope: 'openid', roles: [] },
}
