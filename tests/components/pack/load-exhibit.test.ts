import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { editionsQuery } from '../../../src/api/editions.ts'
import { organisationQuery } from '../../../src/api/organisation.ts'
import { loadExhibit } from '../../../src/app/exhibits/load-exhibit.ts'
import { roles } from '../../../src/contract/roles.ts'
import type { Audience } from '../../../src/domain/editions/publication.ts'
import { type ExhibitRef, exhibitKinds } from '../../../src/domain/exhibits/exhibit-ref.ts'
import { reachOf } from '../../../src/domain/session/role-table.ts'
import { writeExhibitXlsx } from '../../../src/exhibits/export/write-xlsx.ts'
import { changeListIds } from '../../../src/features/changes/changes-search.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { readText } from '../../support/xml-faults.ts'

const { db } = withMockApi()

const refs: ExhibitRef[] = [
  { kind: 'trend', kpi: 'ot-waiting', search: {} },
  { kind: 'trend', kpi: 'ot-waiting', search: { dimension: 'town', member: 'Southall' } },
  { kind: 'breakdown', kpi: 'ot-waiting', search: { dimension: 'town' } },
  { kind: 'together', kpi: 'ot-waiting', search: { range: '24' } },
  { kind: 'together', kpi: 'sg-conversion', search: {} },
  { kind: 'gap', kpi: 'care-act-within-28', search: { dimension: 'ethnicity' } },
  { kind: 'attention', kpi: null, search: {} },
  { kind: 'scorecard', kpi: null, search: { theme: 'waiting' } },
  { kind: 'safeguarding', kpi: 'sg-type', search: {} },
  { kind: 'milestones', kpi: null, search: { impact: 'no-effect' } },
  { kind: 'risks', kpi: null, search: {} },
  { kind: 'signals', kpi: null, search: {} },
  { kind: 'data-quality', kpi: null, search: {} },
  { kind: 'actions', kpi: null, search: { status: 'unsettled' } },
  { kind: 'changes', kpi: null, search: { list: 'restated', from: '2' } },
]

async function load(ref: ExhibitRef, audience: Audience) {
  const queries = new QueryClient()
  const [{ editions }, organisation] = await Promise.all([
    queries.ensureQueryData(editionsQuery()),
    queries.ensureQueryData(organisationQuery()),
  ])
  const edition = editions.find(({ number }) => number === 5)
  if (!edition) throw new Error('the demonstration has five editions')
  return await loadExhibit(ref, { organisation, edition, audience }, queries)
}

it('tries every kind of chart and table', () => {
  expect(exhibitKinds.filter((kind) => !refs.some((ref) => ref.kind === kind))).toEqual([])
})

describe.each(roles)('every table of every page, as %s', (role) => {
  const audience = reachOf(role, 'GET /series') === 'panel' ? 'protected' : 'exact'

  it('leaves as a workbook with a row for each of its rows', async () => {
    db.role = role
    for (const ref of refs) {
      const exhibit = await load(ref, audience)
      const file = await writeExhibitXlsx(exhibit, 'https://dashboard.example')
      const sheets = exhibit.tables.map((_, index) => readText(file, `xl/worksheets/sheet${index + 1}.xml`))
      const rows = (await Promise.all(sheets)).map((sheet) => sheet.match(/<row /g)?.length)
      expect(rows, ref.kind).toEqual(exhibit.tables.map((table) => table.rows.length + 1))
    }
  })
})

describe.each(refs)('the exhibit $kind $kpi $search', (ref) => {
  it('has a finding, words for whoever cannot see it, and cells for each of its columns', async () => {
    const exhibit = await load(ref, 'protected')
    expect(exhibit.finding).toMatch(/\w/)
    expect(exhibit.altText).toContain(exhibit.finding)
    expect(exhibit.sentence).toContain('Edition 5')
    expect(exhibit.sentence).toContain('Illustrative data')
    expect(exhibit.facts.length).toBeLessThanOrEqual(3)
    const widths = exhibit.tables.flatMap(({ columns, rows }) =>
      rows.map((row) => row.length - columns.length),
    )
    expect(widths.filter((difference) => difference !== 0)).toEqual([])
  })
})

