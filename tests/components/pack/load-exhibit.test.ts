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
