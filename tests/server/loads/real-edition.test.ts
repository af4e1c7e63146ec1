import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database } from '../../../server/db/database.ts'
import { openProtectedReader } from '../../../server/db/protected-reader.ts'
import { loadDirectly } from '../../../server/loads/load-directly.ts'
import { KpisReply } from '../../../src/contract/kpis.ts'
import type { Load } from '../../../src/contract/loads.ts'
import { SeriesReply } from '../../../src/contract/series.ts'
import { openEmpty } from '../../support/an-engine.ts'
import { hasSharedFiles, sharedFile, sharedNote } from '../../support/shared.ts'

const example = 'docs/examples/ealing-published-figures'

/** Columns of the published file beside the total, with the dimension and member that they are read as. */
const breakdowns = [
  ['resp_nhs_days', 'responsible', 'NHS'],
  ['resp_social_care_days', 'responsible', 'Social care'],
  ['resp_both_days', 'responsible', 'Both'],
  ['awaiting_assessment_days', 'reason', 'Awaiting assessment'],
  ['awaiting_public_funding_days', 'reason', 'Awaiting public funding'],
  ['awaiting_nhs_nonacute_days', 'reason', 'Awaiting NHS non-acute care'],
  ['awaiting_residential_home_days', 'reason', 'Awaiting residential home'],
  ['awaiting_nursing_home_days', 'reason', 'Awaiting nursing home'],
  ['awaiting_home_care_package_days', 'reason', 'Awaiting home care package'],
  ['awaiting_equipment_adaptations_days', 'reason', 'Awaiting equipment or adaptations'],
  ['patient_family_choice_days', 'reason', 'Patient or family choice'],
  ['disputes_days', 'reason', 'Disputes'],
  ['housing_days', 'reason', 'Housing'],
  ['other_days', 'reason', 'Other'],
] as const

type Row = Record<string, string>

function readRows(name: string): Row[] {
  return parse(readFileSync(sharedFile(name)), { columns: true })
}

/** A cell as the API gives it: an empty one is missing, not zero. */
function cell(row: Row, column: string) {
  const text = row[column] ?? ''
  return text === ''
    ? { value: null, availability: 'missing' }
    : { value: Number(text), availability: 'present' }
}