describe('a list of which a part was chosen', () => {
  it.each<[ref: ExhibitRef, finding: string, facts: string[]]>([
    [
      { kind: 'actions', kpi: null, search: { board: 'HASSP' } },
      'HASSP: nine of 14 actions are still to be settled, and none is overdue',
      ['9', '0'],
    ],
    [{ kind: 'actions', kpi: null, search: { overdue: 'yes' } }, 'Overdue: 2 of 60 actions', ['2', '2']],
    [
      { kind: 'scorecard', kpi: null, search: { theme: 'direct-payments' } },
      'Direct payments: scorecard of 9 measures, none is getting worse, four are improving and none is unknown',
      ['0', '4', '0'],
    ],
    [
      { kind: 'milestones', kpi: null, search: { theme: 'allocations' } },
      'Allocations: three of five milestones are complete; none of those is known to have had no effect, and one other is off track and overdue. Of all, one measure of success missed its date',
      ['3 of 5', '1', '0'],
    ],
    [
      { kind: 'signals', kpi: null, search: { theme: 'direct-payments' } },
      'Direct payments: 2 of 35 flagged series, in 2 measures',
      ['0', '0', '2'],
    ],
    [
      { kind: 'data-quality', kpi: null, search: { theme: 'allocations' } },
      'Allocations: no measure is overdue; no period is missing',
      ['0', '0', '7'],
    ],
    [
      { kind: 'changes', kpi: null, search: { list: 'milestones', theme: 'allocations', from: '2' } },
      'Since June 2025, allocations: two milestones that changed',
      ['2'],
    ],
    [
      { kind: 'gap', kpi: 'care-act-within-28', search: { dimension: 'ethnicity', gap: 'White' } },
      'Care Act started within 28 days by ethnic group: White, no gap that can be told from chance (from 8.0 points below to 3.8 above), in the year to Sep 2025, two of whose months may still change',
      ['−2.2 points', 'In a year'],
    ],
  ])('is titled and counted by what it shows: $kind $search', async (ref, finding, facts) => {
    db.role = 'director'
    const exhibit = await load(ref, 'exact')
    expect([exhibit.finding, exhibit.facts.map(({ figure }) => figure)]).toEqual([finding, facts])
  })
})

/** Of one subject, and of whole pages: what a reader has before them in one meeting. */
const together: ExhibitRef[] = [
  ...(['attention', 'scorecard', 'milestones', 'risks', 'signals', 'data-quality', 'actions'] as const).map(
    (kind) => ({ kind, kpi: null, search: {} }),
  ),
  ...changeListIds.map((list) => ({ kind: 'changes' as const, kpi: null, search: { list } })),
  { kind: 'safeguarding', kpi: 'sg-type', search: {} },
  { kind: 'safeguarding', kpi: 'sg-location', search: {} },
  { kind: 'breakdown', kpi: 'sg-type', search: { dimension: 'type' } },
  { kind: 'breakdown', kpi: 'sg-location', search: { dimension: 'location' } },
  { kind: 'trend', kpi: 'sg-type', search: { dimension: 'type', member: 'Self-neglect' } },
  { kind: 'breakdown', kpi: 'care-act-waiting', search: { dimension: 'wait-band' } },
  { kind: 'trend', kpi: 'care-act-waiting', search: {} },
  { kind: 'together', kpi: 'care-act-waiting', search: {} },
]

describe.each(['exact', 'protected'] as const)('the titles of charts and tables, %s', (audience) => {
  it('tell one from another, with one colon at most', async () => {
    db.role = audience === 'exact' ? 'director' : 'public'
    const byTown: ExhibitRef[] =
      audience === 'exact' ? [{ kind: 'breakdown', kpi: 'sg-type', search: { dimension: 'type+town' } }] : []
    const titles: string[] = []
    for (const ref of [...together, ...byTown]) titles.push((await load(ref, audience)).finding)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    expect(titles.filter((title) => title.split(': ').length > 2 || /\bzero\b/.test(title))).toEqual([])
  })
})

describe('the parts of a measure of categories', () => {
  it('are judged for the panel as they were published, on every page alike', async () => {
    db.role = 'public'
    const { finding } = await load(
      { kind: 'breakdown', kpi: 'sg-type', search: { dimension: 'type' } },
      'protected',
    )
    // judged anew from counts rounded to five it named Organisational, and by its counts Psychological and Domestic,
    // whose shares nobody found to have changed
    expect(finding).toBe(
      'Enquiries by type of abuse: no evidence of real change in the seven that can be judged; four cannot be judged',
    )
  })
})

describe('loadExhibit', () => {
  it('says in words what is not there', async () => {
    await expect(load({ kind: 'trend', kpi: 'nothing', search: {} }, 'protected')).rejects.toThrow(
      'This edition holds no measure “nothing” for this audience.',
    )
    await expect(load({ kind: 'together', kpi: 'recovery-time', search: {} }, 'protected')).rejects.toThrow(
      /recovery-time|Nothing is read together/,
    )
    await expect(load({ kind: 'trend', kpi: null, search: {} }, 'protected')).rejects.toThrow(
      'The link names no measure for its trend.',
    )
  })

  it('gives the panel no risk', async () => {
    const { tables } = await load({ kind: 'risks', kpi: null, search: {} }, 'protected')
    expect(tables[0]?.rows).toEqual([])
  })
})
