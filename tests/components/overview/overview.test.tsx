import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const overview = '/?edition=5&audience=protected'
const rowOf = async (name: string) => {
  // what needs attention is linked from above the scorecard too
  const links = await screen.findAllByRole('link', { name })
  const row = links.at(-1)?.closest('tr')
  if (!row) throw new Error(`${name} stands in no row`)
  return row
}

describe('the scorecard', () => {
  it('gives each measure its value, period, changes, target, plan, milestone and state', async () => {
    renderApp(overview)
    const row = await rowOf('Waiting for OT assessment')
    expect(row).toHaveTextContent('310')
    expect(row).toHaveTextContent('30 Sep 2025')
    expect(row).toHaveTextContent('No evidence of real change')
    expect(row).toHaveTextContent('Reliably misses')
    expect(row).toHaveTextContent('78 above')
    expect(row).toHaveTextContent('5 months behind')
    expect(row).toHaveTextContent('Provisional')
  })

  it('shows an overdue measure as unknown, and counts it so', async () => {
    renderApp(overview)
    const row = await rowOf('Awaiting financial assessment')
    expect(row).toHaveTextContent('Overdue')
    expect(row).toHaveTextContent('Unknown')
    expect(screen.getByText(/Three measures are unknown/)).toBeVisible()
  })

  it('names to the panel one of the largest categories, with its base, and no total', async () => {
    renderApp(overview)
    expect(await rowOf('Enquiries by type of abuse')).toHaveTextContent(/\(of \d+\) among the largest/)
  })

  it('links to the measure in the same edition for the same audience', async () => {
    renderApp(overview)
    const row = await rowOf('Waiting for OT assessment')
    expect(within(row).getByRole('link')).toHaveAttribute(
      'href',
      '/kpis/ot-waiting?edition=5&audience=protected',
    )
  })
})

describe('what needs attention', () => {
  it('ranks measures with their figure, their reasons and a way to each', async () => {
    renderApp(overview)
    const list = await screen.findByRole('region', { name: 'What needs attention' })
    const [first] = within(list).getAllByRole('listitem')
    expect(first).toHaveTextContent('Median Care Act wait')
    expect(first).toHaveTextContent('72 days, Sep 2025')
    expect(first).toHaveTextContent('Concerning, high')
    expect(first).toHaveTextContent('Getting worse')
    expect(within(list).getByRole('link', { name: 'Waiting for OT assessment' })).toHaveAttribute(
      'href',
      '/kpis/ot-waiting?edition=5&audience=protected',
    )
  })

  it('opens the rest in the scorecard, ranked alike', async () => {
    const { user, address } = renderApp(overview)
    await user.click(await screen.findByRole('link', { name: /^See all \d+ that need attention$/ }))
    await waitFor(() => expect(address()).toContain('signal=attention&sort=attention'))
    expect(screen.getAllByRole('rowheader')[0]).toHaveTextContent('Median Care Act wait')
  })

  it('says in one quiet line why measures are unknown', async () => {
    renderApp(overview)
    expect(await screen.findByText(/Three measures are unknown: one overdue, two withheld\./)).toBeVisible()
  })
})

describe('filter and sort', () => {
  it('keep the chosen theme in the address and say how many measures are shown', async () => {
    const { user, address } = renderApp(overview)
    await screen.findByRole('heading', { name: 'Scorecard' })
    await user.selectOptions(filter('Theme'), 'Allocations')
    await waitFor(() => expect(address()).toBe(`${overview}&theme=allocations`))
    expect(await screen.findByText('7 of 48 measures')).toHaveAttribute('aria-live', 'polite')
  })

  it('take a whole word as it is typed, and leave the focus in its field', async () => {
    const { user } = renderApp(overview)
    await screen.findByRole('heading', { name: 'Scorecard' })
    await user.type(screen.getByRole('searchbox', { name: 'Find' }), 'waiting for ot')
    expect(await screen.findByText('1 of 48 measures')).toBeVisible()
    expect(screen.getByRole('searchbox', { name: 'Find' })).toHaveFocus()
  })

  it('when cleared, empty the field and keep the focus near', async () => {
    const { user } = renderApp(`${overview}&find=waiting`)
    await user.click(await screen.findByRole('button', { name: 'Clear filters' }))
    expect(screen.getByRole('heading', { name: 'Scorecard' })).toHaveFocus()
    await waitFor(() => expect(screen.getByRole('searchbox', { name: 'Find' })).toHaveValue(''))
  })

  it('sort by a column head, the other way at the second press, and back at the third', async () => {
    const { user, address } = renderApp(overview)
    const head = await screen.findByRole('columnheader', { name: 'Latest' })
    const press = within(head).getByRole('button')
    await user.click(press)
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Latest' })).toHaveAttribute('aria-sort', 'ascending'),
    )
    await user.click(within(screen.getByRole('columnheader', { name: 'Latest' })).getByRole('button'))
    await waitFor(() => expect(address()).toBe(`${overview}&sort=value&order=down`))
    await user.click(within(screen.getByRole('columnheader', { name: 'Latest' })).getByRole('button'))
    await waitFor(() => expect(address()).toBe(overview))
  })

  it('say so where nothing matches, with a way back', async () => {
    const { user, address } = renderApp(`${overview}&find=zebra`)
    expect(await screen.findByText('No measure matches')).toBeVisible()
    await user.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement)
    await waitFor(() => expect(address()).toBe(overview))
  })
})

describe('states', () => {
  it('failed: names what could not be read and offers to try again', async () => {
    db.failing = { resource: 'overview', failure: '503' }
    const { user } = renderApp(overview)
    expect(await screen.findByText('The overview could not be read')).toBeVisible()
    expect(screen.getByRole('heading', { level: 1, name: 'Overview' })).toBeInTheDocument()
    db.failing = null
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'Scorecard' })).toBeVisible()
  })

  it('malformed: says that the reply was not what was agreed', async () => {
    db.failing = { resource: 'overview', failure: 'malformed' }
    renderApp(overview)
    expect(await screen.findByText('The data service sent something that is not JSON.')).toBeVisible()
  })

  it('empty: says that the edition holds no measures', async () => {
    db.failing = { resource: 'overview', failure: 'empty' }
    renderApp(overview)
    expect(await screen.findByRole('heading', { name: 'This edition holds no measures' })).toBeVisible()
  })

  it('loading: names what is coming', async () => {
    db.failing = { resource: 'overview', failure: 'slow' }
    renderApp(overview)
    expect(await screen.findByText('Loading overview')).toHaveAttribute('role', 'status')
  })

  it('stale: keeps the last good page and says when it was read', async () => {
    db.role = 'director'
    const { client } = renderApp('/?edition=5&audience=exact')
    await screen.findByRole('heading', { name: 'Scorecard' })
    db.failing = { resource: 'overview', failure: '503' }
    await client.refetchQueries({ queryKey: ['overview'] })
    expect(
      await screen.findByText(
        /^The latest refresh of the overview failed; what is shown was read at \d\d:\d\d\.$/,
      ),
    ).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Scorecard' })).toBeVisible()
  })
})

function filter(name: string) {
  const measures = screen.getByLabelText('Measures')
  return within(measures).getByRole('combobox', { name })
}