describe.runIf(hasSharedFiles)(`the published figures of Ealing${sharedNote}`, () => {
  let database: Database
  let app: Application
  let load: Load

  beforeAll(async () => {
    database = await openEmpty()
    load = await loadDirectly(database, {
      paths: [
        example,
        sharedFile('dtoc_delayed_days_ealing_monthly.csv'),
        sharedFile('dtoc_delayed_days_all_councils_monthly.csv'),
        sharedFile('ascof_outcomes_annual.csv'),
      ],
      mapping: `${example}/mapping.json`,
      label: 'Delayed days to December 2019, direct payments to 2020-21',
      note: null,
      reason: null,
      exact: [],
      rebaselines: [],
      confirmed: false,
      at: null,
      isJson: false,
    })
    app = await buildApplication({ database, auth: 'none' })
  })

  afterAll(async () => {
    await app?.close()
    await database?.close()
  })

  async function seriesOf(query: string) {
    const reply = await app.inject(`/api/v1/series?edition=1&audience=protected&${query}`)
    return SeriesReply.parse(reply.json()).series
  }

  it('loads without an error, as one edition', () => {
    expect(load.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(load).toMatchObject({ state: 'published', edition: 1 })
  })

  it('is analysed as it is published: every measure, and the family of its series', async () => {
    const reader = openProtectedReader(database.queries, 1)
    const ids = (await reader.readKpis()).map(({ id }) => id)
    const analyses = await reader.readAnalyses(ids)
    expect(analyses.map(({ kpi }) => kpi)).toEqual(ids)
    const judged = analyses
      .flatMap(({ series }) => series)
      .filter(({ finding }) => finding.includes('evidence'))
    expect(judged.length).toBeGreaterThan(0)
    expect((await reader.readTestedFamily()).signals.length).toBeGreaterThan(0)
  })

  it('gives back every cell of the Ealing file as it stands there', async () => {
    const rows = readRows('dtoc_delayed_days_ealing_monthly.csv')
    const wanted = rows.flatMap((row) =>
      [['total_delayed_days', 'borough', 'All'] as const, ...breakdowns].map(
        ([column, dimension, member]) => ({
          dimension,
          member,
          period: row.month?.slice(0, 7),
          ...cell(row, column),
        }),
      ),
    )
    const given = [
      ...(await seriesOf('kpi=delayed-days&dimension=borough')),
      ...(await seriesOf('kpi=delayed-days&dimension=responsible')),
      ...(await seriesOf('kpi=delayed-days&dimension=reason')),
    ].flatMap(({ dimension, member, points }) =>
      points.map(({ period, value, availability }) => ({ dimension, member, period, value, availability })),
    )
    const byKey = (a: { dimension: string; member: string; period?: string | undefined }) =>
      `${a.dimension} ${a.member} ${a.period}`
    const sorted = <Item extends Parameters<typeof byKey>[0]>(items: Item[]) =>
      items.toSorted((a, b) => (byKey(a) < byKey(b) ? -1 : 1))
    // 105 months of a total, 3 responsible and 11 reasons
    expect(wanted).toHaveLength(105 * 15)
    expect(sorted(given)).toEqual(sorted(wanted))
  })

  it('reads the reason Other as missing before April 2017', async () => {
    const [other] = await seriesOf('kpi=delayed-days&dimension=reason&member=Other')
    const missing = other?.points.filter(({ availability }) => availability === 'missing') ?? []
    // April 2011 to March 2017 are six years
    expect(missing).toHaveLength(72)
    expect(missing.at(-1)?.period).toBe('2017-03')
  })

  it('gives back every other council and England, by code and name', async () => {
    const rows = readRows('dtoc_delayed_days_all_councils_monthly.csv').filter(
      (row) => row.ons_code !== 'E09000009',
    )
    const wanted = new Map(
      rows.map((row) => [`${row.ons_code} ${row.month?.slice(0, 7)}`, cell(row, 'total_delayed_days').value]),
    )
    const series = await seriesOf('kpi=delayed-days&dimension=comparator')
    const given = new Map(
      series.flatMap(({ member, points }) =>
        points.map(({ period, value }) => [`${member} ${period}`, value]),
      ),
    )
    expect(given).toEqual(wanted)
    expect(given.size).toBe(rows.length)
    const { kpis } = KpisReply.parse((await app.inject('/api/v1/kpis?edition=1&audience=protected')).json())
    const members = kpis
      .find(({ id }) => id === 'delayed-days')
      ?.dimensions.find(({ id }) => id === 'comparator')?.members
    expect(members).toContainEqual({ id: 'E92000001', label: 'England', level: 'England' })
    expect(members).toContainEqual({ id: 'E09000005', label: 'Brent', level: 'Council' })
  })

  it('gives direct payments of Ealing, London and England by financial year', async () => {
    const series = [
      ...(await seriesOf('kpi=dp-users-share&kpi=dp-carers-share&dimension=borough')),
      ...(await seriesOf('kpi=dp-users-share&kpi=dp-carers-share&dimension=comparator')),
    ]
    const given = series.map(({ kpi, member, points }) => [
      kpi,
      member,
      ...points.map(({ period, value }) => `${period} ${value}`),
    ])
    expect(given).toEqual([
      ['dp-users-share', 'All', 'FY2018-19 17.6', 'FY2019-20 15', 'FY2020-21 12.3'],
      ['dp-carers-share', 'All', 'FY2018-19 22.3', 'FY2019-20 8.9', 'FY2020-21 20.6'],
      ['dp-users-share', 'E92000001', 'FY2018-19 28.3', 'FY2019-20 27.9', 'FY2020-21 26.6'],
      ['dp-users-share', 'E12000007', 'FY2018-19 27.4', 'FY2019-20 27.6', 'FY2020-21 24.4'],
      ['dp-carers-share', 'E92000001', 'FY2018-19 73.4', 'FY2019-20 77.1', 'FY2020-21 75.3'],
      ['dp-carers-share', 'E12000007', 'FY2018-19 75.3', 'FY2019-20 75.6', 'FY2020-21 81.3'],
    ])
  })

  it('marks April 2017 as a change of definition', async () => {
    const { kpis } = KpisReply.parse((await app.inject('/api/v1/kpis?edition=1&audience=protected')).json())
    expect(kpis.find(({ id }) => id === 'delayed-days')?.breaks).toMatchObject([{ date: '2017-04-01' }])
  })
})
