import { screen, within } from '@testing-library/react'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const wait = { timeout: 60_000 }
const address = (kpi: string, audience: string, search = '', edition = 5) =>
  `/kpis/${kpi}?edition=${edition}&audience=${audience}${search}`
const heading = /^In (each quarter|the twelve months to the end of each quarter), .*too small to publish$/

// five editions are published when the first is asked for, which can take longer than a reply may
beforeAll(() => {
  for (const edition of [3, 5]) db.tables.readAnalysis(edition, 'protected')
}, wait.timeout)

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 960, 400))
})

describe('a measure whose months are too small to publish', () => {
  it('is told the panel coarser: in its title, its verdict, and a chart and a table of their own', async () => {
    const { user } = renderApp(address('unallocated-high', 'protected', '', 3))
    const own = await screen.findByRole('region', { name: heading }, wait)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      /in twelve months at a time, no evidence of real change/,
    )
    expect(
      screen.getByRole('button', { name: /No evidence of real change, in twelve months at a time/ }),
    ).toBeVisible()
    await user.click(within(own).getByText('The same figures as a table'))
    const periods = within(within(own).getByRole('table')).getAllByRole('rowheader')
    expect(periods.length).toBeGreaterThan(7)
    for (const period of periods) expect(period).toHaveTextContent(/^(31 Mar|30 Jun|30 Sep|31 Dec) 20\d\d$/)
  })

  it('says that change is judged by the months where these are told', async () => {
    renderApp(address('sg-s42-started', 'protected'))
    const own = await screen.findByRole('region', { name: heading }, wait)
    expect(own).toHaveTextContent('Change is judged by the months above.')
  })

  it('says nothing of change where withheld months could say otherwise, and does not say that they do', async () => {
    renderApp(address('provider-high-risk', 'protected'))
    const own = await screen.findByRole('region', { name: heading }, wait)
    expect(own).toHaveTextContent('No verdict on change is given of these')
    expect(screen.getByRole('heading', { level: 1 })).not.toHaveTextContent(/quarters|no evidence/)
  })

  it('shows its quarters as a table where tables are asked for', async () => {
    renderApp(address('provider-high-risk', 'protected', '&view=table'))
    const own = await screen.findByRole('region', { name: heading }, wait)
    expect(within(own).queryByRole('application')).toBeNull()
    expect(within(own).getByRole('table')).toBeVisible()
  })

  it('tells officers what the panel reads, and shows them months alone', async () => {
    db.role = 'director'
    renderApp(address('unallocated-high', 'exact', '', 3))
    expect(
      await screen.findByText(
        /^The panel reads this measure in the twelve months .*: no evidence/,
        undefined,
        wait,
      ),
    ).toBeVisible()
    expect(screen.queryByRole('region', { name: heading })).toBeNull()
  })
})
