import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { at } from '../../../mocks/respond.ts'
import type { Role } from '../../../src/contract/session.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { mockServer, db } = withMockApi()
const scorecard = () => screen.findByRole('heading', { name: 'Scorecard' })

describe('the address', () => {
  it('names edition and audience once they are known, so that a copied link is pinned', async () => {
    const { address } = renderApp('/')
    await scorecard()
    await waitFor(() => expect(address()).toBe('/?edition=5&audience=protected'))
  })

  it('opens the edition that it names, and says quietly that a newer one exists', async () => {
    renderApp('/?edition=4&audience=protected')
    await scorecard()
    expect(screen.getByText(/This is edition 4. A newer one has been published: edition 5/)).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open edition 5' })).toHaveAttribute(
      'href',
      '/?edition=5&audience=protected',
    )
  })

  it('falls back on the latest edition with a notice where there is no such edition', async () => {
    const { user, address } = renderApp('/?edition=99&audience=protected')
    await scorecard()
    expect(screen.getByText(/There is no edition "99"/)).toBeVisible()
    await user.click(screen.getByRole('link', { name: 'Mend this address' }))
    await waitFor(() => expect(address()).toBe('/?edition=5&audience=protected'))
    expect(screen.queryByText(/There is no edition "99"/)).not.toBeInTheDocument()
  })

  it('names search parameters that it does not know, and mends the address on request', async () => {
    const { user, address } = renderApp('/?edition=5&audience=protected&sort=colour&wibble=1')
    await scorecard()
    expect(screen.getByText(/was left out: sort=colour, wibble=1/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Mend this address' }))
    await waitFor(() => expect(address()).toBe('/?edition=5&audience=protected'))
  })

  it('that is no page says so, with ways on', async () => {
    const { address } = renderApp('/nowhere')
    await waitFor(() => expect(address()).toBe('/nowhere?edition=5&audience=protected'))
    expect(
      await screen.findByRole('heading', { level: 1, name: 'There is no page at this address' }),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open the overview' })).toBeVisible()
  })
})

describe('who is looking', () => {
  it('keeps the focus while a role is taken, shows the last one chosen, and ends with it', async () => {
    const asked: string[] = []
    const answers: (() => void)[] = []
    mockServer.use(
      http.post<never, { role: Role }>(at('/session'), async ({ request }) => {
        const { role } = await request.json()
        asked.push(role)
        await new Promise<void>((answer) => answers.push(answer))
        return HttpResponse.json({ role, name: role, audience: 'exact', can: ['choose-role'] })
      }),
    )
    const { user, address } = renderApp('/')
    await scorecard()
    const roles = screen.getByRole('combobox', { name: 'Viewing as' })
    await user.selectOptions(roles, 'service lead')
    await waitFor(() => expect(answers).toHaveLength(1))
    expect(roles).toHaveFocus()
    expect(roles).toBeEnabled()
    expect(roles).toHaveDisplayValue('service lead')
    await user.selectOptions(roles, 'director')
    expect(roles).toHaveDisplayValue('director')
    // one after the other, so that no earlier answer comes last
    expect(asked).toEqual(['service-lead'])
    answers[0]?.()
    await waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.()
    await waitFor(() => expect(address()).toMatch(/audience=exact/))
    expect(asked).toEqual(['service-lead', 'director'])
    await waitFor(() => expect(roles).toHaveDisplayValue('director'))
  })

  it('opens as the panel sees it, and offers every role', async () => {
    renderApp('/')
    await scorecard()
    const roles = screen.getByRole('combobox', { name: 'Viewing as' })
    expect(roles).toHaveDisplayValue('panel')
    expect(within(roles).getAllByRole('option')).toHaveLength(6)
  })

  it('shows exact figures to an officer, who may look again as the panel does', async () => {
    const { user, address } = renderApp('/')
    await scorecard()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Viewing as' }), 'director')
    await waitFor(() => expect(address()).toBe('/?edition=5&audience=exact'))
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Figures' }),
      'As the panel sees them',
    )
    await waitFor(() => expect(address()).toBe('/?edition=5&audience=protected'))
  })

  it.each(['/', '/kpis/ot-waiting', '/emerging'])(
    'opens %s, refused before, to whoever signs in',
    async (path) => {
      const { user } = renderApp(`${path}?edition=5&audience=exact`)
      expect(await screen.findByText('Shown to officers only')).toBeVisible()
      await user.selectOptions(screen.getByRole('combobox', { name: 'Viewing as' }), 'performance analyst')
      expect(await screen.findByRole('heading', { level: 1 })).not.toHaveTextContent('Shown')
      expect(screen.queryByText('Shown to officers only')).not.toBeInTheDocument()
    },
  )

  it('refuses exact figures to the panel, without a hint of them, and offers a way on', async () => {
    renderApp('/?edition=5&audience=exact')
    expect(await screen.findByText('Shown to officers only')).toBeVisible()
    expect(screen.getByRole('link', { name: 'See what the panel sees' })).toHaveAttribute(
      'href',
      '/?edition=5&audience=protected',
    )
  })
})

describe('what every page says', () => {
  it('labels illustrative data, the edition, its day and its marking', async () => {
    renderApp('/')
    await scorecard()
    expect(screen.getByText('Illustrative data')).toBeVisible()
    expect(screen.getByText('Data as at 6 Oct 2025')).toBeVisible()
    expect(screen.getAllByText('OFFICIAL')).toHaveLength(2)
  })

  it('marks exact figures as OFFICIAL-SENSITIVE', async () => {
    db.role = 'director'
    renderApp('/?edition=5&audience=exact')
    await scorecard()
    expect(screen.getAllByText('OFFICIAL-SENSITIVE')).toHaveLength(2)
  })
})

describe('when the service does not answer', () => {
  it('says so and opens once it does', async () => {
    mockServer.use(http.get(at('/editions'), () => HttpResponse.error(), { once: true }))
    const { user } = renderApp('/')
    expect(await screen.findByText('The dashboard could not be opened')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await scorecard()).toBeVisible()
  })

  it('says that nothing has been published where there is no edition', async () => {
    mockServer.use(http.get(at('/editions'), () => HttpResponse.json({ editions: [] })))
    renderApp('/')
    expect(await screen.findByRole('heading', { name: 'Nothing has been published yet' })).toBeVisible()
  })
})
