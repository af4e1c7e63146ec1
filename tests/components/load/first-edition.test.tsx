/**
 * Files are sent by an old request, whose rules of origin hold here too.
 * @vitest-environment-options { "url": "http://localhost/" }
 */
import { screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { delay, HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Session } from '../../../src/contract/session.ts'
import { aStagedLoad } from '../../support/a-staged-load.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db, mockServer } = withMockApi()

/** A service that nobody has loaded into: it knows no edition, and not whose figures it will hold. */
function anEmptyService() {
  const nobodys = {
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    detail: 'Nothing has been loaded yet.',
  }
  mockServer.use(
    http.get('*/api/v1/editions', () => HttpResponse.json({ editions: [] })),
    http.get('*/api/v1/organisation', () => HttpResponse.json(nobodys, { status: 404 })),
  )
}
const session = (given: Partial<Session>) =>
  mockServer.use(
    http.get('*/api/v1/session', () =>
      HttpResponse.json({ role: 'public', name: 'Panel', audience: 'protected', can: [], ...given }),
    ),
  )

describe('a service without an edition', () => {
  it('lets the analyst sign in wherever they are, leads to the desk, and publishes the first edition in two steps', async () => {
    anEmptyService()
    const load = aStagedLoad({ standsOn: 0 })
    mockServer.use(
      http.post('*/api/v1/loads', () => HttpResponse.json(load, { status: 201 })),
      http.get('*/api/v1/loads/:id', () => HttpResponse.json(load)),
      http.post('*/api/v1/loads/:id/publish', () => {
        // from now on there is an edition, and whose it is
        mockServer.resetHandlers()
        const published = { ...load, state: 'published' as const, edition: 1 }
        mockServer.use(http.get('*/api/v1/loads/:id', () => HttpResponse.json(published)))
        return HttpResponse.json(published)
      }),
    )
    const { user, address } = renderApp('/plan')
    expect(await screen.findByRole('heading', { name: 'Nothing has been published yet' })).toBeVisible()
    await user.selectOptions(screen.getByLabelText('Viewing as'), 'analyst')
    await user.click(await screen.findByRole('link', { name: 'Load files for the first edition' }))
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Load files for the first edition' }),
    ).toBeVisible()
    expect(screen.getByText(/whose figures these are and what is measured/)).toBeVisible()
    // nothing to take back or to withdraw
    expect(screen.queryByRole('region', { name: 'Withdraw an edition' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Audit: who did what' })).toHaveAttribute('href', '/audit')
    const { violations } = await axe.run(screen.getByRole('main'), {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
    await user.upload(screen.getByLabelText('Choose files or a zip'), new File(['x'], 'observations.csv'))
    expect(await screen.findByRole('heading', { level: 1, name: 'These files are sound' })).toHaveFocus()
    await user.type(screen.getByLabelText('Label'), 'September 2025')
    await user.click(screen.getByRole('button', { name: /^Go on/ }))
    expect(screen.getByText('This becomes edition 1, “September 2025”')).toBeVisible()
    expect(screen.queryByText(/Edition 0/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Publish edition 1' }))
    await screen.findByRole('region', { name: 'This edition' })
    const published = await screen.findByRole('heading', { level: 1, name: 'Published as edition 1' })
    await waitFor(() => expect(published).toHaveFocus())
    expect(screen.queryByText(/The edition before it/)).toBeNull()
    expect(address()).toContain(`load=${load.id}`)
  })

  it('is not taken for one that fails while it is not known yet whether there is an edition', async () => {
    anEmptyService()
    let isAnswered = false
    mockServer.use(
      http.get('*/api/v1/editions', async () => {
        while (!isAnswered) await delay(5)
        return HttpResponse.json({ editions: [] })
      }),
    )
    const { client } = renderApp('/')
    // that it is nobody's comes first
    await waitFor(() => expect(client.getQueryState(['organisation'])?.status).toBe('error'))
    expect(screen.getByText('Opening the dashboard')).toBeVisible()
    isAnswered = true
    expect(await screen.findByRole('heading', { name: 'Nothing has been published yet' })).toBeVisible()
  })

  it('has no desk for anybody else', async () => {
    anEmptyService()
    db.role = 'director'
    renderApp('/load')
    expect(await screen.findByRole('heading', { name: 'Nothing has been published yet' })).toBeVisible()
    expect(screen.queryByLabelText('Choose files or a zip')).toBeNull()
  })

  it('has the audit for whoever may read it, at its address, and for nobody else', async () => {
    anEmptyService()
    db.role = 'director'
    const { user, address } = renderApp('/')
    await user.click(await screen.findByRole('link', { name: 'Audit: who did what' }))
    expect(await screen.findByRole('heading', { level: 1, name: /^The audit: what was done/ })).toBeVisible()
    expect(await screen.findByText('No row is of this kind, time and person.')).toBeVisible()
    await user.type(screen.getByLabelText('Who'), 'Dana{Enter}')
    await waitFor(() => expect(address()).toBe('/audit?who=Dana'))
    expect(screen.getByLabelText('Who')).toHaveFocus()
    await user.selectOptions(screen.getByLabelText('Viewing as'), 'service-lead')
    expect(await screen.findByRole('heading', { name: 'Nothing has been published yet' })).toBeVisible()
  })

  it('says how it is loaded where nobody can sign in', async () => {
    anEmptyService()
    session({})
    renderApp('/load')
    expect(await screen.findByText(/Load a council’s files with npm run load/)).toBeVisible()
    expect(screen.queryByRole('link', { name: /first edition/ })).toBeNull()
  })

  it('has the council’s own way in where officers sign in by it', async () => {
    anEmptyService()
    session({ canSignIn: true })
    renderApp('/load')
    expect(await screen.findByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      expect.stringContaining('returnTo=%2Fload'),
    )
  })
})
