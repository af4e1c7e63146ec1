import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const panel = '/safeguarding?edition=5&audience=protected'
const officer = '/safeguarding?edition=5&audience=exact'

function showOfficer(address: string) {
  db.role = 'practice-lead'
  return renderApp(address)
}

describe('safeguarding themes', () => {
  it('lead officers with the strongest flag, and put its type and its town first', async () => {
    showOfficer(officer)
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Self-neglect in Southall: higher since/ }),
    ).toBeVisible()
    const types = await screen.findByRole('list', { name: 'Types of abuse' })
    expect(within(types).getAllByRole('heading')[0]).toHaveTextContent('Self-neglect')
    const towns = await screen.findByRole('list', { name: 'Self-neglect by town' })
    expect(within(towns).getAllByRole('heading')[0]).toHaveTextContent('Southall')
  })

  it('tell the town of Ealing from the borough', async () => {
    showOfficer(officer)
    const towns = await screen.findByRole('list', { name: 'Self-neglect by town' })
    expect(within(towns).getByRole('link', { name: 'Ealing (town)' })).toBeVisible()
    expect(within(towns).queryByRole('link', { name: 'Ealing' })).not.toBeInTheDocument()
  })

  it('show officers the towns of the type that they choose, in the address', async () => {
    const { user, address } = showOfficer(officer)
    await user.selectOptions(await screen.findByLabelText('Type of abuse'), 'Domestic')
    await waitFor(() => expect(address()).toBe(`${officer}&type=Domestic`))
    expect(await screen.findByRole('list', { name: 'Domestic by town' })).toBeVisible()
  })

  it('count rare types over twelve months for officers alone', async () => {
    showOfficer(officer)
    const rare = await screen.findByRole('table', { name: /twelve months to the end of each month/ })
    expect(within(rare).getByRole('rowheader', { name: 'Modern slavery' })).toBeVisible()
    expect(within(rare).queryByRole('rowheader', { name: 'Physical' })).not.toBeInTheDocument()
  })

  it('tell the panel why there are no towns and no twelve months, and name no town', async () => {
    renderApp(`${panel}&type=Self-neglect`)
    expect(await screen.findByText(/never in the protected set/)).toBeVisible()
    expect(await screen.findByText(/adding up such figures would give a wrong number/)).toBeVisible()
    expect(screen.queryByRole('table', { name: /twelve months/ })).not.toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('Southall')
  })

  it('tell the panel what is so of the borough, of whose towns it reads nothing', async () => {
    renderApp(panel)
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: /^None of \S+ types and places tested shows a recent change$/,
      }),
    ).toBeVisible()
  })

  const cellsOf = (table: HTMLElement, name: string) =>
    within(within(table).getByRole('row', { name: new RegExp(`^${name}`) })).getAllByRole('cell')

  it('give officers the count and share of every cell', async () => {
    showOfficer(officer)
    const table = await screen.findByRole('table', { name: /concluded enquiries and their share, by month/ })
    expect(cellsOf(table, 'Self-neglect').at(-1)).toHaveTextContent('3241%')
  })

  it('give the panel no share that rounding could move, which is every one, and say why', async () => {
    renderApp(panel)
    const table = await screen.findByRole('table', { name: /concluded enquiries, by month/ })
    expect(cellsOf(table, 'Self-neglect').at(-1)).toHaveTextContent(/^30$/)
    expect(cellsOf(table, 'Modern slavery').at(-1)).toHaveTextContent(/^\[c\]$/)
    // types and places are read by themselves, and either may come first
    const words = /No shares are shown: these counts are to the nearest 5/
    await waitFor(() => expect(screen.getAllByText(words)).toHaveLength(2))
  })

  it('say of places how each is judged, since none has a usual range', async () => {
    renderApp(panel)
    expect(
      await screen.findByText(/Each place is judged by its share of all enquiries concluded in the quarter/),
    ).toBeVisible()
  })

  it('name a type that the edition does not hold', async () => {
    renderApp(`${panel}&type=Neglekt`)
    expect(await screen.findByText(/holds no type “Neglekt”/)).toBeVisible()
  })

  it('say so where signals cannot be read', async () => {
    db.failing = { resource: 'signals', failure: '503' }
    renderApp(panel)
    expect(await screen.findByText('The safeguarding themes could not be read')).toBeVisible()
  })

  it('keep the rest of the page where figures cannot be read', async () => {
    db.failing = { resource: 'series', failure: '503' }
    renderApp(panel)
    expect(await screen.findByText(/^The figures: types of abuse could not be read/)).toBeVisible()
    expect(
      screen.getByRole('heading', {
        level: 1,
        name: /^None of \S+ types and places tested shows a recent change$/,
      }),
    ).toBeVisible()
  })
})
