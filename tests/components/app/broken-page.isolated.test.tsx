import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

vi.mock('../../../src/features/measure/MeasurePage.tsx', () => ({
  KpiPage: () => {
    throw new Error('broken')
  },
}))

withMockApi()

describe('a page that breaks', () => {
  it('says so, and leaves the other pages standing', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { user } = renderApp('/kpis/ot-waiting?edition=5&audience=protected')
    expect(await screen.findByText('This page could not be shown', {})).toBeVisible()
    const pages = screen.getByRole('navigation', { name: 'Pages' })
    await user.click(within(pages).getByRole('link', { name: 'Definitions' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'What each measure counts' })).toBeVisible()
  })
})
