import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { withMockApi } from '../../support/mock-api.ts'
import { readingAge } from '../../support/reading-age.ts'
import { renderApp } from '../../support/render-app.tsx'

const { db } = withMockApi()
const methods = '/methods?edition=5&audience=protected'

describe('how figures are made', () => {
  it('shows the sums of a real series', async () => {
    renderApp(methods)
    expect(await screen.findByRole('table', { name: 'Figures and differences' })).toBeVisible()
    expect(screen.getByText(/Multiply it by 2\.66/)).toBeVisible()
  })

  it('can be read at fourteen', async () => {
    renderApp(methods)
    await screen.findByRole('table', { name: 'Figures and differences' })
    const paragraphs = [...document.querySelectorAll('article p, article li')].map((one) => one.textContent)
    expect(readingAge(paragraphs.join(' '))).toBeLessThanOrEqual(14)
  })

  it('leads from its list of contents to every part', async () => {
    renderApp(methods)
    await screen.findByRole('table', { name: 'Figures and differences' })
    const anchors = [...document.querySelectorAll('nav[aria-label="On this page"] a')]
    expect(anchors.map((anchor) => anchor.getAttribute('href'))).toEqual(
      [...document.querySelectorAll('article h2')].map(({ id }) => `#${id}`),
    )
  })

  it('still explains the rest where the figures of the example cannot be read', async () => {
    db.failing = { resource: 'overview', failure: '503' }
    renderApp(methods)
    expect(await screen.findByText('The figures for the example could not be read')).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Four signs of real change' })).toBeVisible()
  })
})
