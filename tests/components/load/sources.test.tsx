import { screen, waitFor, within } from '@testing-library/react'
import { delay, HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { FoundRows } from '../../../src/contract/found-rows.ts'
import type { Load } from '../../../src/contract/loads.ts'
import type { Source } from '../../../src/contract/sources.ts'
import { aStagedLoad } from '../../support/a-staged-load.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()

const aSource = (given: Partial<Source> = {}): Source => ({
  name: 'case-system',
  kind: 'folder',
  askedAt: '2025-12-04T06:15:00Z',
  outcome: 'came',
  words: 'A file came and can be published. Nothing is until you do.',
  cameAt: '2025-12-04T06:15:04Z',
  load: { id: aStagedLoad().id, state: 'staged' },
  nextAt: '2025-12-05T06:15:00Z',
  isBeingAsked: false,
  ...given,
})

const twice: Load['problems'][number] = {
  severity: 'error',
  file: 'observations.csv',
  line: 4,
  column: 0,
  message: 'the row contradicts line 3',
  remedy: 'keep one of the two',
}
const rowsOf = (value: string): FoundRows => ({
  file: 'observations.csv',
  columns: [{ number: 5, name: 'value' }],
  rows: [{ line: 4, cells: [value] }],
  marks: [{ problem: 0, row: 0, column: -1 }],
})

function openDesk(...sources: Source[]) {
  db.role = 'analyst'
  mockServer.use(
    http.get('*/api/v1/sources', () => HttpResponse.json({ timezone: 'Europe/London', sources })),
    http.get('*/api/v1/loads/:id', () =>
      HttpResponse.json(aStagedLoad({ note: 'From edition 5 of another place.' })),
    ),
  )
  return renderApp('/load?edition=5&audience=exact')
}
const list = async () => within(await screen.findByRole('region', { name: 'Sources' }))

describe('sources at the desk', () => {
  it('are not spoken of where none is set', async () => {
    openDesk()
    expect(await screen.findByRole('region', { name: 'Log of loads and editions' })).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Sources' })).toBeNull()
  })

  it('say when each was asked and what came, and open its load with the note that it brought', async () => {
    const app = openDesk(aSource())
    const sources = await list()
    expect(sources.getByRole('heading', { name: 'case-system, a folder' })).toBeVisible()
    expect(sources.getByText(/^Asked on 4 Dec 2025 at 06:15\. A file came/)).toBeVisible()
    expect(sources.getByText('It is asked next on 5 Dec 2025 at 06:15 (Europe/London).')).toBeVisible()
    await app.user.click(sources.getByRole('link', { name: 'Take what case-system brought' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'These files are sound' })).toBeVisible()
    expect(app.address()).toContain(`load=${aStagedLoad().id}`)
    expect(screen.getByRole('textbox', { name: /^Note/ })).toHaveValue('From edition 5 of another place.')
  })

  it('that were not read say why, and keep what came before', async () => {
    const words = 'Nothing was taken: data.example cannot be reached (ECONNREFUSED). What came before stands.'
    openDesk(aSource({ outcome: 'failed', words }))
    const sources = await list()
    expect(sources.getByText(/Nothing was taken: data.example/)).toBeVisible()
    expect(sources.getByText('New files came last on 4 Dec 2025 at 06:15.')).toBeVisible()
    expect(sources.getByRole('link', { name: 'Take what case-system brought' })).toBeVisible()
  })

  it('with errors in their files lead to what was found, and with nothing kept to no load', async () => {
    openDesk(
      aSource({ outcome: 'refused', load: { id: 'x', state: 'rejected' } }),
      aSource({ name: 'warehouse', kind: 'query', load: null }),
      aSource({ name: 'open-data', kind: 'address', load: { id: 'y', state: 'published' } }),
    )
    const sources = await list()
    expect(sources.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Look at what was found in the files of case-system',
    ])
    expect(sources.getAllByRole('button')).toHaveLength(3)
  })

  it('are asked now by a press, once at a time, and what came of it is said', async () => {
    let asked = 0
    let isAnswered = false
    const app = openDesk(aSource({ askedAt: null, outcome: null, words: null, cameAt: null, load: null }))
    mockServer.use(
      http.post('*/api/v1/sources/case-system/ask', async () => {
        asked += 1
        while (!isAnswered) await delay(5)
        return HttpResponse.json(aSource())
      }),
    )
    const sources = await list()
    expect(sources.getByText('Not asked yet.')).toBeVisible()
    const button = sources.getByRole('button', { name: 'Ask case-system now' })
    await app.user.click(button)
    expect(await sources.findByText('It is being asked now.')).toBeVisible()
    await app.user.click(button)
    mockServer.use(
      http.get('*/api/v1/sources', () =>
        HttpResponse.json({ timezone: 'Europe/London', sources: [aSource()] }),
      ),
    )
    isAnswered = true
    expect(await sources.findByRole('link', { name: 'Take what case-system brought' })).toBeVisible()
    expect(screen.getByText(/^case-system: A file came and can be published/)).toBeInTheDocument()
    expect(asked).toBe(1)
  })

  it('lead to the rows of what they brought, read again from files that wait', async () => {
    const app = openDesk(aSource())
    const problems: Load['problems'] = [{ ...twice, severity: 'notice' }]
    mockServer.use(
      http.get('*/api/v1/loads/:id', () => HttpResponse.json(aStagedLoad({ problems }))),
      http.get('*/api/v1/loads/:id/rows', () => HttpResponse.json({ rows: [rowsOf('77')] })),
    )
    await app.user.click((await list()).getByRole('link', { name: 'Take what case-system brought' }))
    const row = await screen.findByRole('row', { name: /^4 ?Noticed, the whole row:/ })
    expect(within(row).getByText('77')).toBeVisible()
    expect(row).toHaveAttribute('data-wrong', 'true')
  })

  it('say why rows cannot be read again, and name the places', async () => {
    const app = openDesk(aSource())
    const detail = 'The files of this load are not kept any more; send them again to see their rows.'
    mockServer.use(
      http.get('*/api/v1/loads/:id', () =>
        HttpResponse.json(aStagedLoad({ problems: [{ ...twice, severity: 'notice' }] })),
      ),
      http.get('*/api/v1/loads/:id/rows', () =>
        HttpResponse.json({ type: 'about:blank', title: 'Conflict', status: 409, detail }, { status: 409 }),
      ),
    )
    await app.user.click((await list()).getByRole('link', { name: 'Take what case-system brought' }))
    expect(
      await screen.findByText(/could not be read again\. The files of this load are not kept/),
    ).toBeVisible()
    expect(screen.getByText('observations.csv, line 4')).toBeVisible()
  })

  it('that brought errors are asked again for the rows, which open with what was found in them', async () => {
    const refused = { ...aStagedLoad(), state: 'rejected' as const, preview: [], problems: [twice] }
    const app = openDesk(aSource({ outcome: 'refused', load: { id: refused.id, state: 'rejected' } }))
    const anew = '00000000-0000-4000-8000-000000000002'
    mockServer.use(
      http.get('*/api/v1/loads/:id', ({ params }) =>
        HttpResponse.json({ ...refused, id: String(params.id) }),
      ),
      http.post('*/api/v1/sources/case-system/ask', ({ request }) => {
        expect(new URL(request.url).search).toBe('?rows=shown')
        const asked = aSource({ outcome: 'refused', load: { id: anew, state: 'rejected' } })
        return HttpResponse.json({ ...asked, rows: [rowsOf('about 77')] })
      }),
    )
    await app.user.click((await list()).getByRole('link', { name: /^Look at what was found/ }))
    await app.user.click(
      await screen.findByRole('button', { name: 'Ask case-system again, and show the rows' }),
    )
    const row = await screen.findByRole('row', {
      name: /^4 ?Wrong, the whole row: the row contradicts line 3/,
    })
    expect(within(row).getByText('about 77')).toBeVisible()
    expect(app.address()).toContain(`load=${anew}`)
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
    expect(screen.queryByText(/The rows of a file are shown/)).toBeNull()
  })

  it('that somebody else is asking say why nothing was done', async () => {
    const app = openDesk(aSource())
    const detail = 'The source: it is being asked at this moment; wait until that has finished.'
    mockServer.use(
      http.post('*/api/v1/sources/case-system/ask', () =>
        HttpResponse.json({ type: 'about:blank', title: 'Conflict', status: 409, detail }, { status: 409 }),
      ),
    )
    await app.user.click((await list()).getByRole('button', { name: 'Ask case-system now' }))
    await waitFor(async () => expect((await list()).getByRole('alert')).toHaveTextContent(detail))
  })
})
