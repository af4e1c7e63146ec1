import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const changes = '/changes?edition=5&audience=protected'

const tableOf = (name: RegExp) => screen.findByRole('table', { name })

describe('since last time', () => {
  it('compares with the edition before, and leads with what needs a question', async () => {
    renderApp(changes)
    expect(await screen.findByRole('heading', { level: 1, name: /^Since August 2025, / })).toBeVisible()
    expect(screen.getByText('Edition 5 against edition 4')).toBeVisible()
  })

  it('shows the third move of a milestone, why, who approved it, and that it is red', async () => {
    renderApp(changes)
    const row = within(await tableOf(/^Milestones/)).getByRole('row', { name: /Second OT clinic open/ })
    expect(row).toHaveTextContent('Moved for the third time')
    expect(row).toHaveTextContent('10 Oct 2025 to 28 Nov 2025')
    expect(row).toHaveTextContent('Off track (red)')
    expect(row).toHaveTextContent('Its date has moved 3 times.')
    expect(row).toHaveTextContent('Two of three therapists are still to be appointed.')
    expect(row).toHaveTextContent('Approved by Waiting Well Board.')
  })

  it('leads to the last restatement, which names old value, new value, difference and reason', async () => {
    const { user, address } = renderApp(changes)
    await user.click(await screen.findByRole('button', { name: 'Compare with edition 2' }))
    const table = await tableOf(/^Restated figures, since edition 2/)
    const row = within(table).getByRole('row', { name: /Personal assistants on register/ })
    const cells = within(row).getAllByRole('cell')
    expect(cells.map((cell) => cell.textContent)).toEqual([
      'Period31 Mar 2025',
      'Was95',
      'Is now80',
      'Difference\u221215',
      'In edition3',
      expect.stringContaining('registrations that had lapsed were counted'),
    ])
    expect(address()).toBe(`${changes}&from=2`)
  })

  it('names the measure that became overdue, and that it counts as unknown', async () => {
    renderApp(changes)
    const row = within(await tableOf(/^Overdue figures/)).getByRole('row', {
      name: /Awaiting financial assessment/,
    })
    expect(row).toHaveTextContent('it counts as unknown on the overview')
    expect(row).toHaveTextContent('3 Oct 2025')
  })

  it('lists the changes that are newly flagged, and leads to the part that is meant', async () => {
    renderApp(changes)
    const row = within(await tableOf(/^New signals/)).getByRole('row', {
      name: /^Median Care Act wait.*Town: Greenford/,
    })
    expect(row).toHaveTextContent('Median Care Act wait, Greenford: higher since Apr 2025')
    expect(row).toHaveTextContent('Concern')
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/kpis/care-act-wait-median?edition=5&audience=protected&dimension=town&member=Greenford',
    )
  })

  it('says of what is no longer flagged what was said, and that it need not have gone back', async () => {
    renderApp(changes)
    const table = await tableOf(/^Signals no longer flagged/)
    const row = within(table).getByRole('row', { name: /Care Act wait, nine in ten within/ })
    expect(row).toHaveTextContent('drifting up over the last 12 months')
    expect(row).toHaveTextContent('Tested again: no recent change stands out')
    expect(screen.getByText(/no longer flagged does not say that it went back/)).toBeVisible()
  })

  it('lists the action that was closed, what it changed, and leads to the log', async () => {
    renderApp(changes)
    const row = within(await tableOf(/^Actions/)).getByRole('row', { name: /Report spending against budget/ })
    expect(row).toHaveTextContent('Closed on 17 Sep 2025')
    expect(row).toHaveTextContent('A quarterly line was added to the cabinet report.')
    expect(within(row).getByRole('link', { name: /^Report spending/ })).toHaveAttribute(
      'href',
      '/actions?edition=5&audience=protected&action=A18',
    )
  })

  it('keeps edition and theme in the address', async () => {
    const { user, address } = renderApp(changes)
    await user.selectOptions(await screen.findByLabelText('Compared with'), '1')
    await screen.findByText('Edition 5 against edition 1')
    await user.selectOptions(screen.getByLabelText('Theme'), 'Direct payments')
    await waitFor(() => expect(address()).toBe(`${changes}&from=1&theme=direct-payments`))
    expect(screen.queryByRole('link', { name: 'Second OT clinic open' })).not.toBeInTheDocument()
  })

  it('reads the later edition from an address that calls it `to`', async () => {
    const { address } = renderApp('/changes?audience=protected&from=2&to=3')
    expect(await screen.findByText('Edition 3 against edition 2')).toBeVisible()
    await waitFor(() => expect(address()).toBe('/changes?edition=3&audience=protected&from=2'))
  })

  it('says of the first edition that there is nothing to compare with', async () => {
    renderApp('/changes?edition=1&audience=protected')
    expect(await screen.findByText('Nothing to compare with')).toBeVisible()
  })

  it('falls back where an edition is asked for that does not come before', async () => {
    renderApp(`${changes}&from=7`)
    expect(await screen.findByText(/There is no edition 7 before edition 5/)).toBeVisible()
    expect(await screen.findByText('Edition 5 against edition 4')).toBeVisible()
  })

  it('says that nothing changed, list by list', async () => {
    db.failing = { resource: 'changes', failure: 'empty' }
    renderApp(changes)
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Nothing has changed since August 2025' }),
    ).toBeVisible()
    expect(screen.getByText('No milestone moved, was completed or changed its status.')).toBeVisible()
    expect(screen.queryByText(/^Download/)).not.toBeInTheDocument()
  })

  it('says so where it cannot be read', async () => {
    db.failing = { resource: 'changes', failure: '503' }
    renderApp(changes)
    expect(await screen.findByText('The changes could not be read')).toBeVisible()
  })
})
