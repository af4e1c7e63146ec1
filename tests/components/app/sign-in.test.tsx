import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { at } from '../../../mocks/respond.ts'
import type { Session } from '../../../src/contract/session.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { mockServer, db } = withMockApi()

const nobody: Session = { role: 'public', name: 'Panel', audience: 'protected', can: [], canSignIn: true }
const director: Session = {
  role: 'director',
  name: 'Director',
  audience: 'exact',
  can: [],
  person: 'A. Officer',
  roles: ['director'],
  endsIn: { idle: 3600, last: 36_000 },
}

/** A service where officers sign in, and what it says of whoever asks. */
function withSession(first: Session) {
  const service = { session: first, asked: [] as string[] }
  // the mock reads exact figures for whoever has the role
  db.role = 'director'
  mockServer.use(
    http.get(at('/session'), () => HttpResponse.json(service.session)),
    http.post(at('/session'), async ({ request }) => {
      service.asked.push(`POST ${JSON.stringify(await request.json())}`)
      service.session = { ...service.session, endsIn: { idle: 3600, last: 36_000 } }
      return HttpResponse.json(service.session)
    }),
    http.delete(at('/session'), () => {
      service.asked.push('DELETE')
      service.session = nobody
      return HttpResponse.json({ ...nobody, signOutAt: '#signed-out-there' })
    }),
  )
  return service
}

const opened = () => screen.findByRole('heading', { name: 'What each measure counts' }, { timeout: 30_000 })
const bar = () => screen.findByRole('region', { name: 'This edition' })

describe('where officers sign in', () => {
  it('offers the way in, and back to this page', async () => {
    withSession(nobody)
    renderApp('/definitions')
    await opened()
    const link = await screen.findByRole('link', { name: 'Sign in' })
    expect(link).toHaveAttribute(
      'href',
      expect.stringContaining('/api/v1/session/sign-in?returnTo=%2Fdefinitions'),
    )
    expect(await bar()).toHaveTextContent('Viewing as: panel')
    expect(screen.queryByRole('combobox', { name: 'Viewing as' })).not.toBeInTheDocument()
  })

  it('says who is signed in, as what and for which services, and lets them out', async () => {
    const service = withSession({ ...director, role: 'service-lead', services: ['Occupational therapy'] })
    const { user } = renderApp('/definitions')
    await opened()
    const out = await screen.findByRole('button', { name: 'Sign out' })
    expect(await bar()).toHaveTextContent('A. Officer, service lead, Occupational therapy')
    expect(screen.getByRole('option', { name: 'Exact, of own services' })).toBeVisible()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await user.click(out)
    await waitFor(() => expect(service.asked).toEqual(['DELETE']))
  })

  it('lets a person with several roles choose among them, and no other', async () => {
    withSession({ ...director, roles: ['director', 'analyst'], can: ['choose-role'] })
    renderApp('/definitions')
    await opened()
    const roles = await screen.findByRole('combobox', { name: 'Viewing as' })
    expect([...roles.children].map(({ textContent }) => textContent)).toEqual([
      'director',
      'performance analyst',
    ])
  })

  it('warns before a session ends, and puts the end off where it is asked to', async () => {
    const service = withSession({ ...director, endsIn: { idle: 240, last: 7200 } })
    const { user } = renderApp('/definitions')
    await opened()
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You will be signed out at \d\d:\d\d, unless you go on. What you have typed is kept on this device./,
    )
    await user.click(screen.getByRole('button', { name: 'Stay signed in' }))
    await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
    expect(service.asked).toEqual(['POST {"role":"director"}'])
  })

  it('says of an end that nothing puts off that it is one', async () => {
    withSession({ ...director, endsIn: { idle: 240, last: 240 } })
    renderApp('/definitions')
    await opened()
    expect(await screen.findByRole('alert')).toHaveTextContent(/since a session lasts no longer/)
    expect(screen.getByRole('link', { name: 'Sign in again now' })).toBeVisible()
  })

  it('goes back to what the panel sees once the session has ended, and says that nothing typed is lost', async () => {
    const service = withSession(director)
    const { user, address } = renderApp('/definitions')
    await opened()
    await screen.findByRole('button', { name: 'Sign out' })
    await waitFor(() => expect(address()).toContain('audience=exact'))
    // ended elsewhere: the next reading is refused
    service.session = nobody
    db.role = 'public'
    await user.click(screen.getByRole('link', { name: 'Data quality' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /You are signed out. What you have typed is kept/,
    )
    await waitFor(() => expect(address()).toContain('audience=protected'))
    expect(screen.getByRole('link', { name: 'Sign in' })).toBeVisible()
  })
})
