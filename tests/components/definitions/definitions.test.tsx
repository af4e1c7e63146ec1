import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const definitions = '/definitions?edition=5&audience=protected'

describe('definitions', () => {
  it('say what is counted, how it may be combined and how it is shown in public', async () => {
    renderApp(definitions)
    const article = await screen.findByRole('article', { name: 'Waiting for OT assessment' })
    expect(
      within(article).getByText('A count on one day: added up over groups, never over months.'),
    ).toBeVisible()
    expect(within(article).getByText('people waiting, month end')).toBeVisible()
    expect(
      within(article).getByText(
        'Counts of 1 to 4 are withheld, and larger ones that would give one away; others are rounded to the nearest 5.',
      ),
    ).toBeVisible()
  })

  it('explain the marks beside figures', async () => {
    renderApp(definitions)
    const table = await screen.findByRole('table', { name: 'What the bracketed marks mean' })
    expect(within(table).getByRole('row', { name: /\[c\] Confidential/ })).toBeVisible()
  })

  it('keep the chosen theme in the address', async () => {
    const { user, address } = renderApp(definitions)
    await screen.findByText('48 measures shown', {})
    const chooser = screen.getByRole('combobox', { name: 'Theme' })
    await user.selectOptions(chooser, 'Direct payments')
    await waitFor(() => expect(address()).toBe(`${definitions}&theme=direct-payments`))
    expect(screen.queryByRole('article', { name: 'Waiting for OT assessment' })).not.toBeInTheDocument()
  })

  it('open at the top where the fragment of the address cannot be read', async () => {
    history.replaceState(null, '', '#%')
    renderApp(definitions)
    expect(await screen.findByText('48 measures shown', {})).toBeVisible()
    history.replaceState(null, '', location.pathname)
  })

  it('say so where they cannot be read', async () => {
    db.failing = { resource: 'kpis', failure: '503' }
    renderApp(definitions)
    expect(await screen.findByText('The definitions could not be read')).toBeVisible()
  })
})
