import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { openExactReader } from '../../../server/db/exact-reader.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import { createLoads } from '../../../server/loads/loads.ts'
import { askDashboard } from '../../../server/sources/ask-dashboard.ts'
import { SourceError } from '../../../server/sources/source-error.ts'
import type { DashboardSource } from '../../../server/sources/source-settings.ts'
import { createSources } from '../../../server/sources/sources.ts'
import { aFigure } from '../../support/a-figure.ts'
import { aDatabase, emptyDatabase } from '../support/a-database.ts'
import { aDefinition, aPublication } from '../support/a-publication.ts'

let ours: Database
let theirs: Database
let other: Application
let address: string
const place = mkdtempSync(join(tmpdir(), 'sources-'))

/** Three people waited in July, which nobody outside that council is told. */
const figures = [
  aFigure({ kpi: 'ot-list', period: '2025-06', value: 0 }),
  aFigure({ kpi: 'ot-list', period: '2025-07', value: 3 }),
  aFigure({ kpi: 'ot-list', period: '2025-08', value: 312, provisional: true }),
  aFigure({
    kpi: 'ot-list',
    period: '2025-08',
    dimension: 'town',
    member: 'Uxbridge',
    value: 57,
    provisional: true,
  }),
  aFigure({ kpi: 'within-28', period: '2025-08', value: 43.8, numerator: 28, denominator: 64, n: 64 }),
]
const aShare = (id: string) =>
  aDefinition({
    id,
    name: 'Within 28 days',
    unit: 'percent',
    aggregation: 'W',
    direction: 'up',
    decimals: 1,
    denominator: 'assessments',
  })

beforeAll(async () => {
  ours = await aDatabase()
  theirs = await aDatabase()
  await publishEdition(
    theirs,
    aPublication({ label: 'August', kpis: [aDefinition({ id: 'ot-list' }), aShare('within-28')], figures }),
  )
  other = await buildApplication({ database: theirs, auth: 'none', logLevel: 'silent' })
  address = await other.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await other.close()
  await ours.close()
  await theirs.close()
  rmSync(place, { recursive: true })
})
beforeEach(async () => {
  await emptyDatabase(ours)
  await publishEdition(
    ours,
    aPublication({
      kpis: [aDefinition(), aShare('our-28'), aDefinition({ id: 'days', unit: 'days', aggregation: 'M' })],
    }),
  )
})

const aSource = (given: Partial<DashboardSource> = {}): DashboardSource => ({
  name: 'hillingdon',
  kind: 'dashboard',
  schedule: '0 6 * * 1',
  mapping: null,
  address,
  header: null,
  private: true,
  mostBytes: 1_000_000,
  seconds: 20,
  member: 'E09000017',
  label: 'Hillingdon',
  level: 'Council',
  measures: [
    { ours: 'ot-waiting', theirs: 'ot-list' },
    { ours: 'our-28', theirs: 'within-28' },
  ],
  ...given,
})
function theSources(source = aSource()) {
  const loads = createLoads(ours)
  const sources = createSources({
    queries: ours.queries,
    isShared: false,
    loads,
    settings: [source],
    stagingFolder: join(place, 'staged'),
  })
  return { loads, sources }
}
const whyNot = async (given: Partial<DashboardSource>) =>
  (await theSources(aSource(given)).sources.askNow('hillingdon')).source.words

describe('the dashboard of another place', () => {
  it('gives its public figures as those of another place: as rounded as they are told there, and withheld where they are', async () => {
    const { loads, sources } = theSources()
    const { source, load } = await sources.askNow('hillingdon')
    expect(source.outcome).toBe('came')
    const turn = loads.begin()
    await turn.publish(load?.id ?? '', {
      label: 'With others',
      note: load?.note ?? null,
      reason: null,
      exact: [],
    })
    turn.release()
    const selection = { kpis: ['ot-waiting', 'our-28'], dimension: 'comparator' }
    const series = await openExactReader(ours.queries, 2).readSeries(selection)
    const told = series.map(({ kpi, member, points }) => [
      kpi,
      member,
      points.map(({ period, value, numerator, availability, provisional }) =>
        [period, value, numerator, availability, provisional].join(' '),
      ),
    ])
    expect(told).toEqual([
      [
        'ot-waiting',
        'E09000017',
        ['2025-06 0  present false', '2025-07   suppressed false', '2025-08 310  present true'],
      ],
      ['our-28', 'E09000017', ['2025-08 44  present false']],
    ])
  })

  it('is named with its edition, in what is noticed and in the note that an edition may have', async () => {
    const { load } = await theSources().sources.askNow('hillingdon')
    expect(load?.note).toBe(
      'Figures of Hillingdon: edition 1, “August” (figures as at 2025-09-08) of its dashboard, as published there.',
    )
    const noticed = load?.problems
      .filter(({ file }) => file === 'another-dashboard.csv')
      .map(({ message }) => message)
    expect(noticed).toEqual(
      expect.arrayContaining([
        expect.stringContaining('the figures of Hillingdon are those of edition 1, “August”'),
        'figures of our-28 come with 0 decimals, and officers are shown 1 here',
      ]),
    )
  })

  it.each([
    [{ ours: 'none', theirs: 'ot-list' }, '"measures", none: is no measure here'],
    [
      { ours: 'ot-waiting', theirs: 'none' },
      '"measures", ot-waiting: names a measure that the other dashboard',
    ],
    [{ ours: 'days', theirs: 'ot-list' }, '"measures", days: counts in count there, and in days here'],
    [{ ours: 'our-28', theirs: 'ot-list' }, '"measures", our-28: counts in count there, and in percent here'],
  ])('is not read where a measure has none that counts the same: %o', async (pair, words) => {
    expect(await whyNot({ measures: [pair] })).toContain(words)
  })

  it('is not read where its figures are real and ours invented, or the other way round', async () => {
    const asking = { folder: place, signal: new AbortController().signal, timezone: 'Europe/London' }
    const asked = askDashboard(aSource(), asking, async () => ({ kpis: new Map(), illustrative: false }))
    await expect(asked).rejects.toThrow(SourceError)
    await expect(asked).rejects.toThrow('holds illustrative figures, and these here are real')
  })

  it('is not read where it answers otherwise than is agreed, or for somebody else', async () => {
    const answers = new Map<string, unknown>()
    for (const path of ['/organisation', '/editions/latest', '/kpis', '/series'])
      answers.set(
        path,
        (await other.inject(`/api/v1${path}${path === '/series' ? '?kpi=ot-list' : ''}`)).json(),
      )
    const server = createServer((request, response) => {
      const path = new URL(request.url ?? '', 'http://localhost').pathname.replace('/api/v1', '')
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answers.get(path)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const bound = server.address()
    const given = {
      address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`,
      measures: [{ ours: 'ot-waiting', theirs: 'ot-list' }],
    }
    const series = answers.get('/series') as object
    answers.set('/series', { ...series, audience: 'exact' })
    expect(await whyNot(given)).toContain('for another edition or audience')
    answers.set('/series', { ...series, series: [{ kpi: 'ot-list' }] })
    expect(await whyNot(given)).toContain('answers /series otherwise than is agreed')
    answers.set('/series', { ...series, series: [] })
    expect(await whyNot(given)).toContain('no figures of these measures')
    await new Promise((resolve) => server.close(resolve))
  })
})
