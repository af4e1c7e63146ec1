import { QueryClient } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { editionsQuery } from '../../../src/api/editions.ts'
import { organisationQuery } from '../../../src/api/organisation.ts'
import { loadExhibit } from '../../../src/app/exhibits/load-exhibit.ts'
import type { Audience } from '../../../src/domain/editions/publication.ts'
import { type ExhibitRef, exhibitKinds } from '../../../src/domain/exhibits/exhibit-ref.ts'
import type { TakeAwayProps } from '../../../src/exhibits/take-away/TakeAwayMenu.tsx'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const offered = vi.hoisted(() => new Map<string, TakeAwayProps['exhibit']>())
vi.mock('../../../src/exhibits/take-away/TakeAwayMenu.tsx', () => ({
  TakeAwayMenu: ({ exhibit, title }: TakeAwayProps) => {
    offered.set(JSON.stringify(exhibit), exhibit)
    return <p>Offered: {title}</p>
  },
}))

const { db } = withMockApi()
beforeEach(() => offered.clear())

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

/** Opens a page and gives every chart and table that it offers to take away, once the last of them is there. */
async function offersOf(path: string, audience: Audience, ready: RegExp): Promise<ExhibitRef[]> {
  db.role = audience === 'exact' ? 'director' : 'public'
  renderApp(`${path}${path.includes('?') ? '&' : '?'}edition=5&audience=${audience}`)
  expect((await screen.findAllByText(ready, undefined)).length).toBeGreaterThan(0)
  await waitFor(() => expect(screen.queryByText(/^Loading/)).toBeNull())
  return [...offered.values()].flatMap(({ kind, ...ref }) => {
    const known = exhibitKinds.find((one) => one === kind)
    return known ? [{ ...ref, kind: known }] : []
  })
}

const pages: [path: string, audience: Audience, ready: RegExp, kinds: string[]][] = [
  ['/', 'protected', /Scorecard/, ['scorecard']],
  ['/kpis/ot-waiting?dimension=town', 'protected', /Gap between/, ['breakdown', 'together', 'trend']],
  ['/kpis/care-act-within-28?dimension=ethnicity', 'protected', /Gap between/, ['breakdown', 'gap', 'trend']],
  ['/kpis/care-act-within-28?dimension=ethnicity', 'exact', /Gap between/, ['breakdown', 'gap', 'trend']],
  ['/kpis/ot-waiting?dimension=town&from=2031-01&to=2031-06', 'exact', /No data for this range/, []],
  ['/safeguarding', 'exact', /Counts and shares/, ['safeguarding']],
  ['/plan', 'exact', /Milestones by workstream/, ['milestones', 'risks']],
  ['/actions?board=Cabinet&overdue=yes', 'protected', /No action matches/, []],
  ['/emerging', 'protected', /recent change/, ['signals']],
  ['/data', 'exact', /counts as unknown/, ['data-quality']],
]

describe('what a page offers to take away', () => {
  it.each(pages)(
    'can be made, each of it, and nothing else is: %s, %s',
    async (path, audience, ready, kinds) => {
      const refs = await offersOf(path, audience, ready)
      const made = await Promise.all(refs.map((ref) => load(ref, audience)))
      expect(made.map(({ finding }) => finding).filter((finding) => !/\w/.test(finding))).toEqual([])
      const present = new Set<string>(refs.map(({ kind }) => kind))
      expect(kinds.filter((kind) => !present.has(kind))).toEqual([])
      expect(kinds.length === 0 ? refs : []).toEqual([])
    },
  )
})

describe('a gap between groups that cannot be given', () => {
  it('is explained and not offered', async () => {
    const refs = await offersOf(
      '/kpis/ot-waiting?dimension=town',
      'exact',
      /No gap between counts is claimed/,
    )
    expect(refs.map(({ kind }) => kind)).not.toContain('gap')
  })
})
