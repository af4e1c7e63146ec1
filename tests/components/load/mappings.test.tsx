import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { ListedMapping } from '../../../src/contract/mappings.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()

const aMapping = (given: Partial<ListedMapping> = {}): ListedMapping => ({
  name: 'Waiting list',
  version: 2,
  mapping: { files: [{ file: 'waiting-*.csv' }] },
  fingerprints: [],
  who: 'Analyst',
  at: '2025-12-04T09:00:00Z',
  reads: ['Files called “waiting-*.csv”.', 'ot-waiting, the whole: figures from column “Adults”.'],
  used: { at: '2025-12-05T09:00:00Z', version: 2 },
  ...given,
})
const away = aMapping({ version: 3, mapping: null, reads: [] })

function openDesk(...mappings: ListedMapping[]) {
  db.role = 'analyst'
  const listing = (now: ListedMapping[]) =>
    mockServer.use(
      http.get('*/api/v1/mappings', () => HttpResponse.json({ timezone: 'Europe/London', mappings: now })),
    )
  listing(mappings)
  return { ...renderApp('/load?edition=5&audience=exact'), listing }
}
const section = async () => within(await screen.findByRole('region', { name: 'Saved mappings' }))

describe('saved mappings at the desk', () => {
  it('say where there is none how one is made', async () => {
    openDesk()
    expect(
      await (await section()).findByText(/^None yet\. Choose a file that nothing describes/),
    ).toBeVisible()
  })

  it('are opened to what they read, since when, by whom and when last, and to their JSON', async () => {
    const { user } = openDesk(aMapping())
    const list = await section()
    await user.click(await list.findByText('Waiting list'))
    expect(list.getByText('Version 2, saved on 4 Dec 2025 at 09:00 by Analyst.')).toBeVisible()
    expect(list.getByText('Files were last read by it on 5 Dec 2025 at 09:00.')).toBeVisible()
    expect(list.getByText('Files called “waiting-*.csv”.')).toBeVisible()
    await user.click(list.getByRole('button', { name: 'Show the JSON of “Waiting list”' }))
    const json = list.getByRole('region', { name: 'JSON of Waiting list' })
    expect(JSON.parse(json.textContent ?? '')).toEqual(aMapping().mapping)
    expect(json).toHaveAttribute('tabindex', '0')
    const { violations } = await axe.run(screen.getByRole('region', { name: 'Saved mappings' }), {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  it('are put away by keyboard alone, once it is confirmed what follows of it', async () => {
    const { user, listing } = openDesk(aMapping())
    const sent: unknown[] = []
    mockServer.use(
      http.post('*/api/v1/mappings', async ({ request }) => {
        sent.push(await request.json())
        listing([away])
        return HttpResponse.json({ ...away, used: undefined, reads: undefined }, { status: 201 })
      }),
    )
    const list = await section()
    await user.click(await list.findByText('Waiting list'))
    const button = list.getByRole('button', { name: 'Put “Waiting list” away' })
    button.focus()
    await user.keyboard('{Enter}')
    expect(list.getByRole('heading', { name: '“Waiting list” will be put away' })).toBeVisible()
    expect(list.getByText(/^Files are not recognised by it any more/)).toBeVisible()
    expect(sent).toEqual([])
    await user.tab()
    await user.tab()
    await user.keyboard('{Enter}')
    expect(list.queryByRole('heading', { name: /will be put away/ })).toBeNull()
    expect(button).toHaveFocus()
    await user.keyboard('{Enter}')
    await user.tab()
    await user.keyboard('{Enter}')
    expect(await list.findByText(/is put away: no file is recognised by it any more/)).toBeVisible()
    expect(list.getByRole('heading', { name: 'Saved mappings' })).toHaveFocus()
    expect(sent).toEqual([{ name: 'Waiting list', mapping: null }])
    expect(await list.findByText('put away')).toBeVisible()
    expect(list.queryByRole('button')).toBeNull()
  })

  it('that somebody else has put away say why nothing was done', async () => {
    const { user } = openDesk(aMapping())
    const detail = 'This mapping was put away before.'
    mockServer.use(
      http.post('*/api/v1/mappings', () =>
        HttpResponse.json({ type: 'about:blank', title: 'Conflict', status: 409, detail }, { status: 409 }),
      ),
    )
    const list = await section()
    await user.click(await list.findByText('Waiting list'))
    await user.click(list.getByRole('button', { name: 'Put “Waiting list” away' }))
    await user.click(list.getByRole('button', { name: 'Put “Waiting list” away now' }))
    expect(await list.findByRole('alert')).toHaveTextContent(detail)
  })
})
