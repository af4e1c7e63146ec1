import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()
const wait = { timeout: 60_000 }
const address = (kpi: string, audience: string, search = '') =>
  `/kpis/${kpi}?edition=5&audience=${audience}${search}`

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 960, 400))
})

describe('what the panel does not see of a measure', () => {
  it('is listed for officers with the reason of each figure, newest first', async () => {
    db.role = 'director'
    const { user } = renderApp(address('sg-conversion', 'exact', '&dimension=town'))
    await screen.findByRole('heading', { level: 2, name: 'For the panel' }, wait)
    const summary = await screen.findByText(/figures are withheld/, undefined, wait)
    await user.click(summary)
    const table = screen.getByRole('table', { name: /What the panel does not see of/ })
    const [, first] = within(table).getAllByRole('row')
    expect(first).toHaveTextContent(/(Aug|Sep) 2025/)
    expect(within(table).getAllByText(/^Withheld: .*could be worked out/).length).toBeGreaterThan(0)
  })

  it('is not asked for by the panel', async () => {
    let asked = 0
    mockServer.events.on('request:start', ({ request }) => {
      if (request.url.includes('/withheld')) asked += 1
    })
    renderApp(address('sg-conversion', 'protected'))
    await screen.findByRole('heading', { level: 2, name: 'Definition' }, wait)
    expect(screen.queryByRole('heading', { name: 'For the panel' })).toBeNull()
    expect(asked).toBe(0)
  })

  it('says so where it cannot be read, and leaves the rest of the page', async () => {
    db.role = 'director'
    mockServer.use(http.get('*/api/v1/withheld', () => new HttpResponse(null, { status: 503 })))
    renderApp(address('sg-conversion', 'exact'))
    expect(await screen.findByText('The reasons could not be read', undefined, wait)).toBeVisible()
    expect(screen.getByRole('heading', { level: 2, name: 'Definition' })).toBeVisible()
  })
})
