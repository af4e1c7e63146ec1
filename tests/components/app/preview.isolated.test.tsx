import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const base = '/previews/4f0c/protected'
// the service says it of the page before any script runs
vi.hoisted(() => document.documentElement.setAttribute('data-preview', '/previews/4f0c/protected'))

const { mockServer } = withMockApi()
const asked: string[] = []

beforeEach(() => {
  asked.length = 0
  // what the service answers below a preview, the mock answers below its own base
  mockServer.use(
    http.get(`*/api/v1${base}/*`, async ({ request }) => {
      asked.push(new URL(request.url).pathname)
      const reply = await fetch(request.url.replace(base, ''))
      // whole, since a page that is left reads no further, and what is half read ends with an error of its own
      return new HttpResponse(await reply.arrayBuffer(), reply)
    }),
  )
})

describe('the app as a load would make it', () => {
  it('says so on its page, in its title and at the foot of its sheets, and reads below the preview alone', async () => {
    const { address } = renderApp(`${base}/kpis/ot-waiting`)
    const bar = within(await screen.findByRole('region', { name: 'This preview' }))
    expect(bar.getByText('PREVIEW')).toBeVisible()
    expect(bar.getByText('Edition 5 as it would be, for the panel')).toBeVisible()
    expect(within(screen.getByRole('complementary', { name: 'Preview' })).getByText('PREVIEW')).toBeVisible()
    await waitFor(() => expect(document.title).toMatch(/^PREVIEW · Waiting for OT assessment/))
    expect(document.documentElement.style.getPropertyValue('--running-foot')).toContain(
      'PREVIEW, not published',
    )
    await waitFor(() =>
      expect(address()).toMatch(/^\/previews\/4f0c\/protected\/kpis\/ot-waiting\?edition=5/),
    )
    expect(asked.length).toBeGreaterThan(4)
  })

  it('leads to its own pages, to the other audience and back to the load', async () => {
    renderApp(`${base}/plan`)
    const bar = within(await screen.findByRole('region', { name: 'This preview' }))
    expect(bar.getByRole('link', { name: 'Look at it for officers' })).toHaveAttribute(
      'href',
      '/previews/4f0c/exact/plan',
    )
    expect(bar.getByRole('link', { name: 'Back to the load' })).toHaveAttribute('href', '/load?load=4f0c')
    const pages = within(screen.getByRole('navigation', { name: 'Pages' }))
    expect(pages.getByRole('link', { name: 'Emerging issues' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/previews\/4f0c\/protected\/emerging/),
    )
    expect(pages.queryByRole('link', { name: 'Pack' })).toBeNull()
  })

  it('offers nothing that leaves it: no file, no link to copy, no other edition or role', async () => {
    renderApp(`${base}/`)
    expect(await screen.findByRole('heading', { name: 'Scorecard' })).toBeVisible()
    await screen.findByRole('region', { name: 'This preview' })
    for (const name of [/Copy link/, /Download/, /Take away/, /Add to pack/]) {
      expect(screen.queryByRole('button', { name })).toBeNull()
    }
    expect(screen.queryByRole('region', { name: 'This edition' })).toBeNull()
    expect(screen.queryByText(/published \d/)).toBeNull()
  })

  it.each(['/pack', '/present', '/load', '/audit'])('has no %s, and says why', async (path) => {
    renderApp(base + path)
    expect(await screen.findByText('This page is not part of a preview')).toBeVisible()
  })

  it('of live actions has no file either', async () => {
    renderApp(`${base}/actions?log=live`)
    expect(await screen.findByRole('heading', { level: 2, name: /^Actions/ })).toBeVisible()
    expect(screen.queryByRole('button', { name: /CSV/ })).toBeNull()
  })
})
