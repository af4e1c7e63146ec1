import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const plan = '/plan?edition=5&audience=protected'

const rowOf = async (name: RegExp) =>
  within(await screen.findByRole('table', { name: /^Milestones/ })).getByRole('row', { name })

describe('the improvement plan', () => {
  it('leads with what is complete, what of it shows no effect, and what is off track', async () => {
    renderApp(plan)
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: '16 of 38 milestones are complete; one of those shows no effect yet, and four others are off track, one of them overdue. Of all, four measures of success missed their dates',
      }),
    ).toBeVisible()
  })

  it('sets delivery beside impact, with the moves and their reasons', async () => {
    renderApp(plan)
    const row = await rowOf(/Second OT clinic open/)
    expect(row).toHaveTextContent('Promised 30 Jun 2025, now due 28 Nov 2025')
    expect(row).toHaveTextContent('Off track (red)')
    expect(row).toHaveTextContent('108 working days behind. Its date has moved 3 times.')
    expect(row).toHaveTextContent('Off track, not improving')
    expect(row).toHaveTextContent('3 moves')
    expect(row).toHaveTextContent(/Approved by/)
    expect(within(row).getByRole('link', { name: 'Waiting for OT assessment' })).toHaveAttribute(
      'href',
      '/kpis/ot-waiting?edition=5&audience=protected',
    )
  })

  it('draws what is done and not yet accepted in the colour that its words name', async () => {
    renderApp(plan)
    const row = await rowOf(/Training on outcome conversations/)
    expect(row).toHaveTextContent('Complete (green)')
    expect(row.querySelectorAll('.tone-on-track')).toHaveLength(2)
    expect(row.querySelector('.tone-complete')).toBeNull()
  })

  it('names the difference between the status reported and the one shown', async () => {
    renderApp(plan)
    expect(await rowOf(/Duty cover for high-priority work/)).toHaveTextContent(
      'Reported as green; by the rules it is red.',
    )
  })

  it('shows what is done without effect at one press, keeps it in the address, and lets it go', async () => {
    const { user, address } = renderApp(plan)
    await user.click(await screen.findByRole('button', { name: 'Done, no effect yet: 1' }))
    await waitFor(() => expect(address()).toBe(`${plan}&impact=no-effect`))
    expect(screen.getByText('1 of 38 milestones shown')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear filters' }))
    await waitFor(() => expect(address()).toBe(plan))
  })

  it('counts every milestone once by delivery, each count leading to its own', async () => {
    const { user, address } = renderApp(plan)
    const byDelivery = within(await screen.findByRole('region', { name: 'By delivery' }))
    expect(byDelivery.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Off track 4',
      'At risk 4',
      'On track 9',
      'Not started 5',
      'Complete 16',
    ])
    await user.click(byDelivery.getByRole('link', { name: /Off track/ }))
    await waitFor(() => expect(address()).toBe(`${plan}&delivery=late`))
  })

  it('offers all where nothing matches', async () => {
    const { user, address } = renderApp(`${plan}&delivery=late&impact=no-effect`)
    await user.click(await screen.findByRole('button', { name: 'Show all milestones' }))
    await waitFor(() => expect(address()).toBe(plan))
  })

  it('keeps risks and notes to officers', async () => {
    renderApp(plan)
    expect(await screen.findByText('Risks are shown to officers only.')).toBeVisible()
    expect(screen.queryByText(/officers’ notes/i)).toBeNull()
  })

  it('says so of an edition without a plan', async () => {
    db.failing = { resource: 'plan', failure: 'empty' }
    renderApp(plan)
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This edition holds no milestones' }),
    ).toBeVisible()
  })

  it('says so where it cannot be read', async () => {
    db.failing = { resource: 'plan', failure: '503' }
    renderApp(plan)
    expect(await screen.findByText('The improvement plan could not be read')).toBeVisible()
  })
})
