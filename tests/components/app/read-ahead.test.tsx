import { screen, waitFor } from '@testing-library/react'
import { delay, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { at } from '../../../mocks/respond.ts'
import { withMockApi } from '../../support/mock-api.ts'
import { renderApp } from '../../support/render-app.tsx'

const { mockServer, db } = withMockApi()

/** What is asked for, in order; nothing is answered before `answer` is called. */
function heldBack() {
  const asked: string[] = []
  let answer = () => {}
  const held = new Promise<void>((resolve) => {
    answer = resolve
  })
  mockServer.use(
    http.get(at('/*'), async ({ request }) => {
      const { pathname, search } = new URL(request.url)
      asked.push(`${pathname.replace('/api/v1', '')}${search}`)
      await held
      // nothing said here: the mock's own handler answers
      await delay(0)
    }),
  )
  return { asked, answer: () => answer() }
}

const view = 'edition=5&audience=protected'
const opening = ['/session', '/organisation', '/editions']
const askedTwice = (paths: readonly string[]) => paths.filter((path, row) => paths.indexOf(path) !== row)
const sorted = (paths: readonly string[]) => paths.toSorted()

describe('an address that names edition and audience', () => {
  it('has everything that its measure is drawn from asked for before anything is answered, and once', async () => {
    const { asked, answer } = heldBack()
    renderApp(`/kpis/ot-waiting?${view}`)
    const ahead = [
      ...opening,
      `/kpis?${view}`,
      `/plan?${view}`,
      `/series?kpi=ot-waiting&dimension=borough&${view}`,
      `/analysis?kpi=ot-waiting&${view}`,
    ]
    await waitFor(() => expect(sorted(asked)).toEqual(sorted(ahead)))
    answer()
    await screen.findByRole('heading', { name: 'Definition' })
    expect(askedTwice(asked)).toEqual([])
  })

  it.each([
    ['/plan', ['/plan', '/kpis']],
    ['/emerging', ['/signals', '/kpis']],
    ['/data', ['/data-quality']],
    ['/', ['/overview']],
  ])('%s has its readings asked for together', async (page, reads) => {
    const { asked, answer } = heldBack()
    renderApp(`${page}?edition=5&audience=protected`)
    const ahead = [...opening, ...reads.map((path) => `${path}?${view}`)]
    await waitFor(() => expect(sorted(asked)).toEqual(sorted(ahead)))
    answer()
    expect(await screen.findByRole('heading', { level: 1 })).toBeVisible()
  })

  it('has a part asked for in place of the whole, and once', async () => {
    const { asked, answer } = heldBack()
    renderApp(`/kpis/ot-waiting?${view}&dimension=town&member=Southall`)
    const part = `/series?kpi=ot-waiting&dimension=town&${view}`
    const ahead = [...opening, `/kpis?${view}`, `/plan?${view}`, part]
    await waitFor(() => expect(sorted(asked)).toEqual(sorted(ahead)))
    answer()
    await screen.findByRole('heading', { name: 'Definition' })
    expect(askedTwice(asked)).toEqual([])
  })

  it('costs a measure of categories one series that is not drawn, where nothing is known of it yet', async () => {
    const { asked, answer } = heldBack()
    renderApp(`/kpis/sg-type?${view}`)
    await waitFor(() => expect(asked).toContain(`/analysis?kpi=sg-type&${view}`))
    answer()
    await screen.findByRole('heading', { name: 'Definition' })
    await waitFor(() => expect(asked).toContain(`/series?kpi=sg-type&dimension=type&${view}`))
    expect(asked.filter((path) => path.startsWith('/series?kpi=sg-type&'))).toHaveLength(2)
    expect(askedTwice(asked)).toEqual([])
  })
})

describe('an address that names neither', () => {
  it('has its readings asked for once it is known whose they are', async () => {
    const { asked, answer } = heldBack()
    renderApp('/kpis/ot-waiting')
    await waitFor(() => expect(sorted(asked)).toEqual(sorted(opening)))
    answer()
    await screen.findByRole('heading', { name: 'Definition' })
    expect(asked.filter((path) => path.startsWith('/kpis'))).toEqual([`/kpis?${view}`])
    expect(askedTwice(asked)).toEqual([])
  })
})

describe('what was asked for ahead', () => {
  it('is read as any reply is: a refusal is said in the words of the service', async () => {
    db.role = 'public'
    renderApp('/plan?edition=5&audience=exact')
    expect(await screen.findByText('Shown to officers only', {})).toBeVisible()
  })
})
