import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const data = '/data?edition=5&audience=protected'

const rowOf = async (name: RegExp) => within(await screen.findByRole('table')).getByRole('row', { name })

describe('data quality', () => {
  it('leads with the overdue measure, and says that it counts as unknown', async () => {
    renderApp(data)
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: /^One of 48 measures is overdue and counts as unknown/,
      }),
    ).toBeVisible()
    expect(screen.getByText(/^Overdue: Awaiting financial assessment, due on 3 Oct 2025\./)).toBeVisible()
  })

  it('puts the overdue measure first, with its due date and its missing period', async () => {
    renderApp(data)
    const row = await rowOf(/Awaiting financial assessment/)
    expect(row).toHaveTextContent('Overdue: Sep 2025; counts as unknown')
    expect(row).toHaveTextContent('35 of 36')
    const [, first] = within(screen.getByRole('table')).getAllByRole('row')
    expect(first).toBe(row)
  })

  it('names a missing month, provisional months, and the restatement with a way to it', async () => {
    const { user, address } = renderApp(data)
    expect(await rowOf(/Waiting for OT assessment/)).toHaveTextContent('Missing: Feb 2024')
    expect(await rowOf(/Waiting for OT assessment/)).toHaveTextContent('Aug 2025, Sep 2025')
    const register = await rowOf(/Personal assistants on register/)
    await user.click(within(register).getByRole('link', { name: /last in edition 3/ }))
    await waitFor(() => expect(address()).toBe('/changes?edition=3&audience=protected&from=2'))
    expect(await screen.findByText('Edition 3 against edition 2')).toBeVisible()
  })

  it('shows what the address asks for, and offers all where nothing matches', async () => {
    const { user, address } = renderApp(`${data}&theme=safeguarding&show=revised`)
    await user.click(await screen.findByRole('button', { name: 'Show all measures' }))
    await waitFor(() => expect(address()).toBe(data))
    await user.selectOptions(screen.getByLabelText('Show'), 'overdue')
    await waitFor(() => expect(screen.getByText('1 of 48 measures')).toBeVisible())
  })

  it('says so of an edition without measures, and where it cannot be read', async () => {
    db.failing = { resource: 'data-quality', failure: 'empty' }
    renderApp(data)
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This edition holds no measures' }),
    ).toBeVisible()
  })

  it('says so where it is for officers only', async () => {
    db.failing = { resource: 'data-quality', failure: 'forbidden' }
    renderApp(data)
    expect(await screen.findByText('Shown to officers only')).toBeVisible()
  })
})
