import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const emerging = '/emerging?edition=5&audience=protected'
const finding = { level: 1, name: /tested series show a recent change/ }

describe('emerging issues', () => {
  it('lead with how many series show a recent change', async () => {
    renderApp(emerging)
    expect(await screen.findByRole('heading', finding)).toBeVisible()
    expect(
      screen.getByText(/^Care Act started within 28 days: drifting down over the last 12 months/),
    ).toBeVisible()
  })

  it('never show the panel a type of abuse in a town', async () => {
    renderApp(emerging)
    await screen.findByRole('heading', finding)
    expect(document.body).not.toHaveTextContent('Self-neglect in Southall')
  })

  it('lead officers with the town that nobody has raised', async () => {
    db.role = 'analyst'
    renderApp('/emerging?edition=5&audience=exact')
    await screen.findByRole('heading', finding)
    const first = within(screen.getAllByRole('list').find((list) => list.tagName === 'OL') ?? document.body)
    expect(first.getAllByText(/^Self-neglect in Southall: higher since/)[0]).toBeVisible()
  })

  it('are searched by place, in the address', async () => {
    const { user, address } = renderApp(emerging)
    await screen.findByRole('heading', finding)
    await user.type(screen.getByRole('searchbox', { name: 'Find' }), 'Greenford')
    await waitFor(() => expect(address()).toBe(`${emerging}&find=Greenford`))
    // the address changes at once; what it finds is shown when it has been read
    await waitFor(() => expect(screen.getByText(/Median Care Act wait, Greenford/)).toBeVisible())
    expect(screen.queryByText(/^Care Act started within 28 days: drifting/)).not.toBeInTheDocument()
  })

  it('say so where they cannot be read', async () => {
    db.failing = { resource: 'signals', failure: '503' }
    renderApp(emerging)
    expect(await screen.findByText('The emerging issues could not be read')).toBeVisible()
  })

  it('say that nothing was tested where nothing was', async () => {
    db.failing = { resource: 'signals', failure: 'empty' }
    renderApp(emerging)
    expect(await screen.findByText('Nothing stands out')).toBeVisible()
  })
})
